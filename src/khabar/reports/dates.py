"""Dates that machines write: ISO, numeric, RFC 2822 and Unix time. Dates in words are read in the language room."""

import re
from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime
from math import isfinite
from typing import Any

_DIGITS = {zero + digit: str(digit) for zero in (0x0660, 0x06F0) for digit in range(10)}
_YEAR_FIRST = re.compile(r"(?<!\d)((?:19|20)\d\d)[-/.]([01]?\d)[-/.]([0-3]?\d)(?!\d)")
_YEAR_LAST = re.compile(r"(?<!\d)([0-3]?\d)[-/.]([0-3]?\d)[-/.]((?:19|20)\d\d)(?!\d)")
_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)([01]\d)([0-3]\d)(?=$|T)")
_SECONDS = range(10**8, 10**10)  # 1973 to 2286; a thousand times that is milliseconds


def date_said(value: Any) -> date | None:
    """The day that a machine-written value names, as it is written there, whatever its time zone."""
    if isinstance(value, bool) or value is None or (isinstance(value, float) and not isfinite(value)):
        return None
    if isinstance(value, int | float):
        return _of_seconds(int(value))
    text = str(value).strip().translate(_DIGITS)
    if text.isascii() and text.isdigit() and len(text) in (10, 13):
        return _of_seconds(int(text))
    return date_written(text) or _compact(text) or _of_mail(text)


def date_written(text: str) -> date | None:
    """The first numeric date in a text: 2024-06-17, 17/6/2024, and 6/17/2024 where the day cannot come first."""
    western = text.translate(_DIGITS)
    first, last = _YEAR_FIRST.search(western), _YEAR_LAST.search(western)
    if first and (not last or first.start() <= last.start()):
        return _day(*map(int, first.groups()))
    if last:
        day, month, year = map(int, last.groups())
        return _day(year, month, day) or _day(year, day, month)
    return None


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _compact(text: str) -> date | None:
    found = _COMPACT.match(text)
    return _day(*map(int, found.groups())) if found else None


def _of_mail(text: str) -> date | None:
    try:
        return parsedate_to_datetime(text).date()
    except (ValueError, IndexError, TypeError, OverflowError):
        return None


def _of_seconds(number: int) -> date | None:
    seconds = number if number in _SECONDS else number // 1000
    return datetime.fromtimestamp(seconds, UTC).date() if seconds in _SECONDS else None
