"""How two parties stand to one another over time: a bar for each month, and the curve of the balance."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from khabar.shells.web.drawings.scales import round_steps
from khabar.shells.web.drawings.strip import Line, names_between
from khabar.values.moment import Moment
from khabar.views.periods import Unit
from khabar.views.relations import SPAN, Month

HEIGHT = 260.0  # of the whole, in pixels
_TOP, _FLOOR = 12.0, 222.0  # the names of the months are below
_MOST = 60  # months, the latest
_GAP = 0.2  # of a month's room that its bar leaves free
_NAMED = 12  # months that are named at the most


@dataclass(frozen=True, slots=True)
class Column:
    """One month; `left`, `width` and `middle` are shares of the picture's width, in hundredths."""

    month: str
    told: Month | None  # None: nothing counts in it
    named: bool  # whether its name is written
    left: float
    width: float
    top: float  # of the bar, whose other end is at nought
    height: float
    balance: int  # of this month and those before it that belong to half a year
    y: float  # of the balance

    @property
    def middle(self) -> float:
        """Where the balance stands."""
        return self.left + self.width / 2


@dataclass(frozen=True, slots=True)
class Curve:
    """All the months, in the order of time; the balance runs through all of them."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    nought: float
    earlier: int  # months with something in them for which there was no room
    height: float = HEIGHT


def curve(months: Sequence[Month], *, from_right: bool = False) -> Curve:
    """The months from the first to the last, with those between that nothing is told of."""
    if not months:
        return Curve((), (), _FLOOR, 0)
    scores = {month.month: month.score for month in months}
    names = names_between(Unit.MONTH, _day(months[0].month), _day(months[-1].month))
    balances = {
        name: sum(scores.get(m, 0) for m in names[max(0, n - SPAN + 1) : n + 1]) for n, name in enumerate(names)
    }
    shown = names[-_MOST:]
    told = {month.month: month for month in months if month.month in shown}
    values = [value for name in shown for value in (scores.get(name, 0), balances[name])]
    lines = _lines(min(values), max(values))
    columns = (_column(n, shown, told.get(name), balances[name], lines, from_right) for n, name in enumerate(shown))
    return Curve(tuple(columns), lines, _y(0, lines), len(months) - len(told))


def _lines(least: int, most: int) -> tuple[Line, ...]:
    """Round numbers on both sides of nought, no further than the values reach."""
    most = most if least or most else 1  # all at nought: the lines still need room
    steps = round_steps(max(most, -least, 1), 3)
    below = [-step for step in steps[1:] if -step > least - steps[1] and least < 0]
    above = [step for step in steps if step < most + steps[1] or step == 0]
    values = sorted({*below, *above})
    high = (_FLOOR - _TOP) / (values[-1] - values[0])
    return tuple(Line(value, round(_FLOOR - (value - values[0]) * high, 2)) for value in values)


def _y(value: int, lines: Sequence[Line]) -> float:
    low, high = lines[0], lines[-1]
    return round(low.y + (value - low.value) * (high.y - low.y) / (high.value - low.value), 2)


def _column(
    n: int, names: Sequence[str], told: Month | None, balance: int, lines: Sequence[Line], from_right: bool
) -> Column:
    room = 100 / len(names)
    at = len(names) - 1 - n if from_right else n
    nought, end = _y(0, lines), _y(told.score if told else 0, lines)
    return Column(
        month=names[n],
        told=told,
        named=n % -(-len(names) // _NAMED) == 0,
        left=round((at + _GAP / 2) * room, 3),
        width=round((1 - _GAP) * room, 3),
        top=min(nought, end),
        height=round(abs(nought - end), 2),
        balance=balance,
        y=_y(balance, lines),
    )


def _day(month: str) -> date:
    found = Moment(month).earliest
    assert found is not None  # a month has a first day
    return found
