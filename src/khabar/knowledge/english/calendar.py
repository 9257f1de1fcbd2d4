"""The words of English dates, typed."""

from dataclasses import dataclass
from functools import cache

from khabar.knowledge.files import entries

FILE = "en/calendar.yaml"


@dataclass(frozen=True, slots=True)
class CalendarWord:
    """One word or phrase of a date."""

    entry: str  # id of the entry
    kind: str  # month | weekday | day | unit | side | edge | ahead
    value: int | str
    form: str  # as it is spelled; months and weekdays stand with a capital


@cache
def calendar_words() -> tuple[CalendarWord, ...]:
    """Every form of every entry."""
    return tuple(CalendarWord(e["id"], e["kind"], e["value"], form) for e in entries(FILE) for form in e["words"])
