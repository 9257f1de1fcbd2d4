"""What has an entry in the world knowledge, found by its English names; adjectives of nationality and nationals."""

from collections.abc import Iterator
from functools import cache

from khabar.extraction.english.forms import is_verb
from khabar.extraction.english.names.finds import Find
from khabar.knowledge.english.names import Known, english_names, known_by_id, nationalities, nationals
from khabar.knowledge.english.words import words_used_as
from khabar.knowledge.geography import countries_seated_at
from khabar.language.english.phrases import Phrases, forms_in, single
from khabar.language.english.text import EnglishText
from khabar.values.entity import Kind
from khabar.values.why import EntityRule

_ORDER = (Kind.COUNTRY, Kind.PLACE, Kind.ORGANISATION, Kind.MEDIA, Kind.PERSON)
_PAST = "ed"
_INTO_PLACE = ("from", "to", "toward", "towards", "for")


def known_in(text: EnglishText) -> Iterator[Find]:
    """Every name that we know, adjectives of nationality and nationals among them."""
    for at in range(len(text.forms)):
        if text.capital(at):
            adjectives = list(_of_nation(text, at, _nationalities(), EntityRule.NATIONALITY, "adjective"))
            yield from (f for f in adjectives if is_before_noun(text, f.last))
            yield from _named_at(text, at)
            yield from adjectives
            yield from _of_nation(text, at, _nationals(), EntityRule.NATIONALS, "name")


def _named_at(text: EnglishText, at: int) -> Iterator[Find]:
    found = [(n, known) for n, known in _names().all_at(text.forms, at) if text.capital(at + n - 1) or n > 1]
    if not found or (found[0][0] == 1 and text.written[at] in _ordinary()):
        return
    length = found[0][0]
    known = min((k for n, k in found if n == length), key=lambda k: _ORDER.index(k.kind))
    land = _government(text, at, length, known)
    if land:
        yield Find(at, at + length, Kind.COUNTRY, EntityRule.KNOWN.of(known.id), known=land)
    else:
        yield Find(at, at + length, known.kind, EntityRule.KNOWN.of(known.id), known=known.id, country=known.country)


def _government(text: EnglishText, at: int, length: int, known: Known) -> str | None:
    """The country whose government a capital's name stands for: 'Moscow said'; None: it is the town."""
    seats = countries_seated_at().get(known.id, ())
    if not seats or text.form(at - 1) in (*single("at"), *_INTO_PLACE) or at in text.owning:
        return None
    behind = at + length
    while text.form(behind) in single("verb-group"):
        behind += 1
    return seats[0].id if is_verb(text.form(behind)) else None


def _of_nation(text: EnglishText, at: int, words: Phrases[str], rule: EntityRule, how: str) -> Iterator[Find]:
    found = words.at(text.forms, at)
    if found and all(text.capital(i) for i in range(at, at + found[0]) if text.is_word(i)):
        length, land = found
        yield Find(at, at + length, Kind.COUNTRY, rule, how, land)


def is_before_noun(text: EnglishText, at: int) -> bool:
    """Whether a noun follows, so that 'U.S.' is an adjective there and no name."""
    form = text.form(at)
    empty = any(form in single(use) for use in ("preposition", "conjunction", "auxiliary", "verb-group", "pronoun"))
    verb = is_verb(form) or form.endswith(_PAST)
    return text.is_word(at) and not empty and not verb and at - 1 not in text.owning


@cache
def _names() -> Phrases[Known]:
    return Phrases((forms_in(name), known_by_id()[i]) for name, i in english_names() if i in known_by_id())


@cache
def _nationalities() -> Phrases[str]:
    return Phrases((forms_in(word), land) for word, land in nationalities())


@cache
def _nationals() -> Phrases[str]:
    return Phrases((forms_in(word), land) for word, land in nationals())


def is_nationals(text: EnglishText, last: int) -> bool:
    """Whether a noun for nationals ends before a token: 'two Iranians'."""
    return _nationals().ending_at(text.forms, last, 3) is not None


@cache
def _ordinary() -> frozenset[str]:
    return frozenset(words_used_as("ordinary"))


def is_ordinary(word: str) -> bool:
    """Whether a word stands with a capital for another reason than being a name."""
    return word in _ordinary()
