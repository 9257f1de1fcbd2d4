"""Reckoning on the calendar: shifted units, nearest years, Hijri months, and their EDTF text."""

from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache

from hijridate import Gregorian, Hijri

_FIRST_HIJRI, _LAST_HIJRI = 1343, 1500  # what the Umm al-Qura tables hold
_MEAN_HIJRI_YEAR = 354.36708
_HIJRI_EPOCH = date(622, 7, 19)


def day_text(year: int, month: int, day: int) -> str | None:
    """A day; None: there is none such."""
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def month_text(year: int, month: int) -> str:
    """A month; months past December or before January run on into other years."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    return f"{year:04}-{month:02}"


def week_text(day: date) -> str:
    """The ISO week of a day."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def shifted(anchor: date, unit: str, count: int) -> str | None:
    """The day, week, month or year that lies so many units away, as precise as its unit; None: no such unit."""
    try:
        if unit == "day":
            return (anchor + timedelta(days=count)).isoformat()
        if unit == "week":
            return week_text(anchor + timedelta(weeks=count))
    except OverflowError:
        return None
    year = anchor.year + (count if unit == "year" else (anchor.month - 1 + count) // 12)
    if not 1000 <= year <= 2999:
        return None
    return {"month": month_text(anchor.year, anchor.month + count), "year": f"{year:04}"}.get(unit)


def same_day_of(anchor: date, months: int) -> date:
    """The day of that number so many months away, or the month's last one."""
    year, month = divmod(anchor.year * 12 + anchor.month - 1 + months, 12)
    return date(year, month + 1, min(anchor.day, monthrange(year, month + 1)[1]))


def decade_text(year: int) -> str:
    """The ten years that a year lies in."""
    first = year - year % 10
    return f"{first:04}/{first + 9:04}"


def century_text(number: int) -> str:
    """The nth century."""
    return f"{(number - 1) * 100 + 1:04}/{number * 100:04}"


def months_text(year: int, first: int, count: int) -> str:
    """So many months from one on, possibly into the next year."""
    return f"{month_text(year, first)}/{month_text(year, first + count - 1)}"


def last_day(edtf: str) -> str:
    """The last day of a month or year; other texts stay as they are."""
    if len(edtf) == 4:
        return f"{edtf}-12-31"
    if len(edtf) == 7 and "W" not in edtf:
        return f"{edtf}-{monthrange(int(edtf[:4]), int(edtf[5:]))[1]:02}"
    return edtf


def weekday_before(anchor: date, weekday: int, *, strictly: bool = False) -> date:
    """The latest such weekday up to a day."""
    back = (anchor.weekday() - weekday) % 7
    return anchor - timedelta(days=back or (7 if strictly else 0))


def weekday_after(anchor: date, weekday: int, *, strictly: bool = False) -> date:
    """The first such weekday from a day on."""
    ahead = (weekday - anchor.weekday()) % 7
    return anchor + timedelta(days=ahead or (7 if strictly else 0))


def weekday_near(anchor: date, weekday: int) -> date:
    """The such weekday nearest to a day."""
    back, ahead = weekday_before(anchor, weekday), weekday_after(anchor, weekday)
    return back if anchor - back <= ahead - anchor else ahead


def hijri_year(day: date) -> int:
    """The Hijri year of a day."""
    try:
        return int(Gregorian(day.year, day.month, day.day).to_hijri().year)
    except (OverflowError, ValueError):
        return int((day - _HIJRI_EPOCH).days / _MEAN_HIJRI_YEAR) + 1


@lru_cache(maxsize=4096)
def hijri_day(year: int, month: int, day: int) -> date | None:
    """The Gregorian day of a Hijri one (Umm al-Qura); None: outside its tables, or no such day."""
    if not _FIRST_HIJRI <= year <= _LAST_HIJRI:
        return None
    try:
        return date.fromisoformat(Hijri(year, month, day).to_gregorian().isoformat())
    except (OverflowError, ValueError):
        return None


def hijri_month_text(year: int, month: int) -> str | None:
    """From the first to the last day of a Hijri month."""
    first = hijri_day(year, month, 1)
    following = hijri_day(year + month // 12, month % 12 + 1, 1)
    if first is None or following is None:
        return None
    return f"{first.isoformat()}/{(following - timedelta(days=1)).isoformat()}"


def hijri_year_text(year: int) -> str | None:
    """From the first to the last day of a Hijri year; outside the tables the two Gregorian years it touches."""
    first, following = hijri_day(year, 1, 1), hijri_day(year + 1, 1, 1)
    if first and following:
        return f"{first.isoformat()}/{(following - timedelta(days=1)).isoformat()}"
    begin = _HIJRI_EPOCH + timedelta(days=int((year - 1) * _MEAN_HIJRI_YEAR))
    end = _HIJRI_EPOCH + timedelta(days=int(year * _MEAN_HIJRI_YEAR) - 1)
    return f"{begin.year:04}/{end.year:04}"
