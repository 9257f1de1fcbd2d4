"""What a sentence must have to answer a question: forms of words, names of somebody."""

from collections.abc import Sequence
from dataclasses import dataclass

from khabar.language.normalise import key
from khabar.store.database import Database
from khabar.store.search.asked import WORD, Asked, Term
from khabar.store.search.expansion import (
    Wanted,
    as_typed,
    is_empty,
    is_name,
    name_in_one,
    part_of_name,
    phrase,
    wanted,
)
from khabar.store.search.naming import Places, places_naming, spellings
from khabar.store.search.ranking import Met, by_form
from khabar.store.search.sentences import Sentence
from khabar.store.search.vocabulary import Vocabulary

_LONGEST_NAME = 4  # words


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

    def met_in(self, sentence: Sentence) -> list[Met]:
        """Where the sentence has it."""
        found = [met for each in self.alternatives for met in by_form(each.forms, each.rest, sentence.words)]
        for span in self.named.get(sentence.n, ()):
            found += sentence.words_within(span)
        return found


def units_of(asked: Asked, database: Database) -> tuple[list[Unit], frozenset[int]]:
    """What a sentence must have, and the sentences that have what is unwanted."""
    vocabulary = Vocabulary(database)
    groups = [group for group in asked.wanted if not _says_nothing(group)] or list(asked.wanted)
    units: list[Unit] = []
    at = 0
    while at < len(groups):
        length, name = _name_at(groups[at:], database, vocabulary)
        in_quotes = any(len(term.words) > 1 for group in groups[at : at + length] for term in group)
        places = places_naming(name, database) if name and not in_quotes else {}
        spelled = _spelled(name, database, vocabulary) if name else ()
        for group in groups[at : at + length]:
            one_by_one = part_of_name if spelled else wanted
            alternatives = (*(one_by_one(term, vocabulary) for term in group), *spelled)
            units.append(Unit(alternatives, places, with_any(alternatives, database).union(places)))
        at += length
    unwanted = [as_typed(term, vocabulary) for term in asked.unwanted]
    return units, with_any(unwanted, database)


def _says_nothing(group: Sequence[Term]) -> bool:
    return all(term.is_word and is_empty(term.words[0]) for term in group)


def _name_at(groups: list[tuple[Term, ...]], database: Database, vocabulary: Vocabulary) -> tuple[int, str]:
    """How many of the words asked for are one name, and that name; 1 and nothing where they are none."""
    for length in range(min(_LONGEST_NAME, len(groups)), 0, -1):
        terms = [group[0] for group in groups[:length] if len(group) == 1 and (group[0].is_word or length == 1)]
        if len(terms) < length or terms[0].begins:
            continue
        if length == 1 and terms[0].is_word and not is_name(terms[0].words[0], vocabulary):
            continue
        name = " ".join(term.typed for term in terms)
        if spellings(name, database):
            return length, name
    return 1, ""


def _spelled(name: str, database: Database, vocabulary: Vocabulary) -> tuple[Wanted, ...]:
    spelled = [tuple(WORD.findall(key(one))) for one in spellings(name, database)]
    in_one = "".join(WORD.findall(key(name)))
    return (*(phrase(words, name, vocabulary) for words in spelled if words), name_in_one(in_one, name, vocabulary))


def with_any(wanteds: Sequence[Wanted], database: Database) -> frozenset[int]:
    """The sentences that have one of them, by their numbers."""
    if not wanteds:
        return frozenset()
    query = " OR ".join(each.query() for each in wanteds)
    return frozenset(n for (n,) in database.execute("SELECT rowid FROM words WHERE words MATCH ?", (query,)))
