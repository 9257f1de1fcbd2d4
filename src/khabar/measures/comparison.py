"""Two readings of annotated reports side by side: what changed, what that mends, and what it breaks."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from khabar.measures.changes import Change, changes
from khabar.measures.figures import Fault
from khabar.measures.gold import GoldReport
from khabar.measures.reading_quality import measure
from khabar.values.reading import Reading


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the later readings have otherwise than the earlier."""

    reports: int  # that both have
    changes: tuple[Change, ...]
    mended: tuple[Fault, ...]  # errors of the earlier readings only
    broken: tuple[Fault, ...]  # errors of the later readings only
    figures: tuple[tuple[str, float, float], ...]  # those that moved: which, what it was, what it is
    new: tuple[str, ...]  # reports that only the later readings have


def compare(now: Sequence[tuple[GoldReport, Reading]], before: Mapping[str, Reading]) -> Comparison:
    """The later readings beside the earlier ones of the same reports."""
    both = [(gold, reading, before[gold.report.id]) for gold, reading in now if gold.report.id in before]
    later = measure((gold, reading) for gold, reading, _ in both)
    earlier = measure((gold, reading) for gold, _, reading in both)
    was = dict(earlier.figures)
    return Comparison(
        reports=len(both),
        changes=tuple(c for gold, after, old in both for c in changes(old, after, gold.report.text)),
        mended=_only(earlier.faults, later.faults),
        broken=_only(later.faults, earlier.faults),
        figures=tuple((name, was[name].f1, figure.f1) for name, figure in later.figures if figure != was[name]),
        new=tuple(gold.report.id for gold, _ in now if gold.report.id not in before),
    )


def _only(these: Sequence[Fault], others: Sequence[Fault]) -> tuple[Fault, ...]:
    """The faults that only these hold, whatever read them."""
    left = Counter(_told(fault) for fault in others)
    found = []
    for fault in these:
        if left[_told(fault)]:
            left[_told(fault)] -= 1
        else:
            found.append(fault)
    return tuple(found)


def _told(fault: Fault) -> tuple[str, str, str, str]:
    return fault.figure, fault.report_id, fault.kind, fault.what
