"""Times in Arabic words, with both names of each month."""

from datetime import date
from functools import cache

from khabar.knowledge.calendar import calendar_words
from khabar.values.moment import Moment
from khabar.views.dossier.words import word

# The names that most of the Arab press writes side by side: يونيو/حزيران.
_CONVENTIONS = ("gulf-nile", "levant-iraq")


def in_words(moment: Moment | None) -> str:
    """The time, no more precise than it was stated."""
    if moment is None:
        return word("date.unknown")
    first, slash, last = moment.edtf.partition("/")
    if not slash:
        return _point(first)
    if ".." in (first, last):
        return word("date.until", last=_point(last)) if first == ".." else word("date.since", first=_point(first))
    return word("date.range", first=_point(first), last=_point(last))


def day_in_words(day: date) -> str:
    """One day."""
    return word("date.day", day=day.day, month=month_name(day.month), year=day.year)


def machine_readable(moment: Moment | None) -> str | None:
    """What a <time> element may carry; None: HTML has no form for it."""
    return moment.edtf if moment and "/" not in moment.edtf else None


def _point(edtf: str) -> str:
    if "W" in edtf:
        monday = Moment(edtf).earliest
        return word("date.week", day=day_in_words(monday)) if monday else edtf
    match edtf.split("-"):
        case [year, month, day]:
            return day_in_words(date(int(year), int(month), int(day)))
        case [year, month]:
            return word("date.month", month=month_name(int(month)), year=int(year))
    return edtf


@cache
def month_name(number: int) -> str:
    """A month of the year, under both its names."""
    names: dict[str, str] = {}
    for one in calendar_words():
        if one.kind == "month" and one.value == number and one.group in _CONVENTIONS:
            names.setdefault(one.group, one.form)
    return "/".join(names[group] for group in _CONVENTIONS if group in names)
