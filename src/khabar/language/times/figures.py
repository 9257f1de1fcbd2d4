"""Figures as they stand in dates: days, years, numeric dates, ranges of years or days."""

import re
from datetime import date

_DATE = re.compile(r"(\d{1,4})([/.\-])(\d{1,2})\2(\d{1,4})")
_PAIR = re.compile(r"(\d{1,4})([/\-–])(\d{1,4})")
_LONGEST = 12
_FIRST_YEAR, _LAST_YEAR = 1000, 2200
_MONTHS = 12

Value = int | float | str | tuple[str, ...]


def figure(form: str) -> tuple[str, Value]:
    """The terminal and the value of a figure in Western digits."""
    if len(form) > _LONGEST:
        return "OTHER", form
    if form.isdigit():
        return _plain(form)
    found = _DATE.fullmatch(form)
    if found:
        day = numeric_date(found[1], found[3], found[4])
        return ("DATE", day.isoformat()) if day else ("OTHER", form)
    found = _PAIR.fullmatch(form)
    return _pair(found[1], found[2], found[3]) if found else ("OTHER", form)


def numeric_date(first: str, second: str, third: str) -> date | None:
    """The day that three figures give: year first or last, the day before the month where both may be."""
    a, b, c = int(first), int(second), int(third)
    if len(first) == 4:
        return _day(a, b, c) or _day(a, c, b)
    if len(third) == 4:
        return _day(c, b, a) or _day(c, a, b)
    if len(third) == 2 and len(first) <= 2:
        return _day(2000 + c if c < 70 else 1900 + c, b, a)
    return None


def _day(year: int, month: int, day: int) -> date | None:
    if not (_FIRST_YEAR <= year <= _LAST_YEAR and 1 <= month <= 12 and 1 <= day <= 31):
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _plain(form: str) -> tuple[str, Value]:
    value = int(form)
    if len(form) <= 2 and 1 <= value <= 31:
        return "DAY_NUMBER", value
    if len(form) == 4 and _FIRST_YEAR <= value <= _LAST_YEAR:
        return "YEAR_NUMBER", value
    return "COUNT", value


def _pair(first: str, joint: str, second: str) -> tuple[str, Value]:
    a, b = int(first), int(second)
    if len(first) == len(second) == 4 and _FIRST_YEAR <= a < b <= _LAST_YEAR:
        return "YEARS", (first, second)
    if len(first) == 4 and len(second) == 2 and a % 100 + 1 == b and joint == "/":
        return "YEARS", (first, str(a + 1))
    if joint == "/" and len(second) == 4 and 1 <= a <= 12 and _FIRST_YEAR <= b <= _LAST_YEAR:
        return "MONTH_YEAR", f"{b:04}-{a:02}"
    if len(first) <= 2 and len(second) <= 2 and 1 <= a < b <= 31:
        return ("DAY_MONTH", (second, first)) if joint == "/" and a <= _MONTHS < b else ("DAYS", (first, second))
    if joint == "/" and len(first) <= 2 and len(second) <= 2 and b <= _MONTHS < a <= 31 and b:
        return "DAY_MONTH", (first, second)
    return "OTHER", f"{first}{joint}{second}"
