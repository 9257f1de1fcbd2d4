"""Dates of the Hijri calendar, given in the Gregorian one (Umm al-Qura), alone or beside their Gregorian twin."""

from datetime import date

from khabar.language.times.calendar_sums import hijri_day, hijri_month_text, hijri_year, hijri_year_text
from khabar.language.times.context import Context
from khabar.language.times.grammar import Found, Rule, rule
from khabar.language.times.shapes import LEAD, OF, day, day_number, month, one_day, year

_YEARS = range(1, 1600)
_LAST_GREGORIAN = 2200


def _year_near(found: Found, context: Context, month: int) -> int:
    stated = found.number("hy")
    if stated is not None:
        return stated if stated in _YEARS else _year_beginning_in(stated, month)
    this = hijri_year(context.today)
    relation = found.item("r")
    begin = hijri_day(this, month, 1)
    if begin is None:
        return this
    if relation and relation.terminal in {"PAST", "PREVIOUS"}:
        return this - (begin >= context.today)
    if relation and relation.terminal == "NEXT":
        return this + (begin <= context.today)
    if relation:
        return this
    candidates = [
        (abs((d - context.today).days), y) for y in (this, this - 1, this + 1) if (d := hijri_day(y, month, 1))
    ]
    return min(candidates)[1]


def _year_beginning_in(gregorian: int, month: int) -> int:
    """'رمضان 2019': the Hijri year whose month begins in that Gregorian one, the later of two."""
    last = hijri_year(date(max(_YEARS.stop, min(gregorian, _LAST_GREGORIAN)), 12, 31))
    begun = ((year, hijri_day(year, month, 1)) for year in (last, last - 1))
    return next((year for year, begin in begun if begin and begin.year == gregorian), last)


def _day(found: Found, context: Context) -> str | None:
    if found.has("m"):
        return one_day(found, context, group="g")
    if found.has("date"):
        item = found.item("date")
        return str(item.value) if item else None
    number, which = day_number(found, "d"), found.number("h")
    if number is None or which is None or (_is_faint(found) and not found.has("hy")):
        return None
    day_found = hijri_day(_year_near(found, context, which), which, number)
    return day_found.isoformat() if day_found else None


def _is_faint(found: Found) -> bool:
    item = found.item("h")
    return item is not None and item.doubt == "faint"


def _month(found: Found, context: Context) -> str | None:
    item, which = found.item("h"), found.number("h")
    if item is None or which is None:
        return None
    if item.doubt and not any(found.has(group) for group in ("hy", "r", "moon")):
        return None
    return hijri_month_text(_year_near(found, context, which), which)


def _year(found: Found, context: Context) -> str | None:
    number = found.number("hy")
    return hijri_year_text(number) if number is not None and number in _YEARS else None


_HIJRI_YEAR = "COMMA? (?:OF|TO)? (?:YEAR|THE_YEAR)? (?P<hy>YEAR_NUMBER|COUNT|CARDINAL) HIJRI_ERA?"
_RELATION = "(?P<r>PAST|NEXT|CURRENT|PREVIOUS)"
_WHEN = f"(?P<h>HIJRI_MONTH) (?: {_HIJRI_YEAR} | {_RELATION} )?"
_TWIN = f"(?P<g>DAY_NUMBER|ORDINAL) {OF} {month()} (?:{year()})?"
_GREGORIAN = f"(?:CORRESPONDING|SLASH|DASH|COMMA|OPEN|TO){{1,3}} (?: {_TWIN} | (?P<date>DATE) ) ERA? CLOSE?"

RULES: tuple[Rule, ...] = (
    rule("hijri-day", f"{LEAD} {day()} (?:OF|IN)? MOON? {_WHEN} (?:{_GREGORIAN})?", _day),
    rule("hijri-month", f"(?P<moon>MOON|THE_MOON|EDGE)? {_WHEN}", _month),
    rule("hijri-year", "(?:YEAR|THE_YEAR)? (?P<hy>YEAR_NUMBER|COUNT) HIJRI_ERA", _year),
)
