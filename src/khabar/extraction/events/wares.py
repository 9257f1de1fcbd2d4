"""Goods that change hands, with their quantity."""

from functools import cache

from khabar.extraction.events.lexicon import Words, folded, stands_at
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import Scene
from khabar.extraction.events.slots import Roles
from khabar.knowledge.event_words import EventWord
from khabar.knowledge.goods import goods_words
from khabar.language.numerals import Numeral, numbers_in
from khabar.values.event import Goods, GoodsCategory

_REACH = 12  # tokens behind the event word
_QUANTITY = 8  # tokens before the goods in which their figure stands
_STOPS = frozenset({".", ":", "؛"})


def goods_of(scene: Scene, predicate: Predicate, word: EventWord, roles: Roles) -> tuple[Goods, ...]:
    """The goods that stand beside an event word; several only where they are listed."""
    if not word.goods:
        return ()
    last = min(scene.analysed.sentence_at(predicate.first)[1], predicate.last + _REACH)
    found: list[Goods] = []
    at = predicate.first if not predicate.verbal else predicate.last
    while at < last and scene.forms[at] not in _STOPS:
        verb = scene.predicate_at.get(at)
        if verb and verb.verbal and at >= predicate.last:
            break
        category, length = _category_at(scene, at)
        reference = scene.referents.at(at)
        if category and not (reference and reference.how == "name"):
            if found and at - scene.analysed.token_from(found[-1].span.end) > 2:
                break
            found.append(
                Goods(scene.analysed.span(at, at + length), category, quantity_before(scene, predicate.last, at))
            )
            at += length
        else:
            at += 1
    return tuple(found)


def _category_at(scene: Scene, at: int) -> tuple[GoodsCategory | None, int]:
    best: GoodsCategory | None = None
    length = 0
    for words, category in _categories():
        found = stands_at(words, scene.forms, at)
        if found > length:
            best, length = category, found
    return best, length


@cache
def _categories() -> tuple[tuple[Words, GoodsCategory], ...]:
    return tuple((folded(tuple(" ".join(w) for w in e.words)), e.category) for e in goods_words() if e.category)


def quantity_before(scene: Scene, first: int, at: int) -> str | None:
    """The figure before goods, with its bound and its unit: >10000 container."""
    begin = max(first, at - _QUANTITY)
    numbers = [n for n in _numbers(scene, begin, at) if not n.ordinal]
    if not numbers:
        return None
    number = numbers[-1]
    unit = next((u for place in range(at - 1, begin - 1, -1) if (u := _unit_at(scene, place))), None) or _unit_at(
        scene, at
    )
    amount = f"{number.value}" if number.upto is None else f"{number.value}-{number.upto}"
    return f"{number.bound}{amount}{f' {unit}' if unit else ''}"


def _numbers(scene: Scene, first: int, last: int) -> tuple[Numeral, ...]:
    return numbers_in(scene.analysed.span(first, last).of(scene.analysed.text)) if first < last else ()


def _unit_at(scene: Scene, at: int) -> str | None:
    return next((unit for words, unit in _units() if stands_at(words, scene.forms, at)), None)


@cache
def _units() -> tuple[tuple[Words, str], ...]:
    return tuple((folded(tuple(" ".join(w) for w in e.words)), e.unit) for e in goods_words() if e.unit)
