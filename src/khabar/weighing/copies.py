"""Reports whose text is largely the same, and which words show it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from zlib import crc32

from khabar.language.analysis import AnalysedText
from khabar.values.claim import CopyGroup
from khabar.values.entity import Kind
from khabar.values.reading import Reading
from khabar.values.reason import Passage, Reason
from khabar.values.report import Report
from khabar.values.span import Span

_WORDS = 3  # in a shingle
_FEWEST = 12  # shingles of a text, below which nothing is concluded
# Half of the shorter text's shingles: copies of one dispatch lie above 0.6, two tellings of one matter below 0.3.
_SHARED = 0.5
SHORTER = 0.7  # of the longer text's runs, below which the other is an abridged one
# One dispatch told in other words lies between: it shares a third, and somewhere a run that two do not hit upon.
_REWORDED = 0.3
_TELLING_RUN = 8
_DAYS = 3  # later, an outlet only takes up its own background again
_SAMPLE = 4  # one shingle in so many is looked up
_HINTS = 3  # looked-up shingles that two texts must share before they are compared
_CROWD = 30


@dataclass(frozen=True, slots=True)
class _Shingled:
    order: tuple[int, ...]  # one hash for each place
    places: Mapping[int, int]  # first place of each hash


@dataclass(frozen=True, slots=True)
class Tie:
    """Two reports that share much of their text."""

    one: int  # places of the reports in their order, the earlier first
    other: int
    share: float  # of the shorter text's runs of words that stand in the other
    lengths: tuple[int, int]  # runs of the one, of the other
    run: tuple[Passage, Passage]  # the longest that both have

    @property
    def is_copy(self) -> bool:
        """Whether the one is largely the other; less is one dispatch in other words."""
        return self.share >= _SHARED


def ties_in(reports: Sequence[Report], texts: Sequence[AnalysedText]) -> tuple[Tie, ...]:
    """All pairs that share so much that they go back to one text."""
    shingled = [_shingled(t) for t in texts]
    found = []
    for i, j in _candidates(shingled):
        share = _share(shingled[i], shingled[j])
        if share >= _REWORDED:
            run = _longest_run(i, j, reports, texts, shingled)
            if share >= _SHARED or (_in_time(reports[i], reports[j]) and _words_in(run[0], texts[i]) >= _TELLING_RUN):
                found.append(Tie(i, j, share, (len(shingled[i].places), len(shingled[j].places)), run))
    return tuple(found)


def copies_in(reports: Sequence[Report], ties: Sequence[Tie], readings: Sequence[Reading]) -> tuple[CopyGroup, ...]:
    """Groups of near copies; the reports come earliest first, and each group keeps that order."""
    leader = list(range(len(reports)))
    reasons: dict[int, list[Reason]] = defaultdict(list)

    def root(i: int) -> int:
        while leader[i] != i:
            leader[i] = leader[leader[i]]
            i = leader[i]
        return i

    for tie in ties:
        if tie.is_copy and (one := root(tie.one)) != (other := root(tie.other)):
            first, second = sorted((one, other))
            leader[second] = first
            reasons[first] += reasons.pop(second, [])
            reasons[first] += [reason_of(tie), *shared_credits(tie.one, tie.other, reports, readings)]
    groups: dict[int, list[int]] = defaultdict(list)
    for i in range(len(reports)):
        groups[root(i)].append(i)
    return tuple(
        CopyGroup(tuple(reports[i].id for i in members), tuple(reasons[first]))
        for first, members in sorted(groups.items())
        if len(members) > 1
    )


def reason_of(tie: Tie) -> Reason:
    """The longest run that two copies share, with how much of the text they share."""
    lengths = sorted(tie.lengths)
    code = "abridged-copy" if lengths[0] < SHORTER * lengths[1] else "near-copy"
    detail = f"{tie.share:.0%} of the shorter text's runs of {_WORDS} words stand in the other"
    return Reason(code if tie.is_copy else "reworded-copy", tie.run, detail)


def _in_time(one: Report, other: Report) -> bool:
    return not one.published or not other.published or abs((one.published - other.published).days) <= _DAYS


def _words_in(passage: Passage, text: AnalysedText) -> int:
    return sum(t.kind != "mark" for t in text.tokens[slice(*text.range_of(passage.span))])


def _shingled(text: AnalysedText) -> _Shingled:
    words = [t.form.encode() for t in text.tokens if t.kind != "mark"]
    order = tuple(crc32(b" ".join(words[i : i + _WORDS])) for i in range(len(words) - _WORDS + 1))
    places: dict[int, int] = {}
    for at, shingle in enumerate(order):
        places.setdefault(shingle, at)
    return _Shingled(order, places)


def _candidates(shingled: Sequence[_Shingled]) -> Iterator[tuple[int, int]]:
    """Pairs that share some sampled shingles, in order; within a crowd, neighbours and the first only."""
    having: dict[int, list[int]] = defaultdict(list)
    for i, text in enumerate(shingled):
        if len(text.places) >= _FEWEST:
            for shingle in text.places:
                if shingle % _SAMPLE == 0:
                    having[shingle].append(i)
    hints: Counter[tuple[int, int]] = Counter()
    for members in having.values():
        if len(members) <= _CROWD:
            hints.update((a, b) for at, a in enumerate(members) for b in members[at + 1 :])
        else:
            hints.update(zip(members, members[1:], strict=False))
            hints.update((members[0], b) for b in members[2:])
    yield from sorted(pair for pair, n in hints.items() if n >= min(_HINTS, _sampled(pair, shingled)))


def _sampled(pair: tuple[int, int], shingled: Sequence[_Shingled]) -> int:
    return max(1, min(len(shingled[i].places) for i in pair) // (2 * _SAMPLE))


def _share(one: _Shingled, other: _Shingled) -> float:
    shorter, longer = sorted((one.places, other.places), key=len)
    return sum(s in longer for s in shorter) / len(shorter)


def _longest_run(
    i: int, j: int, reports: Sequence[Report], texts: Sequence[AnalysedText], shingled: Sequence[_Shingled]
) -> tuple[Passage, Passage]:
    best, at = (0, 0, 0), 0
    one, other = shingled[i], shingled[j]
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
    length, here, there = best[0] + _WORDS - 1, -best[1], -best[2]
    return (_passage(reports[i], texts[i], here, length), _passage(reports[j], texts[j], there, length))


def _passage(report: Report, text: AnalysedText, first: int, length: int) -> Passage:
    words = [t for t in text.tokens if t.kind != "mark"]
    return Passage(report.id, Span(words[first].start, words[first + length - 1].end))


def shared_credits(i: int, j: int, reports: Sequence[Report], readings: Sequence[Reading]) -> list[Reason]:
    """The media that both name."""
    named = [
        {e.wikidata or e.known_as or e.name: e for e in readings[k].entities if e.kind is Kind.MEDIA and e.mentions}
        for k in (i, j)
    ]
    return [
        Reason(
            "shared-credit",
            (Passage(reports[i].id, named[0][m].mentions[0]), Passage(reports[j].id, named[1][m].mentions[0])),
            named[0][m].name,
        )
        for m in sorted(named[0].keys() & named[1].keys())
    ]
