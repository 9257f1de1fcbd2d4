"""A time as precisely as it was stated."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from khabar.errors import BadMoment

_POINT = re.compile(r"([0-9]{4})(?:-W([0-9]{2})|-([0-9]{2})(?:-([0-9]{2}))?)?\Z")


@dataclass(frozen=True, slots=True, order=True)
class Moment:
    """A day, week, month, year or a range of them, as EDTF text: 2024-06-18, 2024-W25, 2024-06, 2022/.."""

    edtf: str

    def __post_init__(self) -> None:
        _bounds(self.edtf)

    def __str__(self) -> str:
        return self.edtf

    @property
    def earliest(self) -> date | None:
        """First day that it may mean; None: open at that end."""
        return _bounds(self.edtf)[0]

    @property
    def latest(self) -> date | None:
        """Last day that it may mean; None: open at that end."""
        return _bounds(self.edtf)[1]

    @property
    def days(self) -> int | None:
        """How many days it spans; None: open at one end."""
        first, last = _bounds(self.edtf)
        return None if first is None or last is None else (last - first).days + 1

    def overlaps(self, other: "Moment") -> bool:
        """Whether some day lies in both."""
        return (self.earliest or date.min) <= (other.latest or date.max) and (other.earliest or date.min) <= (
            self.latest or date.max
        )

    def covers(self, other: "Moment") -> bool:
        """Whether every day of the other lies in it."""
        return (self.earliest or date.min) <= (other.earliest or date.min) and (other.latest or date.max) <= (
            self.latest or date.max
        )

    @classmethod
    def on(cls, day: date) -> "Moment":
        """That one day."""
        return cls(day.isoformat())

    @classmethod
    def between(cls, first: date | None, last: date | None) -> "Moment":
        """From the first day to the last; None leaves that end open."""
        if first is not None and first == last:
            return cls.on(first)
        return cls(f"{first.isoformat() if first else '..'}/{last.isoformat() if last else '..'}")


@lru_cache(maxsize=4096)
def _bounds(edtf: str) -> tuple[date | None, date | None]:
    first, slash, last = edtf.partition("/")
    if not slash:
        return _point(edtf, edtf)
    begin = None if first == ".." else _point(first, edtf)[0]
    end = None if last == ".." else _point(last, edtf)[1]
    if (begin is None and end is None) or (begin and end and begin > end):
        raise BadMoment(edtf)
    return begin, end


def _point(text: str, whole: str) -> tuple[date, date]:
    found = _POINT.match(text)
    if not found:
        raise BadMoment(whole)
    year, week, month, day = (int(g) if g else None for g in found.groups())
    assert year is not None  # the pattern has no match without one
    try:
        if week is not None:
            monday = date.fromisocalendar(year, week, 1)
            return monday, monday + timedelta(days=6)
        if month is None:
            return date(year, 1, 1), date(year, 12, 31)
        if day is None:
            return date(year, month, 1), date(year, month, monthrange(year, month)[1])
        return date(year, month, day), date(year, month, day)
    except (ValueError, IndexError, OverflowError) as wrong:  # the last week of 9999 ends in a year that is none
        raise BadMoment(whole) from wrong
