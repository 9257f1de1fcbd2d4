"""The timeline in figures: how much there is of each year, month or day, and how much of it is told as a fact."""

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from khabar.values.event import Status
from khabar.views.timeline import Events, Kinds, claims_wanted

_DAYS = 62  # two months are shown day by day,
_MONTHS = 731  # two years month by month


class Unit(StrEnum):
    """How fine a timeline is counted."""

    YEAR = "year"
    MONTH = "month"
    DAY = "day"

    @property
    def letters(self) -> int:
        """How much of a day's ISO form names it."""
        return {Unit.YEAR: 4, Unit.MONTH: 7, Unit.DAY: 10}[self]


@dataclass(frozen=True, slots=True)
class Period:
    """What the timeline has of one year, month or day."""

    name: str | None  # 2024, 2024-06 or 2024-06-18; None: what lies in several, or has no day at all
    by_status: tuple[tuple[Status | None, int], ...]  # those that occur; None: no event was read in it

    @property
    def total(self) -> int:
        """How many claims that is."""
        return sum(count for _, count in self.by_status)


def unit_of(first: date, last: date) -> Unit:
    """How fine a stretch of days is best counted."""
    days = (last - first).days + 1
    return Unit.DAY if days <= _DAYS else Unit.MONTH if days <= _MONTHS else Unit.YEAR


def periods(
    archive: Events,
    since: date | None = None,
    until: date | None = None,
    about: str | None = None,
    kinds: Kinds | None = None,
    *,
    unit: Unit = Unit.YEAR,
) -> tuple[Period, ...]:
    """The entries of that same timeline, each counted once, in order; those that stand in no one period come last."""
    wanted = claims_wanted(archive, since, until, about, kinds or Kinds())
    counts: dict[str | None, Counter[Status | None]] = defaultdict(Counter)
    for (name, status), number in archive.counted_in_time(wanted, unit.letters).items():
        counts[name][status] = number
    return tuple(
        Period(name, tuple((status, counts[name][status]) for status in (*Status, None) if counts[name][status]))
        for name in sorted(counts, key=lambda one: (one is None, one or ""))
    )
