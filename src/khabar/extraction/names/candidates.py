"""A stretch of text that may name something, before it is known what else names the same."""

from collections.abc import Iterable
from dataclasses import dataclass

from khabar.values.entity import Kind


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a finder saw."""

    first: int  # token range, half-open
    last: int
    start: int  # offset where the name begins, attached particles left out
    kind: Kind
    how: str  # name | description | adjective | group
    key: str  # by which mentions of one thing in one report meet
    known: tuple[str, ...] = ()  # ids in the world knowledge; several where the name is ambiguous
    country: str | None = None  # id in the world knowledge of the country that it belongs to
    head: str = ""  # the head noun's entry, for later short forms ('السفارة')
    rule: str = ""
    rank: int = 0  # of two that overlap and are equally long, the higher stays


def without_overlaps(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Of overlapping candidates the longer, then the higher in rank, then the earlier; in reading order."""
    taken: set[int] = set()
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=_precedence):
        stretch = range(candidate.first, candidate.last)
        if taken.isdisjoint(stretch):
            taken.update(stretch)
            kept.append(candidate)
    return tuple(sorted(kept, key=lambda c: (c.first, c.last)))


def _precedence(candidate: Candidate) -> tuple[int, int, int]:
    return (candidate.first - candidate.last, -candidate.rank, candidate.first)
