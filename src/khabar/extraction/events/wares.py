"""Goods that change hands, with their quantity."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from khabar.extraction.events.lexicon import Words, folded, is_a, stands_at, word_set
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import Scene
from khabar.extraction.events.slots import Roles
from khabar.knowledge.event_words import EventWord
from khabar.knowledge.goods import GoodsWord, goods_words
from khabar.language.numerals import Numeral, numbers_in
from khabar.values.event import Goods, GoodsCategory

_REACH = 12  # tokens behind the event word
_QUANTITY = 8  # tokens before the goods in which their figure stands
_BACK = 7  # tokens before a verb in which the goods stand that its pronoun means
_STOPS = frozenset({".", ":", "؛"})
_OF_THINGS = frozenset({"ه", "ها"})


class _Ware(NamedTuple):
    """Goods as they are named at a token."""

    word: GoodsWord
    category: GoodsCategory
    first: int
    last: int


def goods_of(scene: Scene, predicate: Predicate, word: EventWord, roles: Roles) -> tuple[Goods, ...]:
    """The goods that stand beside an event word; several only where they are listed."""
    if not word.goods:
        return ()
    gift = word.gift or _is_gift(scene, predicate)
    meant = _meant_by_pronoun(scene, predicate, roles, gift=gift)
    found = (meant,) if meant else _without_packing(tuple(_listed(scene, predicate, gift=gift)))
    begin = meant.first - _QUANTITY if meant else predicate.last
    others = frozenset(at for ware in found for at in range(ware.first, ware.last))
    return tuple(_goods(scene, ware, begin, others) for ware in found) or _told_by_word(scene, predicate, word, roles)


def _goods(scene: Scene, ware: _Ware, begin: int, wares: frozenset[int]) -> Goods:
    counted = wares - set(range(ware.first, ware.last))
    return Goods(
        scene.analysed.span(ware.first, ware.last),
        ware.category,
        quantity_before(scene, begin, ware.first, counted),
    )


def _told_by_word(scene: Scene, p: Predicate, word: EventWord, roles: Roles) -> tuple[Goods, ...]:
    """What the event word itself tells to change hands: who arms somebody gives him arms."""
    if word.goods_if_none is None or not roles.recipient:
        return ()
    return (Goods(scene.analysed.span(p.first, p.last), word.goods_if_none),)


def _listed(scene: Scene, predicate: Predicate, *, gift: bool) -> Iterator[_Ware]:
    """The goods behind an event word, up to the end of their list."""
    last = min(scene.analysed.sentence_at(predicate.first)[1], predicate.last + _REACH)
    at, end = predicate.first if not predicate.verbal else predicate.last, -1
    while at < last and scene.forms[at] not in _STOPS:
        verb = scene.predicate_at.get(at)
        if at >= predicate.last and ((verb and verb.verbal) or scene.forms[at] in word_set("in_return")):
            return
        ware = _ware_at(scene, at, gift=gift)
        if ware is None:
            at += 1
            continue
        if end >= 0 and at - end > 2:
            return
        yield ware
        at = end = ware.last


def _without_packing(wares: tuple[_Ware, ...]) -> tuple[_Ware, ...]:
    """The goods without what they travel in: shipments of wheat are wheat."""
    return tuple(w for w in wares if not w.word.holds_others) or wares


def _meant_by_pronoun(scene: Scene, p: Predicate, roles: Roles, *, gift: bool) -> _Ware | None:
    """The goods before a verb that its pronoun means, as who gets them is told beside: a car that he gave him."""
    if not (p.verbal and p.enclitic in _OF_THINGS and roles.recipient_arguments):
        return None
    first = max(scene.analysed.sentence_at(p.first)[0], p.first - _BACK)
    found = (_ware_at(scene, at, gift=gift) for at in range(p.first - 1, first - 1, -1))
    return next((ware for ware in found if ware), None)


def _is_gift(scene: Scene, p: Predicate) -> bool:
    """Whether a word for a present stands behind an event word."""
    last = min(scene.analysed.sentence_at(p.first)[1], p.last + _REACH)
    return any(is_a("gifts", scene.forms[at]) for at in range(p.last, last))


def _ware_at(scene: Scene, at: int, *, gift: bool) -> _Ware | None:
    reference = scene.referents.at(at)
    if reference and reference.how == "name":
        return None
    best: _Ware | None = None
    for words, word in _wares():
        length = stands_at(words, scene.forms, at)
        category = (word.as_gift if gift else None) or word.category
        if category and length > (best.last - at if best else 0):
            best = _Ware(word, category, at, at + length)
    return best


@cache
def _wares() -> tuple[tuple[Words, GoodsWord], ...]:
    return tuple((folded(tuple(" ".join(w) for w in e.words)), e) for e in goods_words() if not e.unit)


def quantity_before(scene: Scene, first: int, at: int, others: frozenset[int] = frozenset()) -> str | None:
    """The figure before goods, with its bound and its unit: >10000 container; `others` are tokens of other goods."""
    begin = max(first, at - _QUANTITY, 0)
    behind = max((place + 1 for place in others if begin <= place < at), default=begin)
    own = [n for n in _numbers(scene, behind, at) if not n.ordinal]
    numbers = own or [n for n in _numbers(scene, begin, at) if not n.ordinal]
    if not numbers:
        return None
    number = numbers[-1]
    counted = (u for place in range(at - 1, begin - 1, -1) if place not in others and (u := _unit_at(scene, place)))
    unit = next(counted, None)
    if unit is None and not own:
        return None  # millions of shells and rockets: how many rockets, is not told
    unit = unit or _unit_at(scene, at)
    amount = f"{number.value}" if number.upto is None else f"{number.value}-{number.upto}"
    return f"{number.bound}{amount}{f' {unit}' if unit else ''}"


def _numbers(scene: Scene, first: int, last: int) -> tuple[Numeral, ...]:
    return numbers_in(scene.analysed.span(first, last).of(scene.analysed.text)) if first < last else ()


def _unit_at(scene: Scene, at: int) -> str | None:
    return next((unit for words, unit in _units() if stands_at(words, scene.forms, at)), None)


@cache
def _units() -> tuple[tuple[Words, str], ...]:
    return tuple((folded(tuple(" ".join(w) for w in e.words)), e.unit) for e in goods_words() if e.unit)
