"""The strip of bars over a timeline: one for each year, month or day, stacked by status."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from khabar.shells.web.drawings.scales import round_steps
from khabar.values.event import Status
from khabar.values.moment import Moment
from khabar.views.periods import Period, Unit

HEIGHT = 190.0  # of the whole strip, in pixels
TOP = 22.0  # where the highest bar ends: above it stands its number
FLOOR = 150.0  # what the bars stand on; the names of the periods are below
_LEAST = 3.0  # so high is a bar at the least, or it would not be seen
_WIDEST = 8.0  # hundredths: a few bars are columns, not blocks
_GAP = 0.16  # of the room of a bar that is left free beside it
_MOST_YEARS = 24  # bars; the years before and after stand together in one each


@dataclass(frozen=True, slots=True)
class Segment:
    """The part of a bar that one status has."""

    status: Status | None
    count: int
    top: float
    height: float


@dataclass(frozen=True, slots=True)
class Bar:
    """One period; `left` and `width` are shares of the strip's width, in hundredths."""

    since: str | None  # 2024, 2024-06 or 2024-06-18; None: all the years before `until`
    until: str | None  # the same as `since` in a single period; None: all the years after `since`
    total: int
    segments: tuple[Segment, ...]  # from the floor up
    left: float = 0
    width: float = 0

    @property
    def top(self) -> float:
        """Where it ends."""
        return min((part.top for part in self.segments), default=FLOOR)

    @property
    def middle(self) -> float:
        """Where its name stands."""
        return self.left + self.width / 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line behind the bars."""

    value: int
    y: float


@dataclass(frozen=True, slots=True)
class Strip:
    """All the bars, in the order of time."""

    unit: Unit
    bars: tuple[Bar, ...]
    lines: tuple[Line, ...]
    height: float = HEIGHT

    @property
    def total(self) -> int:
        """How much all the bars show."""
        return sum(bar.total for bar in self.bars)


def strip(told: Sequence[Period], unit: Unit, first: date, last: date, *, from_right: bool = False) -> Strip:
    """The bars of all periods between two days, those without anything too; what lies outside of them is left out."""
    known = {period.name: period for period in told}
    bars = [_bar(name, known.get(name)) for name in names_between(unit, first, last)]
    if unit is Unit.YEAR:
        bars = _in_window(bars)
    lines = round_steps(max((bar.total for bar in bars), default=0))
    placed = (_placed(bar, n, len(bars), lines[-1], from_right) for n, bar in enumerate(bars))
    return Strip(unit, tuple(placed), tuple(Line(value, _y(value, lines[-1])) for value in lines))


def names_between(unit: Unit, first: date, last: date) -> tuple[str, ...]:
    """The names of the periods that the days lie in, in order."""
    return tuple(_names(unit, first, last))


def _names(unit: Unit, first: date, last: date) -> Iterator[str]:
    at, end = first, last.isoformat()[: unit.letters]
    while at.isoformat()[: unit.letters] <= end:
        name = at.isoformat()[: unit.letters]
        yield name
        after = Moment(name).latest
        if after is None or after == date.max:
            return
        at = after + timedelta(days=1)


def _bar(name: str, period: Period | None) -> Bar:
    parts = period.by_status if period else ()
    return Bar(name, name, sum(count for _, count in parts), tuple(Segment(s, count, 0, 0) for s, count in parts))


def _in_window(bars: list[Bar]) -> list[Bar]:
    """The stretch of years with most in it, the latest of several; those before and after each as one bar."""
    starts = range(max(1, len(bars) - _MOST_YEARS + 1))
    start = max(starts, key=lambda n: (sum(bar.total for bar in bars[n : n + _MOST_YEARS]), n))
    end = start + _MOST_YEARS
    before, after = _together(bars[:start]), _together(bars[end:])
    return [
        *([replace(before, since=None)] if before else []),
        *bars[start:end],
        *([replace(after, until=None)] if after else []),
    ]


def _together(bars: Sequence[Bar]) -> Bar | None:
    """Several bars as one; None: there is nothing in them."""
    counts = {s: sum(p.count for bar in bars for p in bar.segments if p.status is s) for s in (*Status, None)}
    if not any(counts.values()):
        return None
    parts = tuple(Segment(status, count, 0, 0) for status, count in counts.items() if count)
    return Bar(bars[0].since, bars[-1].until, sum(counts.values()), parts)


def _placed(bar: Bar, n: int, of: int, most: int, from_right: bool) -> Bar:
    room = 100 / of
    at = of - 1 - n if from_right else n
    width = min(room * (1 - _GAP), _WIDEST)
    left = at * room + (room - width) / 2
    return replace(bar, left=round(left, 3), width=round(width, 3), segments=tuple(_stacked(bar, most)))


def _stacked(bar: Bar, most: int) -> Iterator[Segment]:
    high = max(_LEAST, FLOOR - _y(bar.total, most)) if bar.total else 0
    floor = FLOOR
    for part in bar.segments:
        height = high * part.count / bar.total
        floor -= height
        yield replace(part, top=round(floor, 2), height=round(height, 2))


def _y(value: int, most: int) -> float:
    return round(FLOOR - (FLOOR - TOP) * value / most, 2) if most else FLOOR
