"""Reports whose text is largely the same, and which words show it."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from khabar.language.analysis import AnalysedText
from khabar.resolution.joining import Joined
from khabar.values.claim import CopyGroup
from khabar.values.reason import Passage, Reason
from khabar.weighing.digest import Digest
from khabar.weighing.shingles import (
    WORDS,
    candidates,
    longest_run,
    looked_up,
    share,
    shingled,
    unpacked,
    words_from,
)

# Half of the shorter text's shingles: copies of one dispatch lie above 0.6, two tellings of one matter below 0.3.
_SHARED = 0.5
SHORTER = 0.7  # of the longer text's runs, below which the other is an abridged one
# One dispatch told in other words lies between: it shares a third, and somewhere a run that two do not hit upon.
_REWORDED = 0.3
_TELLING_RUN = 8
_DAYS = 3  # later, an outlet only takes up its own background again


@dataclass(frozen=True, slots=True)
class Shared:
    """What two texts share."""

    share: float  # of the shorter text's runs of words that stand in the other
    run: tuple[Passage, Passage] | None = None  # the longest that both have; None: they share too little to ask
    words: int = 0  # of that run


@dataclass(frozen=True, slots=True)
class Tie:
    """Two reports that share much of their text."""

    one: int  # places of the reports in their order, the earlier first
    other: int
    share: float  # of the shorter text's runs of words that stand in the other
    lengths: tuple[int, int]  # runs of the one, of the other
    run: tuple[Passage, Passage]  # the longest that both have
    translated: bool = False  # told in two languages: what they share are people, bodies and countries

    @property
    def is_copy(self) -> bool:
        """Whether the one is largely the other; less is one dispatch in other words."""
        return self.share >= _SHARED and not self.translated


Named = tuple[str, AnalysedText]  # a text with the id of its report


def shared_by(one: Named, other: Named) -> Shared:
    """What the texts of two reports share; a pure function of the two."""
    runs = shingled(one[1]), shingled(other[1])
    part = share(*(text.places for text in runs))
    if part < _REWORDED:
        return Shared(part)
    length, here, there = longest_run(*runs)
    passages = tuple(Passage(i, words_from(text, at, length)) for (i, text), at in ((one, here), (other, there)))
    return Shared(part, (passages[0], passages[1]), length)


def ties_in(digests: Sequence[Digest], shared: Callable[[int, int], Shared]) -> tuple[Tie, ...]:
    """All pairs that share so much that they go back to one text; `shared` compares the texts at two places."""
    found = []
    for i, j in _sharing(digests):
        both = shared(i, j)
        telling = both.words >= _TELLING_RUN and _in_time(digests[i], digests[j])
        if both.run and (both.share >= _SHARED or telling):
            found.append(Tie(i, j, both.share, (digests[i].runs, digests[j].runs), both.run))
    return tuple(found)


def _sharing(digests: Sequence[Digest]) -> Iterator[tuple[int, int]]:
    """The pairs that share as much as a copy does, or soon after one another a reworded one; the texts stay closed."""
    at, mine = -1, frozenset[int]()
    for i, j in candidates([looked_up(d.shingles) for d in digests]):
        if i != at:
            at, mine = i, frozenset(unpacked(digests[i].shingles))
        part = share(mine, unpacked(digests[j].shingles))
        if part >= _SHARED or (part >= _REWORDED and _in_time(digests[i], digests[j])):
            yield i, j


def copies_in(digests: Sequence[Digest], ties: Sequence[Tie]) -> tuple[CopyGroup, ...]:
    """Groups of near copies; the reports come earliest first, and each group keeps that order."""
    joined = Joined(range(len(digests)))
    reasons: dict[int, list[Reason]] = defaultdict(list)
    for tie in ties:
        if tie.is_copy and (changed := joined.join(tie.one, tie.other)):
            first, second = changed
            reasons[first] += reasons.pop(second, [])
            reasons[first] += [reason_of(tie), *shared_credits(digests[tie.one], digests[tie.other])]
    return tuple(
        CopyGroup(tuple(digests[i].report for i in members), tuple(reasons[first]))
        for first, members in joined.groups().items()
        if len(members) > 1
    )


def reason_of(tie: Tie) -> Reason:
    """The longest run that two copies share, with how much of the text they share."""
    if tie.translated:
        return Reason(
            "relayed-in-translation", tie.run, f"{tie.share:.0%} of those named by the one are named by the other"
        )
    lengths = sorted(tie.lengths)
    code = "abridged-copy" if lengths[0] < SHORTER * lengths[1] else "near-copy"
    detail = f"{tie.share:.0%} of the shorter text's runs of {WORDS} words stand in the other"
    return Reason(code if tie.is_copy else "reworded-copy", tie.run, detail)


def shared_credits(one: Digest, other: Digest) -> list[Reason]:
    """The media that both name."""
    here, there = ({credit.item: credit for credit in digest.media} for digest in (one, other))
    return [
        Reason(
            "shared-credit",
            (Passage(one.report, here[item].mention), Passage(other.report, there[item].mention)),
            here[item].name,
        )
        for item in sorted(here.keys() & there.keys())
    ]


def _in_time(one: Digest, other: Digest) -> bool:
    return not one.published or not other.published or abs((one.published - other.published).days) <= _DAYS
