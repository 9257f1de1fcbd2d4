"""Words for goods, with the figure before them."""

from collections.abc import Collection, Iterator, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from khabar.extraction.events.lexicon import Words, class_words, folded, is_a, stand_between, stands_at
from khabar.knowledge.goods import GoodsWord, goods_words
from khabar.language.analysis import AnalysedText
from khabar.language.clitics import splits
from khabar.language.normalise import fold
from khabar.language.numerals import Numeral, numbers_in
from khabar.values.event import Goods, GoodsCategory
from khabar.values.span import Span

_QUANTITY = 8  # tokens before the goods in which their figure stands
_ARTICLE = "ال"
_MERGED = ("ل", _ARTICLE)  # written لل
_FOR_THE = "لل"
_APART = 2  # tokens between the goods of one list
_MADE = 6  # tokens that tell the make or the size of goods
_AND, _OF = "و", "من"


class Ware(NamedTuple):
    """Goods as they are named at a token."""

    word: GoodsWord
    category: GoodsCategory
    first: int
    last: int


def ware_at(forms: tuple[str, ...], at: int, *, gift: bool = False) -> Ware | None:
    """The goods that a token begins to name; `gift`: as presents count."""
    best: Ware | None = None
    if not stands_at(_all_wares(), forms, at) or (at and is_a("pictures", forms[at - 1])):
        return None
    for words, word in _wares():
        length = stands_at(words, forms, at)
        category = (word.as_gift if gift else None) or word.category
        if category and length > (best.last - at if best else 0):
            best = Ware(word, category, at, at + length)
    return best


def one_list(forms: tuple[str, ...], wares: Iterator[Ware]) -> Iterator[Ware]:
    """The wares up to the end of their list; what shipments hold may stand farther behind them."""
    before: Ware | None = None
    for ware in wares:
        if before is not None and not before.word.holds_others and _is_apart(forms, before.last, ware.first):
            return
        if before is None or not _describes(forms, before, ware):
            yield ware
        before = ware


def _describes(forms: tuple[str, ...], before: Ware, ware: Ware) -> bool:
    """Whether a word for goods only tells of which kind those right before it are: 'صاروخ [باليستي]'."""
    adjoining = ware.first == before.last and not forms[ware.first].startswith(_AND)
    return adjoining and ware.category is before.category and not before.word.holds_others


def _is_apart(forms: tuple[str, ...], first: int, last: int) -> bool:
    """Whether more stands between two goods than in a list, and no 'besides': oil for years, besides tons of rice.

    What tells their make or size parts no goods that و joins: صواريخ من طراز … وملايين القذائف.
    """
    if last - first <= _APART or stand_between(class_words("besides"), forms, first, last):
        return False
    opening = last
    while opening > first and is_a("counts_goods", forms[opening - 1]) and not forms[opening].startswith(_AND):
        opening -= 1
    joined = forms[opening].startswith(_AND) and opening - first <= _MADE
    return not (joined and forms[first:opening] and _tells_make(forms, first, opening))


def _tells_make(forms: tuple[str, ...], first: int, last: int) -> bool:
    """Whether nothing but the make, size or kind of goods is told in a stretch: 'من طراز أوروس', 'عيار 240 ملم'."""
    at = first + (forms[first] == _OF)
    return is_a("make_of_goods", forms[at]) and not any(is_a("besides_make", form) for form in forms[at:last])


def without_packing(wares: Sequence[Ware]) -> Sequence[Ware]:
    """The goods without what they travel in: shipments of wheat are wheat."""
    return [w for w in wares if not w.word.holds_others] or wares


def without_uses(forms: tuple[str, ...], wares: Sequence[Ware]) -> Sequence[Ware]:
    """The goods without what they are for or against, which does not change hands: parts for the tanks."""
    uses = [b for a, b in pairwise(wares) if forms[b.first].startswith(_FOR_THE) and _is_use(forms, a, b)]
    return [ware for ware in wares if ware not in uses] if uses else wares


def _is_use(forms: tuple[str, ...], ware: Ware, other: Ware) -> bool:
    """Whether goods with ل behind others are what those are for, or against: missiles against the tanks."""
    if is_a("against", forms[other.first - 1]):
        return True
    return other.first == ware.last and not ware.word.holds_others


def goods_from(text: AnalysedText, wares: Collection[Ware], begin: int) -> tuple[Goods, ...]:
    """The wares as goods, their figures from behind a token."""
    others = frozenset(at for ware in wares for at in range(ware.first, ware.last))
    return tuple(_goods(text, ware, begin, others) for ware in wares)


def _goods(text: AnalysedText, ware: Ware, begin: int, wares: frozenset[int]) -> Goods:
    others = wares - set(range(ware.first, ware.last))
    return Goods(_named(text, ware), ware.category, _quantity(text, begin, ware.first, others))


def _named(text: AnalysedText, ware: Ware) -> Span:
    """The words of the goods without the particles in front of them: of والنفط it is النفط."""
    whole = text.span(ware.first, ware.last)
    firsts = frozenset(fold(words[0]) for words in ware.word.words)
    start, left = whole.start, _particles(text.tokens[ware.first].form, firsts)
    while left > 0 or not fold(text.text[start]):  # vowel marks belong to the letter before them
        left -= bool(fold(text.text[start]))
        start += 1
    return Span(start, whole.end)


def _particles(form: str, firsts: frozenset[str]) -> int:
    """How many letters before a word are those of particles; its article is none, unless it is merged with one."""
    ways = (split.proclitics for split in splits(form) if not firsts.isdisjoint((split.rest, split.rest[:-1])))
    proclitics = next(ways, ())
    particles = [p for p in proclitics if p != _ARTICLE]
    return len(particles) + (proclitics[-2:] == _MERGED)


def _quantity(text: AnalysedText, first: int, at: int, others: frozenset[int]) -> str | None:
    """The figure before goods, with its bound and its unit: >10000 container; `others` are tokens of other goods."""
    begin = max(first, at - _QUANTITY, 0)
    behind = max((place + 1 for place in others if begin <= place < at), default=begin)
    own = _numbers(text, behind, at)
    numbers = own or _numbers(text, begin, at)
    if not numbers:
        return None
    forms = tuple(t.form for t in text.tokens[begin : at + 1])
    counted = (
        u for place in range(at - 1, begin - 1, -1) if place not in others and (u := _unit(forms, place - begin))
    )
    unit = next(counted, None)
    if unit is None and not own:
        return None  # millions of shells and rockets: how many rockets, is not told
    return _in_words(numbers[-1], unit or _unit(forms, at - begin))


def _in_words(number: Numeral, unit: str | None) -> str:
    amount = f"{number.value}" if number.upto is None else f"{number.value}-{number.upto}"
    return f"{number.bound}{amount}{f' {unit}' if unit else ''}"


def _numbers(text: AnalysedText, first: int, last: int) -> list[Numeral]:
    found = numbers_in(text.span(first, last).of(text.text)) if first < last else ()
    return [number for number in found if not number.ordinal]


def _unit(forms: tuple[str, ...], at: int) -> str | None:
    if not stands_at(_all_units(), forms, at):
        return None
    return next(unit for words, unit in _units() if stands_at(words, forms, at))


@cache
def _all_wares() -> Words:
    return frozenset[tuple[str, ...]]().union(*(words for words, _ in _wares()))


@cache
def _all_units() -> Words:
    return frozenset[tuple[str, ...]]().union(*(words for words, _ in _units()))


@cache
def _wares() -> tuple[tuple[Words, GoodsWord], ...]:
    return tuple((folded(tuple(" ".join(w) for w in e.words)), e) for e in goods_words() if not e.unit)


@cache
def _units() -> tuple[tuple[Words, str], ...]:
    return tuple((folded(tuple(" ".join(w) for w in e.words)), e.unit) for e in goods_words() if e.unit)
