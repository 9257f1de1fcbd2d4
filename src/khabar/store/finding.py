"""Sentences found for a question in people's words, best first."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from khabar.language.normalise import key
from khabar.store.asked import WORD, WRITTEN, Asked, Term, asked_in
from khabar.store.expansion import (
    ATTACHED,
    Vocabulary,
    Wanted,
    as_typed,
    is_empty,
    is_name,
    name_in_one,
    part_of_name,
    phrase,
    wanted,
)
from khabar.store.naming import Places, places_naming, spellings
from khabar.store.narrowing import narrowed
from khabar.store.ranking import Met, by_form, rarity, score
from khabar.values.page import Page
from khabar.values.reason import Passage
from khabar.values.search import Expanded, Filters, Hit
from khabar.values.span import Span

_RANKED = 1000  # sentences that are compared word by word; what an earlier glance puts behind them stays there
_LONGEST_NAME = 4  # words
_NAMED = 0.5  # how near another name of somebody is to the name asked for
_ROWS = """
SELECT sentences.n, reports.id, sentences.start,
  substr(text, sentences.start + 1, sentences."end" - sentences.start), title, published
FROM json_each(?) AS one JOIN sentences ON sentences.n = one.value
  JOIN reports ON reports.n = sentences.report
"""


@dataclass(frozen=True, slots=True)
class Unit:
    """Something that a sentence must have: one of several words, or somebody who is named."""

    alternatives: tuple[Wanted, ...]
    named: Places  # empty: nobody is named by these words
    sentences: frozenset[int]

    @property
    def typed(self) -> str:
        """The words that were typed for it."""
        return " | ".join(dict.fromkeys(each.typed for each in self.alternatives))

    def met_in(self, sentence: "Sentence") -> list[Met]:
        """Where the sentence has it."""
        found = [met for each in self.alternatives for met in by_form(each.forms, each.rest, sentence.words)]
        for span in self.named.get(sentence.n, ()):
            found += sentence.words_within(span)
        return found


class Sentence(NamedTuple):
    """A sentence with its words."""

    n: int
    report: str
    start: int
    text: str
    words: list[str]  # folded
    spans: list[Span]  # in the report, of each word
    title: str | None
    published: str | None

    def words_within(self, span: Span) -> Iterator[Met]:
        """A stretch of its words, as a name that was asked for."""
        inside = [at for at, one in enumerate(self.spans) if one.start >= span.start and one.end <= span.end]
        if inside:
            yield Met(inside[0], inside[-1], _NAMED, "")

    def words_at(self, place: Met) -> str:
        """The words of a place, as they stand."""
        return self.text[self.spans[place.first].start - self.start : self.spans[place.last].end - self.start]


def found(database: sqlite3.Connection, text: str, filters: Filters, limit: int | None, offset: int) -> Page[Hit]:
    """The sentences that hold what is asked for, with the words that met it."""
    units, unwanted = _units(asked_in(text), database)
    if not units:
        return Page((), 0, offset)
    everything = frozenset.intersection(*(unit.sentences for unit in units)) - unwanted
    kept = narrowed(everything, filters, database)
    ranked = _ranked(kept, units, database)
    end = None if limit is None else offset + limit
    shown = {one.n: one for one in _sentences(ranked[offset:end], database)}
    return Page(tuple(_hit(shown[n], units) for n in ranked[offset:end]), len(ranked), offset)


def _units(asked: Asked, database: sqlite3.Connection) -> tuple[list[Unit], frozenset[int]]:
    vocabulary = Vocabulary(database)
    groups = [group for group in asked.wanted if not _says_nothing(group)] or list(asked.wanted)
    units: list[Unit] = []
    at = 0
    while at < len(groups):
        length, name = _name_at(groups[at:], database, vocabulary)
        places = places_naming(name, database) if name else {}
        spelled = _spelled(name, database, vocabulary) if name else ()
        for group in groups[at : at + length]:
            one_by_one = part_of_name if spelled else wanted
            alternatives = (*(one_by_one(term, vocabulary) for term in group), *spelled)
            units.append(Unit(alternatives, places, _with_any(alternatives, database).union(places)))
        at += length
    unwanted = [as_typed(term, vocabulary) for term in asked.unwanted]
    return units, _with_any(unwanted, database)


def _says_nothing(group: Sequence[Term]) -> bool:
    return all(term.is_word and is_empty(term.words[0]) for term in group)


def _name_at(groups: list[tuple[Term, ...]], database: sqlite3.Connection, vocabulary: Vocabulary) -> tuple[int, str]:
    """How many of the words asked for are one name, and that name; 1 and nothing where they are none."""
    for length in range(min(_LONGEST_NAME, len(groups)), 0, -1):
        terms = [group[0] for group in groups[:length] if len(group) == 1 and not group[0].begins]
        if len(terms) < length:
            continue
        if length == 1 and len(terms[0].words) == 1 and not is_name(terms[0].words[0], vocabulary):
            continue
        name = " ".join(term.typed for term in terms)
        if spellings(name, database):
            return length, name
    return 1, ""


def _spelled(name: str, database: sqlite3.Connection, vocabulary: Vocabulary) -> tuple[Wanted, ...]:
    phrases = (phrase(tuple(WORD.findall(key(one))), name, vocabulary) for one in spellings(name, database))
    return (*phrases, name_in_one("".join(WORD.findall(key(name))), name, vocabulary))


def _with_any(wanteds: Sequence[Wanted], database: sqlite3.Connection) -> frozenset[int]:
    if not wanteds:
        return frozenset()
    query = " OR ".join(each.query() for each in wanteds)
    return frozenset(n for (n,) in database.execute("SELECT rowid FROM words WHERE words MATCH ?", (query,)))


def _ranked(kept: frozenset[int], units: Sequence[Unit], database: sqlite3.Connection) -> list[int]:
    ((of,),) = database.execute("SELECT count(*) FROM sentences").fetchall()
    rarities = [rarity(len(unit.sentences), of) for unit in units]
    glance = _at_a_glance(kept, units, database)

    def order(one: Sentence) -> tuple[float, int, str, int]:
        headline = one.title is not None and WORD.findall(key(one.title)) == one.words
        worth = score([unit.met_in(one) for unit in units], rarities, len(one.words), headline=headline)
        return -round(worth, 6), -_day(one.published), one.report, one.start

    return [one.n for one in sorted(_sentences(glance[:_RANKED], database), key=order)] + glance[_RANKED:]


def _at_a_glance(kept: frozenset[int], units: Sequence[Unit], database: sqlite3.Connection) -> list[int]:
    """Sentences with the very words asked for first."""
    if len(kept) <= _RANKED:
        return sorted(kept)
    exact = [_with_any([_exact(each) for each in unit.alternatives], database) for unit in units]
    return sorted(kept, key=lambda n: (-sum(n in each for each in exact), -n))


def _exact(each: Wanted) -> Wanted:
    return Wanted(each.typed, each.asked, {each.asked[0]: 1.0}, each.rest)


def _day(published: str | None) -> int:
    return int(published.replace("-", "")) if published else 0


def _sentences(numbers: Sequence[int], database: sqlite3.Connection) -> Iterator[Sentence]:
    for n, report, start, text, title, published in database.execute(_ROWS, (json.dumps(list(numbers)),)):
        cut = [
            (word, Span(start + found.start(), start + found.end()))
            for found in WRITTEN.finditer(text)
            for word in WORD.findall(key(found.group()))
        ]
        yield Sentence(n, report, start, text, [word for word, _ in cut], [span for _, span in cut], title, published)


def _hit(one: Sentence, units: Sequence[Unit]) -> Hit:
    met = [(unit, place) for unit in units for place in unit.met_in(one)]
    spans = {Span(one.spans[place.first].start, one.spans[place.last].end) for _, place in met}
    others = ((unit.typed, one.words_at(place)) for unit, place in met if place.near < ATTACHED)
    expanded = (Expanded(typed, words) for typed, words in others if key(typed) not in key(words))
    return Hit(
        Passage(one.report, Span(one.start, one.start + len(one.text))), _apart(spans), tuple(dict.fromkeys(expanded))
    )


def _apart(spans: set[Span]) -> tuple[Span, ...]:
    """The same places, of which none lies within another."""
    return tuple(sorted(one for one in spans if not any(other != one and other.covers(one) for other in spans)))
