"""Days and months of the Gregorian calendar: '12 يونيو 2017', 'مارس الماضي', 'الأول من الشهر الجاري'."""

from datetime import date

from khabar.knowledge.calendar import NamedDay, named_days
from khabar.language.normalise import fold
from khabar.language.times.calendar_sums import day_text, last_day, month_text
from khabar.language.times.context import Context, folded_context
from khabar.language.times.figures import numeric_date
from khabar.language.times.grammar import Found, Rule, rule
from khabar.language.times.shapes import (
    DAY,
    EDGE,
    LEAD,
    OF,
    THE_MONTH,
    day,
    day_number,
    has_year,
    month,
    one_day,
    one_month,
    relative_month,
    tail,
    twins_agree,
    year,
    year_for,
    year_is_one,
)


def _day(found: Found, context: Context) -> str | None:
    named = _named_day(found, context)
    if named:
        return named
    item = found.item("m")
    if not has_year(found) and context.word_before() in folded_context("head-of-day-name"):
        return None
    if item and item.doubt == "faint" and not (found.has("y") or found.has("twin")):
        return None
    if found.item("d") is not None and found.all("d")[-1].terminal == "CARDINAL" and found.after in {"UNITS", "YEAR"}:
        return None
    day_found = one_day(found, context)
    return None if day_found and _counts_weekdays(found, day_found) else day_found


def _counts_weekdays(found: Found, day_found: str) -> bool:
    """'الثلاثاء الثالث من سبتمبر' is the third Tuesday, unless the third is a Tuesday."""
    item, weekday = found.item("d"), found.number("w")
    ordinal = item is not None and item.terminal == "ORDINAL" and (found.number("d") or 0) <= 5
    return ordinal and weekday is not None and date.fromisoformat(day_found).weekday() != weekday


def _named_day(found: Found, context: Context) -> str | None:
    if has_year(found):
        return None
    number, which = (day_number(found, "d") if found.has("d") else 0), found.number("m")
    for known in named_days():
        if (number, which) == (known.day, known.month) and _speaks_of(known, context):
            return known.value
    return None


def _speaks_of(known: NamedDay, context: Context) -> bool:
    near = context.words_before(2)
    if known.value > context.today.isoformat():
        return False
    if any(fold(head) in near for head in known.heads):
        return True
    around = {*context.words_before(14), *context.words_after(8)}
    return any(fold(topic) in around for topic in known.topics)


def _month(found: Found, context: Context) -> str | None:
    if found.before in {"COUNT", "DAY_NUMBER"}:
        return None
    named = _named_day(found, context)
    if named:
        return named
    return one_month(found, context)


def _listed_month(found: Found, context: Context) -> str | None:
    which, known = found.number("m"), found.number("y2")
    if which is None or known is None or not twins_agree(found) or not year_is_one(found, "2"):
        return None
    return month_text(known, which)


def _date(found: Found, context: Context) -> str | None:
    item = found.item("date")
    return str(item.value) if item else None


def _spaced_date(found: Found, context: Context) -> str | None:
    day_found = numeric_date(*(str(found.number(group)) for group in ("a", "b", "c")))
    return day_found.isoformat() if day_found else None


def _day_and_month(found: Found, context: Context) -> str | None:
    """'في 22/4', 'يوم 4/22': no fraction, since one figure alone can be a month."""
    item = found.item("dm")
    if item is None or not isinstance(item.value, tuple):
        return None
    number, which = (int(part) for part in item.value)
    return day_text(year_for(found, context, which, number), which, number)


def _month_year(found: Found, context: Context) -> str | None:
    item = found.item("month")
    return str(item.value) if item else None


def _edged_month(found: Found, context: Context) -> str | None:
    whole = one_month(found, context)
    edge = found.item("edge")
    if whole and edge and edge.value == "end" and found.before == "UNTIL":
        return last_day(whole)
    return whole


def _edge_day(found: Found, context: Context) -> str | None:
    whole = one_month(found, context)
    if whole is None or found.has("last"):
        return whole and last_day(whole)
    number = day_number(found, "d")
    return f"{whole}-{number:02}" if number and number <= int(last_day(whole)[-2:]) else None


def _day_of_month(found: Found, context: Context) -> str | None:
    month_day = found.number("d")
    item = found.item("d")
    month_day = 1 if item and item.terminal == "THE_FIRST_OF" else month_day
    whole = relative_month(found, context)
    if month_day is None or whole is None or not 1 <= month_day <= int(last_day(whole)[-2:]):
        return None
    return f"{whole}-{month_day:02}"


def _day_of_current(found: Found, context: Context) -> str | None:
    """'في 14 الجاري'."""
    number = day_number(found, "d")
    return day_text(context.today.year, context.today.month, number) if number else None


def _half_month(found: Found, context: Context) -> str | None:
    whole = one_month(found, context)
    part = found.number("half")
    if whole is None or part not in (1, 2):
        return None
    return f"{whole}-01/{whole}-15" if part == 1 else f"{whole}-16/{last_day(whole)}"


def _days_of_this(found: Found, context: Context) -> str | None:
    """'من 4 إلى 22 من الشهر الجاري'."""
    whole = relative_month(found, context)
    first, last = day_number(found, "d"), day_number(found, "e")
    pair = found.item("days")
    if pair and isinstance(pair.value, tuple):
        first, last = int(pair.value[0]), int(pair.value[1])
    if whole is None or first is None or last is None or not first < last <= int(last_day(whole)[-2:]):
        return None
    return f"{whole}-{first:02}/{whole}-{last:02}"


_BEFORE_MONTH = "IN|OF|SINCE|UNTIL"
_MORE = f"AND? (?:AND|TO|UNTIL|DASH) (?P<e>{DAY})"
_LAST_OR_NTH = "(?:(?P<last>LAST_OF)|(?P<d>ORDINAL))"
_YEAR_LAST = "COMMA? OF? (?:YEAR|THE_YEAR)? (?P<y>YEAR_NUMBER|CARDINAL) ERA?"
_SPACED = "(?P<a>DAY_NUMBER) (?P<sep>SLASH|DASH) (?P<b>DAY_NUMBER) (?P=sep) (?P<c>YEAR_NUMBER)"

RULES: tuple[Rule, ...] = (
    rule("day-month-year", f"{LEAD} OPEN? {day()} {OF} {month()} {tail()} CLOSE?", _day),
    rule("day-month", f"{LEAD} {day()} {OF} {month()}", _day),
    rule("day-one-name", f"{LEAD} {day()} {OF} MOON? (?P<m>MONTH) (?:{year()})?", _day),
    rule(
        "month-day-year", f"(?:IN|OF)? (?P<x>{LEAD} (?P<m>MONTH) DASH? (?P<d>DAY_NUMBER|ORDINAL) {_YEAR_LAST})", one_day
    ),
    rule("day-of-this-month", f"{LEAD} {day()} {OF} {THE_MONTH}", _day_of_month),
    rule("day-of-current", f"(?:(?P<in>IN)|DAY) (?P<x>{day()} CURRENT)", _day_of_current),
    rule("month-year", f"(?P<sure>{_BEFORE_MONTH}|BETWEEN|AFTER|BEFORE)? (?P<x>{month()} {tail()})", _month),
    rule("month-one-name", f"(?P<sure>{_BEFORE_MONTH})? (?P<x>(?P<moon>MOON)? (?P<m>MONTH) (?:{year()})?)", _month),
    rule("month-then-listed", f"{month()} (?= AND {month('2')} {year('2')})", _listed_month),
    rule("edge-month-year", f"{EDGE} OF? {month()} {tail()}", _edged_month),
    rule("first-day-of-month", f"{_LAST_OR_NTH} (?:DAY|UNITS|OF|IN)+ {month()} {tail()}", _edge_day),
    rule("last-day-of-month", f"TODAY (?P<last>LATEST) (?:OF|IN) {month()} {tail()}", _edge_day),
    rule("half-of-month", f"HALF (?P<half>ORDINAL) {OF} {month()} {tail()}", _half_month),
    rule(
        "days-of-this-month",
        f"(?:BETWEEN|OF|PAIR_OF)? (?: (?P<days>DAYS) | {day()} {_MORE} ) {OF} {THE_MONTH}",
        _days_of_this,
    ),
    rule("numeric-date", f"{LEAD} (?P<date>DATE) ERA?", _date),
    rule("day-slash-month", "(?:IN|DAY|SINCE|UNTIL) (?P<x>(?P<dm>DAY_MONTH)) (?! UNITS|OF)", _day_and_month),
    rule("spaced-date", f"{LEAD} {_SPACED} ERA?", _spaced_date),
    rule("numeric-month", f"(?:{_BEFORE_MONTH}) (?P<x>(?P<month>MONTH_YEAR)) ERA?", _month_year),
)
