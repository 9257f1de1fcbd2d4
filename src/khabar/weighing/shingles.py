"""Texts as runs of words, by which those that share much are found and compared."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from khabar.language.analysis import AnalysedText
from khabar.values.span import Span

WORDS = 3  # in a shingle
_FEWEST = 12  # shingles of a text, below which nothing is concluded
_SAMPLE = 4  # one shingle in so many is looked up
_HINTS = 3  # looked-up shingles that two texts must share before they are compared
_CROWD = 30

Runs = tuple[int, Sequence[int]]  # how many a text has, and those of them that are looked up


@dataclass(frozen=True, slots=True)
class Shingled:
    """A text as its shingles."""

    order: tuple[int, ...]  # one hash for each place
    places: Mapping[int, int]  # first place of each hash

    @property
    def sampled(self) -> tuple[int, ...]:
        """Those by which others that may share more are looked up."""
        return tuple(s for s in self.places if s % _SAMPLE == 0)


def shingled(text: AnalysedText) -> Shingled:
    """The shingles of a text in their order."""
    words = [t.form.encode() for t in text.tokens if t.kind != "mark"]
    order = tuple(crc32(b" ".join(words[i : i + WORDS])) for i in range(len(words) - WORDS + 1))
    places: dict[int, int] = {}
    for at, shingle in enumerate(order):
        places.setdefault(shingle, at)
    return Shingled(order, places)


def candidates(texts: Sequence[Runs]) -> Iterator[tuple[int, int]]:
    """Pairs that share some sampled shingles, in order; within a crowd, neighbours and the first only."""
    having: dict[int, list[int]] = defaultdict(list)
    for i, (runs, sampled) in enumerate(texts):
        if runs >= _FEWEST:
            for shingle in sampled:
                having[shingle].append(i)
    done: Counter[int] = Counter()
    for i, (runs, sampled) in enumerate(texts):
        hints: Counter[int] = Counter()
        for shingle in sampled if runs >= _FEWEST else ():
            done[shingle] += 1
            members, first = having[shingle], done[shingle]
            whole = len(members) <= _CROWD or first == 1
            hints.update(members[first:] if whole else members[first : first + 1])
        yield from ((i, j) for j, n in sorted(hints.items()) if n >= min(_HINTS, _expected((i, j), texts)))


def share(one: Shingled, other: Shingled) -> float:
    """How much of the shorter text's runs stands in the other."""
    shorter, longer = sorted((one.places, other.places), key=len)
    return sum(s in longer for s in shorter) / len(shorter)


def longest_run(one: Shingled, other: Shingled) -> tuple[int, int, int]:
    """Of the longest run of words that both have: how many words, and where it begins in the one and the other."""
    best, at = (0, 0, 0), 0
    while at < len(one.order):
        there = other.places.get(one.order[at], -1)
        length = 0
        while (
            there >= 0
            and at + length < len(one.order)
            and there + length < len(other.order)
            and one.order[at + length] == other.order[there + length]
        ):
            length += 1
        best = max(best, (length, -at, -there))
        at += max(1, length)
    return best[0] + WORDS - 1, -best[1], -best[2]


def words_from(text: AnalysedText, first: int, length: int) -> Span:
    """So many words of a text, from that one on."""
    words = [t for t in text.tokens if t.kind != "mark"]
    return Span(words[first].start, words[first + length - 1].end)


def _expected(pair: tuple[int, int], texts: Sequence[Runs]) -> int:
    return max(1, min(texts[i][0] for i in pair) // (2 * _SAMPLE))
