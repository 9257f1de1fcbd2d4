"""Days, weeks, months and years counted from the date of publication."""

from calendar import monthrange
from contextlib import suppress
from datetime import date, timedelta

from khabar.values.moment import Moment

_WEEK = 7
_YEAR = 12  # months
_DAYS = 365


def day(year: int, month: int, number: int) -> Moment | None:
    """That day; None: there is no such day."""
    with suppress(ValueError):
        return Moment.on(date(year, month, number))
    return None


def month(year: int, number: int) -> Moment:
    """That month."""
    return Moment(f"{year:04d}-{number:02d}")


def nearest_year(published: date, number: int, side: int | None, of_month: int = 15) -> int:
    """The year in which a month without one lies: before, behind or nearest to the date of publication."""
    last = monthrange(published.year, number)[1]
    there = date(published.year, number, min(of_month, last))
    if side is not None and side < 0:
        return published.year if there < published.replace(day=1) or there < published else published.year - 1
    if side is not None and side > 0:
        return published.year if there > published else published.year + 1
    distances = [(abs((there - published).days + step * _DAYS), published.year + step) for step in (-1, 0, 1)]
    return min(distances)[1]


def year_of_month(published: date, number: int, side: int) -> int:
    """The year of 'last June', 'this June', 'next June'."""
    passed = number < published.month if side < 0 else number > published.month
    return published.year if passed or side == 0 else published.year + side


def weekday(published: date, number: int, side: int) -> Moment:
    """The last such day up to the date of publication, or the first behind it."""
    back = (published.isoweekday() - number) % _WEEK
    if side > 0:
        return Moment.on(published + timedelta(days=_WEEK - back))
    return Moment.on(published - timedelta(days=back or (_WEEK if side < 0 else 0)))


def shifted(published: date, unit: str, steps: int) -> Moment:
    """The day, week, month or year that many units away."""
    if unit == "day":
        return Moment.on(published + timedelta(days=steps))
    if unit == "week":
        year, week, _ = (published + timedelta(weeks=steps)).isocalendar()
        return Moment(f"{year:04d}-W{week:02d}")
    if unit == "month":
        months = published.year * _YEAR + published.month - 1 + steps
        return month(months // _YEAR, months % _YEAR + 1)
    return Moment(f"{published.year + steps:04d}")
