"""Unnamed sources and groups: 'a senior Iraqi security official', 'people familiar with the matter', 'teachers'."""

from collections.abc import Iterator, Sequence
from functools import cache

from khabar.extraction.english.forms import is_verb
from khabar.extraction.english.names.finds import Find, by_end
from khabar.knowledge.english.lemmas import nouns
from khabar.knowledge.english.words import GROUPS, words_of_role
from khabar.language.english.inflection import plural
from khabar.language.english.numerals import number_at
from khabar.language.english.phrases import Phrases, forms_in, single
from khabar.language.english.text import EnglishText
from khabar.values.entity import Kind
from khabar.values.why import EntityRule

_TAIL = 6  # words of what follows a group and still tells who it is
_REACH = 5  # words before the noun that describe it


def groups_in(text: EnglishText, named: Sequence[Find]) -> Iterator[Find]:
    """Every unnamed source or group."""
    ends = by_end(named)
    for at in range(len(text.forms)):
        found = _heads().at(text.forms, at)
        if found and not is_verb(text.forms[at]) and at not in text.owning:
            yield from _group(text, at, at + found[0], found[1], ends)


def _group(text: EnglishText, at: int, last: int, told: tuple[str, bool], ends: dict[int, Find]) -> Iterator[Find]:
    entry, many = told
    first, land = _opening(text, at, ends)
    end = _tail(text, last)
    described = first < at or end > last
    counted = number_at(text, first) is not None
    single_one = text.form(first - 1) in single("one") or text.form(first) in single("one")
    if described or (many and not counted) or single_one:
        words = " ".join(text.forms[at:last])
        key = f"{words} {land or ''} {' '.join(text.forms[first:at])}"
        yield Find(first, end, Kind.GROUP, EntityRule.GROUP.of(entry), "group", country=land, key=key)


def _opening(text: EnglishText, at: int, ends: dict[int, Find]) -> tuple[int, str | None]:
    """Where the words that describe a group begin, and the country among them."""
    first, land = at, None
    while at - first < _REACH:
        owner = ends.get(first)
        if owner and (owner.how == "adjective" or owner.kind is Kind.COUNTRY):
            land, first = owner.known, owner.first
        elif text.form(first - 1) in _modifiers() or text.form(first - 1).endswith("-level"):
            first -= 1
        else:
            break
    return first, land


def _tail(text: EnglishText, last: int) -> int:
    """Where 'familiar with the matter' ends."""
    found = _tails().at(text.forms, last)
    if not found:
        return last
    end = last + found[0]
    while end - last - found[0] < _TAIL and text.is_word(end) and not is_verb(text.form(end)):
        end += 1
    return end


@cache
def _heads() -> Phrases[tuple[str, bool]]:
    found = []
    for role in ("head", "crowd", "victim"):
        for word, entry in words_of_role(GROUPS, role):
            ((one, many),) = nouns((word,))
            found += [(forms_in(one), (entry, one == many)), (forms_in(many or plural(one)), (entry, True))]
    return Phrases(found)


@cache
def _modifiers() -> frozenset[str]:
    return frozenset(word for word, _ in words_of_role(GROUPS, "modifier"))


@cache
def _tails() -> Phrases[str]:
    return Phrases((forms_in(word), entry) for word, entry in words_of_role(GROUPS, "tail"))


@cache
def words_of(role: str) -> Phrases[str]:
    """The nouns of one role in both numbers."""
    found = []
    for word, entry in words_of_role(GROUPS, role):
        ((one, many),) = nouns((word,))
        found += [(forms_in(one), entry), (forms_in(many or plural(one)), entry)]
    return Phrases(found)
