"""Goods of an English event, with how many of them."""

from functools import cache

from khabar.extraction.english.scene import Scene
from khabar.knowledge.english.counted import GoodsWord, goods_words
from khabar.language.analysis import Range
from khabar.language.english.inflection import plural
from khabar.language.english.numerals import Number, number_at
from khabar.language.english.phrases import Phrases, forms_in
from khabar.values.event import Goods, GoodsCategory

_BEFORE = 5  # tokens between a number and what it counts


def goods_in(scene: Scene, stretch: Range) -> tuple[Goods, ...]:
    """Everything in a stretch that can change hands, each category once."""
    found: dict[GoodsCategory, Goods] = {}
    at, last = stretch
    while at < last:
        hit = next(((n, w) for n, w in _words().all_at(scene.text.forms, at) if w.category), None)
        if hit is None or scene.referents.at(at):
            at += 1
            continue
        goods = _goods(scene, at, at + hit[0], hit[1], stretch[0])
        found.setdefault(goods.category, goods)
        at += hit[0]
    return tuple(found.values())


def _goods(scene: Scene, at: int, last: int, word: GoodsWord, begin: int) -> Goods:
    assert word.category  # units were left out
    number = _number(scene, at, last, begin)
    unit = _unit(scene, at, begin) or ("dollar" if word.category is GoodsCategory.MONEY else word.category.value)
    first = min(number.first, at) if number else at
    end = max(number.last, last) if number else last
    quantity = f"{number.shown} {unit}" if number else None
    return Goods(scene.text.analysed.span(first, end), word.category, quantity)


def _number(scene: Scene, at: int, last: int, begin: int) -> Number | None:
    if scene.text.form(at) == "$" and last < len(scene.text.forms):
        return number_at(scene.text, last)
    for place in range(at - 1, max(begin, at - _BEFORE) - 1, -1):
        if not scene.text.is_word(place) and scene.text.analysed.tokens[place].kind != "number":
            return None
        if found := number_at(scene.text, place):
            whole = number_at(scene.text, place - 1) if place > begin else None
            return whole if whole and whole.last >= found.last else found
    return None


def _unit(scene: Scene, at: int, begin: int) -> str | None:
    """The unit of 'ten tons of wheat'."""
    if scene.text.form(at - 1) != "of" or at - 2 < begin:
        return None
    return next((w.unit for _, w in _words().all_at(scene.text.forms, at - 2) if w.unit), None)


@cache
def _words() -> Phrases[GoodsWord]:
    return Phrases(
        (forms_in(form), word)
        for word in goods_words()
        for one, many in word.words
        for form in dict.fromkeys((one, many or plural(one)))
    )
