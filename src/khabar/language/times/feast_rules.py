"""Feasts and commemorations as the days that they fall on: 'في عيد الأضحى الماضي', 'ثاني أيام عيد الفطر'."""

from datetime import date, timedelta

from khabar.language.times.calendar_sums import hijri_day, hijri_year
from khabar.language.times.context import Context
from khabar.language.times.grammar import Found, Rule, rule
from khabar.language.times.shapes import costs, relative_year, stated_year, year, year_is_one

_HIJRI = "hijri"
_LONGEST = 5  # days that are counted: 'رابع أيام عيد الأضحى'
_FIRST_GREGORIAN_YEAR = 1600  # lower years are Hijri ones


def _feast(found: Found, context: Context) -> str | None:
    item = found.item("feast")
    if item is None or _attached(found, context) or not year_is_one(found):
        return None
    nth = found.number("nth") or found.number("day") or 1
    days = [day for year in _years(found, context) for day in _days_in(year, str(item.value))]
    if not days or not 1 <= nth <= _LONGEST:
        return None
    return (_chosen(days, found, context) + timedelta(days=nth - 1)).isoformat()


def _attached(found: Found, context: Context) -> bool:
    """'الاحتفال بعيد الفطر', 'كعيد الفطر': what is spoken of, not when."""
    lead = found.item("in")
    return lead is not None and lead.end == context.start and lead.terminal == "IN"


def _years(found: Found, context: Context) -> tuple[int, ...]:
    known = stated_year(found, context)
    this = context.today.year
    return (this, this - 1, this + 1) if known is None else (known,)


def _days_in(year: int, value: str) -> list[date]:
    """The days of a Gregorian or Hijri year on which a feast falls; a Hijri one may fall on two of the former."""
    calendar, _, when = value.partition(" ")
    month, day = (int(part) for part in when.split("-"))
    if calendar != _HIJRI:
        return [date(year, month, day)] if year >= _FIRST_GREGORIAN_YEAR else []
    if year < _FIRST_GREGORIAN_YEAR:
        known = hijri_day(year, month, day)
        return [known] if known else []
    begin = hijri_year(date(year, 1, 1))
    days = (hijri_day(hijri, month, day) for hijri in (begin, begin + 1))
    return [found for found in days if found and found.year == year]


def _chosen(days: list[date], found: Found, context: Context) -> date:
    """The last before publication or the first after it where the words say which, else the nearest."""
    today, relation = context.today, found.item("r")
    if relation and relation.terminal in {"PAST", "PREVIOUS", "LATEST"}:
        return max((day for day in days if day < today), default=days[0])
    if relation and relation.terminal == "NEXT":
        return min((day for day in days if day > today), default=days[0])
    back, ahead = costs(found, context)
    return min(days, key=lambda day: (today - day).days * back if day <= today else (day - today).days * ahead)


_WHEN = f"(?: {year()} | {relative_year()} | (?P<r>PAST|NEXT|CURRENT|PREVIOUS|LATEST) )"
_LEAD = "(?P<in>IN|SINCE|UNTIL|BEFORE|AFTER|DAY|PART)"
_NO_BIRTHDAY = "(?! ARTICLE|ORDINAL|TENTH|CARDINAL)"  # 'عيد الميلاد الثمانين للملكة'
_NTH = "(?: (?P<nth>ORDINAL) (?:DAY|UNITS) OF? | TODAY (?P<day>ORDINAL) (?:OF|IN) )"

RULES: tuple[Rule, ...] = (
    rule("feast", f"{_LEAD} (?P<x>(?P<feast>FEAST) {_WHEN}?) {_NO_BIRTHDAY}", _feast),
    rule("feast-of-year", f"(?P<feast>FEAST) {_WHEN}", _feast),
    rule("day-of-feast", f"{_NTH} (?P<feast>FEAST) {_WHEN}?", _feast),
)
