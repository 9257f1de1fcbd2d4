"""Offices and ranks: before a name, behind it, and alone."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from khabar.extraction.english.names.finds import Find, by_end, by_start
from khabar.knowledge.english.words import BODIES, TITLES, words_of_role
from khabar.language.english.phrases import Phrases, forms_in, single
from khabar.language.english.text import EnglishText
from khabar.values.entity import Kind

_FIELD = 3  # words
_OWNERS = (Kind.COUNTRY, Kind.ORGANISATION, Kind.MEDIA, Kind.PLACE)


@dataclass(frozen=True, slots=True)
class Title:
    """An office with what it belongs to, as far as it is told beside it."""

    first: int  # of the office with its country or body before it
    last: int  # behind the office with what follows 'of'
    office: tuple[int, int]  # the words of the office alone
    name: str
    of: Find | None = None  # None: not told
    honorific: bool = False
    former: bool = False
    definite: bool = True  # False: 'a spokesman'


def titles_in(text: EnglishText, named: Sequence[Find]) -> list[Title]:
    """Every office and rank in the singular, in reading order, none inside another."""
    ends, starts = by_end(named), by_start(named)
    found: list[Title] = []
    at = 0
    while at < len(text.forms):
        if hit := _titles().at(text.forms, at):
            found.append(_title(text, at, hit, ends, starts))
            at += hit[0]
        else:
            at += 1
    return found


def _title(text: EnglishText, at: int, hit: tuple[int, bool], ends: dict[int, Find], starts: dict[int, Find]) -> Title:
    length, honorific = hit
    length += text.form(at + length) == "." and text.touching(at + length) and text.capital(at + length + 1)
    first, former = _with_field(text, at), False
    while text.form(first - 1) in single("before-title"):
        first -= 1
        former = former or text.form(first) in single("former")
    owner = ends.get(first)
    last = at + length
    if owner and owner.kind in _OWNERS:
        first = owner.first
    else:
        owner, last = _behind(text, last, starts)
    former = former or text.form(first - 1) in single("former")
    definite = text.form(first - 1) not in single("one")
    name = " ".join(text.forms[at : at + length])
    return Title(first, last, (at, at + length), name, owner, honorific, former, definite)


def _with_field(text: EnglishText, at: int) -> int:
    """Where an office begins with what it is for: 'water minister'."""
    found = _fields().ending_at(text.forms, at, _FIELD) if text.form(at) in single("of-field") else None
    return found[0] if found else at


def _behind(text: EnglishText, last: int, starts: dict[int, Find]) -> tuple[Find | None, int]:
    """The country or body of 'spokesman for the Iraqi army', and where that ends."""
    if text.form(last) not in single("of"):
        return None, last
    place = last + 1
    while text.form(place) in single("article"):
        place += 1
    found = starts.get(place)
    return (found, found.last) if found and found.kind in _OWNERS and found.how == "name" else (None, last)


def is_title(words: str) -> bool:
    """Whether words name an office or rank."""
    return _titles().at(tuple(words.split()), 0) is not None


@cache
def _titles() -> Phrases[bool]:
    return Phrases(_spelled())


def _spelled() -> Iterator[tuple[tuple[str, ...], bool]]:
    for kind in ("office", "honorific"):
        yield from ((forms_in(word), kind == "honorific") for word, _ in words_of_role(TITLES, kind))


@cache
def _fields() -> Phrases[str]:
    return Phrases((forms_in(word), word) for word, _ in words_of_role(BODIES, "field"))
