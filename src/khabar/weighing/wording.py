"""How near two statements are in their wording: what parts two that tell one thing from two of one matter."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import log1p

from khabar.resolution.commonness import telling
from khabar.resolution.features import SIGNS
from khabar.resolution.statements import Statement
from khabar.resolution.stems import stems
from khabar.values.actor import ActorId
from khabar.weighing.matter import Matter

# Learned by logistic regression from 337 pairs of statements of real reports that were judged by reading, 117 of which
# tell the same; rounded. How each was found to weigh is told in docs/reading-quality.md.
_BEFOREHAND = -2.9
_OWN = 2.1  # what they share beside names
_LEAST, _MOST = 1.3, 1.2  # how much that is of the one and of the other
_SPEAKER = 0.6
_FIGURES = 0.75
_ACTORS = 0.55
Bag = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Wording:
    """By what a statement is worded."""

    words: Bag  # all of them, by how surely each is that word
    own: Bag  # without those of names, by how much each tells
    figures: frozenset[str]
    actors: frozenset[str]
    speakers: frozenset[ActorId]  # empty: nobody is quoted
    length: float  # of all words


def nearness(one: Wording, other: Wording) -> float:
    """The logit of their telling the same."""
    if len(other.words) < len(one.words):
        one, other = other, one
    words = [word for word in one.words if word in other.words]
    shared = sum([min(one.words[word], other.words[word]) for word in words])
    own = sum([one.own[word] for word in words if word in one.own and word in other.own])
    least, most = sorted((shared / one.length, shared / other.length))
    return (
        _BEFOREHAND
        + _OWN * log1p(own)
        + _LEAST * least
        + _MOST * most
        + _SPEAKER * (not one.speakers.isdisjoint(other.speakers))
        + _FIGURES * log1p(len(one.figures & other.figures))
        + _ACTORS * log1p(len(one.actors & other.actors))
    )


def wordings_in(statements: Sequence[Statement], bags: Sequence[Bag], matter: Matter) -> list[Wording]:
    """The wording of each statement, with its features as they were before they were weighed in its story."""
    told = zip(statements, bags, strict=True)
    return [
        _wording(statement, bag, named, matter)
        for at, mine in groupby(told, key=lambda pair: pair[0].report)
        for named in (_named(at, matter),)
        for statement, bag in mine
    ]


def _wording(statement: Statement, bag: Bag, named: Sequence[int], matter: Matter) -> Wording:
    words = {f: sure for f, sure in bag.items() if f[0] not in SIGNS}
    of_names = frozenset(_stems_of(statement, named, matter))
    return Wording(
        words,
        {word: telling(word) for word in words if word not in of_names},
        frozenset(f for f in bag if f[0] == "#"),
        frozenset(f for f in bag if f[0] == "@"),
        matter.speakers(statement) if statement.chain else frozenset(),
        sum(words.values()) or 1.0,
    )


def _named(report: int, matter: Matter) -> list[int]:
    """The places of all tokens of a report that stand in a name."""
    text = matter.texts[report]
    mentions = (span for entity in matter.readings[report].entities for span in entity.mentions)
    return sorted({at for span in mentions for at in range(*text.range_of(span))})


def _stems_of(statement: Statement, named: Sequence[int], matter: Matter) -> Iterator[str]:
    tokens = matter.texts[statement.report].tokens
    first, last = statement.tokens
    for at in named[bisect_left(named, first) : bisect_left(named, last)]:
        yield from stems(tokens[at].form)
