"""People of whom we know, told by one word: 'قال بوتين', 'الرئيس ترمب'."""

from collections.abc import Iterable
from dataclasses import replace

from khabar.extraction.names.candidates import Candidate
from khabar.extraction.names.gazetteer import short_alone
from khabar.extraction.names.lasts import tells_one
from khabar.extraction.names.titles import TitlePhrase
from khabar.extraction.names.words import Words
from khabar.values.entity import Kind


def told_by_one_word(
    words: Words, people: Iterable[Candidate], names: Iterable[Candidate], titles: Iterable[TitlePhrase]
) -> dict[int, Candidate]:
    """Office-holders by a short name alone, and whoever is named whole elsewhere behind a title; by where they stand.

    None whom the report calls otherwise, nor of another country by the title: 'الوزير الكندي بوتين'.
    """
    bare = {c.first: c for c in people if c.last - c.first == 1 and not c.known}
    persons = [c for c in (*people, *names) if c.kind is Kind.PERSON and c.first not in bare]
    lasts = {words.keys[c.last - 1] for c in persons}
    told: dict[int, Candidate] = {}
    for short in short_alone(words, lasts):
        name = bare.get(short.last - 1)  # of 'الملك سلمان' only behind his title
        told[name.first if name else short.first] = _known_as(short, name) if name else short
    for at, name in bare.items():
        whole = {c.known: c for c in persons if words.keys[c.last - 1] == name.key and at not in range(c.first, c.last)}
        if len(whole) == 1 and tells_one(name.key) and (found := next(iter(whole.values()))) and len(found.known) == 1:
            told[at] = _known_as(found, name)
    lands = {t.last: t.country for t in titles if t.country}
    foreign = {name.key for at, name in bare.items() if at in told and _is_foreign(told[at], lands.get(at))}
    return {at: c for at, c in told.items() if words.keys[c.last - 1] not in foreign}


def _known_as(person: Candidate, name: Candidate) -> Candidate:
    """A name as that of somebody of whom we know."""
    return replace(name, key=person.key, known=person.known, country=person.country, rule=person.rule)


def _is_foreign(person: Candidate, land: str | None) -> bool:
    """Whether a title is of another country than the person."""
    return land is not None and person.country not in (None, land)
