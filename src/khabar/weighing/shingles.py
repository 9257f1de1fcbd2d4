"""Texts as runs of words, by which those that share much are found and compared."""

from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from khabar.language.analysis import AnalysedText
from khabar.values.span import Span

WORDS = 3  # in a shingle
_FEWEST = 12  # shingles of a text, below which nothing is concluded
_SAMPLE = 4  # one shingle in so many is looked up
_HINTS = 3  # looked-up shingles that two texts must share before they are compared
_CROWD = 30
_SLOTS = 4  # for each looked-up shingle, so that two seldom fall into one slot

Runs = tuple[int, Sequence[int]]  # how many a text has, and those of them that are looked up


@dataclass(frozen=True, slots=True)
class Shingled:
    """A text as its shingles."""

    order: tuple[int, ...]  # one hash for each place
    places: Mapping[int, int]  # first place of each hash

    @property
    def packed(self) -> bytes:
        """All its different shingles, sorted, four bytes each: two texts can be compared while both are closed."""
        return array("I", sorted(self.places)).tobytes()


def shingled(text: AnalysedText) -> Shingled:
    """The shingles of a text in their order."""
    words = [t.form.encode() for t in text.tokens if t.kind != "mark"]
    order = tuple(crc32(b" ".join(words[i : i + WORDS])) for i in range(len(words) - WORDS + 1))
    places: dict[int, int] = {}
    for at, shingle in enumerate(order):
        places.setdefault(shingle, at)
    return Shingled(order, places)


def unpacked(packed: bytes) -> "array[int]":
    """The shingles in this order."""
    return array("I", packed)


def looked_up(packed: bytes) -> Runs:
    """How many shingles a text has, with those by which others that may share more are looked up."""
    every = unpacked(packed)
    return len(every), array("I", [s for s in every if s % _SAMPLE == 0])


def candidates(texts: Sequence[Runs]) -> Iterator[tuple[int, int]]:
    """Pairs that share some sampled shingles, in order; within a crowd, neighbours and the first only."""
    having = _shared_by_some(texts)
    done: Counter[int] = Counter()
    for i, (runs, sampled) in enumerate(texts):
        met: list[int] = []
        for shingle in sampled if runs >= _FEWEST else ():
            if shingle not in having:
                continue
            done[shingle] += 1
            members, first = having[shingle], done[shingle]
            whole = len(members) <= _CROWD or first == 1
            met += members[first:] if whole else members[first : first + 1]
        hints = Counter(met)
        yield from ((i, j) for j in sorted(hints) if hints[j] >= _HINTS or hints[j] >= _expected((i, j), texts))


def _shared_by_some(texts: Sequence[Runs]) -> dict[int, list[int]]:
    """The texts that have a shingle, of those that two may have; most are one text's only, and never listed."""
    slots = 1 << max(10, (_SLOTS * sum(len(sampled) for _, sampled in texts)).bit_length())
    seen = bytearray(slots)
    for runs, sampled in texts:
        for shingle in sampled if runs >= _FEWEST else ():
            slot = (shingle // _SAMPLE) % slots
            seen[slot] = 2 if seen[slot] else 1
    having: dict[int, list[int]] = defaultdict(list)
    for i, (runs, sampled) in enumerate(texts):
        for shingle in sampled if runs >= _FEWEST else ():
            if seen[(shingle // _SAMPLE) % slots] > 1:
                having[shingle].append(i)
    return having


def share(one: Collection[int], other: Collection[int]) -> float:
    """How much of the shorter text's different runs stands in the other."""
    shorter, longer = sorted((one, other), key=len)
    return len(set(shorter).intersection(longer)) / len(shorter)


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
    one, other = texts[pair[0]][0], texts[pair[1]][0]
    return max(1, (one if one < other else other) // (2 * _SAMPLE))
