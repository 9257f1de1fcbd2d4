"""Faults grouped by what is wrong and by what read it."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from khabar.measures.figures import ORDER, Fault


@dataclass(frozen=True, slots=True)
class Cause:
    """All faults of one figure that are wrong in the same way."""

    figure: str
    kind: str
    number: int
    labels: tuple[tuple[str, int], ...]  # what read them, the most first; those that nothing read have none
    faults: tuple[Fault, ...]  # those of the reports with most of them first


def causes(faults: Iterable[Fault]) -> tuple[Cause, ...]:
    """The faults by figure, in the order of the figures, and by kind, the most first."""
    groups: dict[str, dict[str, list[Fault]]] = {figure: {} for figure in ORDER}
    for fault in faults:
        groups.setdefault(fault.figure, {}).setdefault(fault.kind, []).append(fault)
    return tuple(
        _cause(figure, kind, together)
        for figure, by_kind in groups.items()
        for kind, together in sorted(by_kind.items(), key=lambda pair: (-len(pair[1]), pair[0]))
    )


def _cause(figure: str, kind: str, faults: list[Fault]) -> Cause:
    labels = Counter(fault.label for fault in faults if fault.label)
    in_report = Counter(fault.report_id for fault in faults)
    worst = sorted(faults, key=lambda fault: -in_report[fault.report_id])
    return Cause(figure, kind, len(faults), tuple(labels.most_common()), tuple(worst))
