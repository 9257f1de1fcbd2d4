"""Weekdays and weeks by their place in a month or year: 'أول جمعة من مايو', 'الأسبوع الثالث من 2027', 'السبت 23'."""

from datetime import date, timedelta

from khabar.language.times.calendar_sums import week_text
from khabar.language.times.context import Context
from khabar.language.times.grammar import Found, Rule, rule
from khabar.language.times.shapes import (
    THE_MONTH,
    day,
    day_number,
    month,
    one_month,
    relative_month,
    relative_year,
    stated_year,
    tail,
    year,
    year_is_one,
)

# After these a figure counts something else: 'السبت 3 أيام', or belongs to a fuller date.
_NO_DAY_BEFORE = frozenset({"UNITS", "DAY", "MOON", "YEAR", "HOUR", "MONTH", "HIJRI_MONTH"})
_REACH = 31  # days
_MIDWEEK = timedelta(days=3)


def _weekday_day(found: Found, context: Context) -> str | None:
    """'السبت 23': the day of that number nearest to publication, if it is such a weekday."""
    counts = found.has_terminal("d", "CARDINAL")  # they arrested on Sunday six people
    return None if counts or found.after in _NO_DAY_BEFORE else numbered_weekday(found, context)


def numbered_weekday(found: Found, context: Context, suffix: str = "") -> str | None:
    """The day of such a number and weekday nearest to publication; None: there is none near."""
    number, weekday = day_number(found, f"d{suffix}"), found.number(f"w{suffix}")
    today = context.today
    if number is None or weekday is None:
        return None
    near = [today + timedelta(days=step) for step in sorted(range(-_REACH, _REACH + 1), key=abs)]
    return next((d.isoformat() for d in near if d.day == number and d.weekday() == weekday), None)


def _weekday_of_month(found: Found, context: Context) -> str | None:
    """'أول جمعة من مايو', 'الأحد الثاني من نوفمبر': unless that day of the month is such a weekday itself."""
    weekday, whole = found.number("w"), _whole_month(found, context)
    if weekday is None or whole is None:
        return None
    first = date.fromisoformat(f"{whole}-01")
    days = [d for step in range(31) if (d := first + timedelta(days=step)).month == first.month]
    number = found.number("nth") or 0
    if (
        not found.has("last")
        and found.has("after")
        and number
        and number <= len(days)
        and days[number - 1].weekday() == weekday
    ):
        return days[number - 1].isoformat()
    fitting = [d for d in days if d.weekday() == weekday]
    if found.has("last"):
        return fitting[-1].isoformat()
    return fitting[number - 1].isoformat() if 1 <= number <= len(fitting) else None


def _week_of(found: Found, context: Context) -> str | None:
    """'الأسبوع الأول من أكتوبر', 'الأسبوع الثالث من عام 2027': the weeks whose Monday lies in the month or year."""
    if not year_is_one(found):
        return None
    whole = _whole_month(found, context) if found.has("m") or found.has("the") else None
    known = None if whole else stated_year(found, context)
    if whole is None and (known is None or found.has("m") or found.has("the")):
        return None
    number = found.number("nth")
    if known is not None:
        last_week = date(known, 12, 28).isocalendar().week
        week = last_week if found.has("last") else number
        return f"{known:04}-W{week:02}" if week and week <= last_week else None
    first = date.fromisoformat(f"{whole}-01")
    mondays = [d for step in range(31) if (d := first + timedelta(days=step)).month == first.month and d.weekday() == 0]
    if found.has("last"):  # the last that has most of its days in the month
        return week_text(next(monday for monday in reversed(mondays) if (monday + _MIDWEEK).month == first.month))
    return week_text(mondays[number - 1]) if number and number <= len(mondays) else None


def _whole_month(found: Found, context: Context) -> str | None:
    return one_month(found, context) if found.has("m") else relative_month(found, context)


_MONTH = f"(?: {month()} {tail()} | {THE_MONTH} )"
_WHICH = "(?:(?P<last>LATEST)|(?P<nth>ORDINAL))"
_FIRST = "(?:(?P<last>LAST_OF)|(?P<nth>ORDINAL))"

RULES: tuple[Rule, ...] = (
    rule("weekday-day", f"DAY? (?P<w>THE_WEEKDAY) IN? DAY? {day()} (?! OF)", _weekday_day),
    rule("first-weekday-of-month", f"{_FIRST} DAY? (?P<w>WEEKDAY|THE_WEEKDAY) (?:OF|IN) {_MONTH}", _weekday_of_month),
    rule("weekday-of-month", f"DAY? (?P<w>THE_WEEKDAY) (?P<after>{_WHICH}) (?:OF|IN) {_MONTH}", _weekday_of_month),
    rule("week-of-month", f"THE_WEEK {_WHICH} (?:OF|IN)? {_MONTH}", _week_of),
    rule("first-week-of-month", f"{_FIRST} WEEK (?:OF|IN)+ {_MONTH}", _week_of),
    rule("week-of-year", f"THE_WEEK {_WHICH} (?:OF|IN)? (?: {year()} | {relative_year()} )", _week_of),
)
