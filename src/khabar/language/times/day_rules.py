"""Days and months of the Gregorian calendar, and years: '12 يونيو 2017', 'مارس الماضي', 'عام 2010'."""

from datetime import date, timedelta

from khabar.knowledge.calendar import named_days
from khabar.language.normalise import fold
from khabar.language.times.calendar_sums import last_day, month_text, week_text
from khabar.language.times.context import Context, folded_context
from khabar.language.times.figures import numeric_date
from khabar.language.times.grammar import Found, rule
from khabar.language.times.shapes import (
    OF,
    day,
    day_number,
    month,
    one_day,
    one_month,
    relative_year,
    stated_year,
    tail,
    twins_agree,
    year,
    year_for,
    year_is_one,
)

_WEEKDAY = "(?:THE_WEEKDAY|WEEKDAY)"
_NAMED = f"(?:TODAY|DAY|DEIXIS)? OPEN? (?P<w>{_WEEKDAY}) (?:PAST|NEXT)? CLOSE? PART? COMMA? (?:(?:CORRESPONDING TO?|IN) DAY?)?"
LEAD = f"(?:(?:PART|THE_PART) OF?)? (?: {_NAMED} | (?:TODAY|DEIXIS|DAY)? COMMA? (?:CORRESPONDING TO?)? )"
_FIRST, _LAST = "01", "12"


def _day(found: Found, context: Context) -> str | None:
    named = _named_day(found, context)
    if named:
        return named
    item = found.item("m")
    if not _has_year(found) and context.word_before() in folded_context("head-of-day-name"):
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


def _has_year(found: Found) -> bool:
    return any(found.has(group) for group in ("y", "yr", "ythis", "ysame", "r"))


def _named_day(found: Found, context: Context) -> str | None:
    if _has_year(found):
        return None
    number, which = (day_number(found, "d") if found.has("d") else 0), found.number("m")
    words = context.words_before(2)
    for known in named_days():
        if (number, which) == (known.day, known.month) and any(fold(head) in words for head in known.heads):
            return known.value
    return None


def _month(found: Found, context: Context) -> str | None:
    if found.before in {"COUNT", "DAY_NUMBER"}:
        return None
    named = _named_day(found, context)
    if named:
        return named
    return one_month(found, context)


def _month_day(found: Found, context: Context) -> str | None:
    return one_day(found, context)


def _half_month(found: Found, context: Context) -> str | None:
    whole = one_month(found, context)
    part = found.number("half")
    if whole is None or part not in (1, 2):
        return None
    return f"{whole}-01/{whole}-15" if part == 1 else f"{whole}-16/{last_day(whole)}"


def _listed_month(found: Found, context: Context) -> str | None:
    which, known = found.number("m"), found.number("y2")
    if which is None or known is None or not twins_agree(found) or not year_is_one(found, "2"):
        return None
    return month_text(known, which)


def _date(found: Found, context: Context) -> str | None:
    item = found.item("date")
    return str(item.value) if item else None


def _month_year(found: Found, context: Context) -> str | None:
    item = found.item("month")
    return str(item.value) if item else None


def _year(found: Found, context: Context) -> str | None:
    number = found.number("y")
    if number is None or not 1000 <= number <= 2200 or found.after == "HIJRI_ERA":
        return None
    item = found.item("y")
    if not found.has("yw") and (item is None or item.terminal != "YEAR_NUMBER" or not _stands_alone(found, context)):
        return None
    if found.has("units") and found.all("units")[0].value != "year":
        return None
    return _edged(found, f"{number:04}")


def _stands_alone(found: Found, context: Context) -> bool:
    number = found.number("y") or 0
    following = context.words_after(1)
    return 1700 <= number <= 2100 and not (following and following[0] in folded_context("counted"))


def _listed_year(found: Found, context: Context) -> str | None:
    """'في 2010 و2014': a year after one that was read as one."""
    before = found.items[found.match.start() - 1]
    known = context.mentions[-1][-4:] if context.mentions else ""
    return _year(found, context) if known == str(before.value) else None


def _noun_year(found: Found, context: Context) -> str | None:
    """'حرب 2014', 'انتخابات 2016': events that their year tells apart."""
    words = context.words_before(1)
    head = words[0].removeprefix("و") if words else ""
    known = head in folded_context("dated-noun") or head[1:] in folded_context("dated-noun")
    return _year(found, context) if known else None


def _edged(found: Found, text: str) -> str | None:
    """The month at the edge of a year: its first where it begins, its last where it ends."""
    edge = found.item("edge")
    kind = str(edge.value) if edge else ""
    if kind == "end" and found.before == "UNTIL":
        return last_day(text)
    if len(text) == 4 and kind in {"start", "end"}:
        return f"{text}-{_FIRST if kind == 'start' else _LAST}"
    return text


def _relative_year(found: Found, context: Context) -> str | None:
    """A year by its distance, unless 'العام' is the adjective of an office."""
    head = context.word_before()
    relation = found.item("yr")
    bare = relation is not None and not found.has("edge") and not found.has("in")
    if bare and (
        head in folded_context("head-of-general") or (relation and _doubtful_relation(relation.terminal, head))
    ):
        return None
    stated = stated_year(found, context)
    return None if stated is None else _edged(found, f"{stated:04}")


def _doubtful_relation(terminal: str, head: str) -> bool:
    return terminal == "PREVIOUS" and head.startswith("ال") and not head.endswith("ة")


def _edge_of_year(found: Found, context: Context) -> str | None:
    return _edged(found, f"{context.today.year:04}")


def _edged_month(found: Found, context: Context) -> str | None:
    whole = one_month(found, context)
    edge = found.item("edge")
    if whole and edge and edge.value == "end" and found.before == "UNTIL":
        return last_day(whole)
    return whole


def _edge_day(found: Found, context: Context) -> str | None:
    whole = one_month(found, context)
    if whole is None:
        return None
    return last_day(whole) if found.has("last") else f"{whole}-01"


def _spaced_date(found: Found, context: Context) -> str | None:
    day_found = numeric_date(*(str(found.number(group)) for group in ("a", "b", "c")))
    return day_found.isoformat() if day_found else None


def _weekday_day(found: Found, context: Context) -> str | None:
    """'السبت 23': the day of that number nearest to publication, if it is such a weekday."""
    number, weekday = day_number(found, "d"), found.number("w")
    today = context.today
    if (
        number is None
        or weekday is None
        or found.after in {"UNITS", "DAY", "MOON", "YEAR", "HOUR", "MONTH", "HIJRI_MONTH"}
    ):
        return None
    near = [today + timedelta(days=step) for step in sorted(range(-31, 32), key=abs)]
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
    if found.has("last"):
        return week_text(mondays[-1])
    return week_text(mondays[number - 1]) if number and number <= len(mondays) else None


def _whole_month(found: Found, context: Context) -> str | None:
    return one_month(found, context) if found.has("m") else _relative_month(found, context)


def _days_of_this(found: Found, context: Context) -> str | None:
    """'من 4 إلى 22 من الشهر الجاري'."""
    whole = _relative_month(found, context)
    first, last = day_number(found, "d"), day_number(found, "e")
    pair = found.item("days")
    if pair and isinstance(pair.value, tuple):
        first, last = int(pair.value[0]), int(pair.value[1])
    if whole is None or first is None or last is None or not first < last <= int(last_day(whole)[-2:]):
        return None
    return f"{whole}-{first:02}/{whole}-{last:02}"


def _day_of_month(found: Found, context: Context) -> str | None:
    month_day = found.number("d")
    item = found.item("d")
    month_day = 1 if item and item.terminal == "THE_FIRST_OF" else month_day
    whole = _relative_month(found, context)
    if month_day is None or whole is None or not 1 <= month_day <= int(last_day(whole)[-2:]):
        return None
    return f"{whole}-{month_day:02}"


def _relative_month(found: Found, context: Context) -> str | None:
    relation = found.item("mr")
    if found.has("msame") or (relation and relation.terminal in {"SAME_AFTER", "FOLLOWING"}):
        mention = context.last_mention(7, 10)
        known = mention[:7] if mention else context.today.isoformat()[:7]
        step = relation is not None and relation.terminal == "FOLLOWING"
        return month_text(int(known[:4]), int(known[5:]) + step)
    step = {"PAST": -1, "PREVIOUS": -1, "NEXT": 1}.get(relation.terminal, 0) if relation else 0
    return month_text(context.today.year, context.today.month + step)


_THE_MONTH = (
    "(?P<the>(?: THIS THE_MOON | (?P<msame>SAME_BEFORE|THAT) THE_MOON | "
    "THE_MOON (?P<mr>PAST|NEXT|CURRENT|PREVIOUS|FOLLOWING|SAME_AFTER) ))"
)
_EDGE = "(?P<edge>EDGE)"
_TURN = "(?:IN|OF|SINCE|UNTIL|BEFORE|AFTER)"

RULES = (
    rule("day-month-year", f"{LEAD} OPEN? {day()} {OF} {month()} {tail()} CLOSE?", _day),
    rule("day-month", f"{LEAD} {day()} {OF} {month()}", _day),
    rule("day-one-name", f"{LEAD} {day()} {OF} (?:MOON)? (?P<m>MONTH) (?:{year()})?", _day),
    rule("day-then-listed", f"{LEAD} {day()} {OF} {month()} (?= AND {day('2')} {OF} {month('2')} {year()})", _day),
    rule("month-day-year", "(?P<m>MONTH) (?P<d>DAY_NUMBER) COMMA? OF? (?P<y>YEAR_NUMBER) ERA?", _month_day),
    rule("day-of-this-month", f"{LEAD} {day()} {OF} {_THE_MONTH}", _day_of_month),
    rule("month-year", f"(?P<sure>IN|OF|SINCE|UNTIL|BETWEEN|AFTER|BEFORE)? (?P<x>{month()} {tail()})", _month),
    rule("month-one-name", f"(?P<sure>IN|OF|SINCE|UNTIL)? (?P<x>(?P<moon>MOON)? (?P<m>MONTH) (?:{year()})?)", _month),
    rule("month-then-listed", f"{month()} (?= AND {month('2')} {year('2')})", _listed_month),
    rule("edge-month-year", f"{_EDGE} OF? {month()} {tail()}", _edged_month),
    rule("first-day-of-month", f"(?:(?P<last>LAST_OF)|ORDINAL) (?:DAY|UNITS|OF)+ {month()} {tail()}", _edge_day),
    rule("half-of-month", f"HALF (?P<half>ORDINAL) {OF} {month()} {tail()}", _half_month),
    rule(
        "spaced-date",
        f"{LEAD} (?P<a>DAY_NUMBER) (?P<sep>SLASH|DASH) (?P<b>DAY_NUMBER) (?P=sep) (?P<c>YEAR_NUMBER) ERA?",
        _spaced_date,
    ),
    rule("weekday-day", f"DAY? (?P<w>THE_WEEKDAY) IN? DAY? {day()} (?! OF)", _weekday_day),
    rule(
        "weekday-of-month",
        f"(?:(?P<last>LAST_OF)|(?P<nth>ORDINAL)) DAY? (?P<w>WEEKDAY|THE_WEEKDAY) (?:OF|IN) (?: {month()} {tail()} | {_THE_MONTH} )",
        _weekday_of_month,
    ),
    rule(
        "nth-weekday-of-month",
        f"DAY? (?P<w>THE_WEEKDAY) (?P<after>(?P<last>LATEST)|(?P<nth>ORDINAL)) (?:OF|IN) (?: {month()} {tail()} | {_THE_MONTH} )",
        _weekday_of_month,
    ),
    rule(
        "week-of",
        f"THE_WEEK (?:(?P<last>LATEST)|(?P<nth>ORDINAL)) (?:OF|IN)? (?: {month()} {tail()} | {_THE_MONTH} )",
        _week_of,
    ),
    rule(
        "week-of-year",
        f"THE_WEEK (?:(?P<last>LATEST)|(?P<nth>ORDINAL)) (?:OF|IN)? (?: {year()} | {relative_year()} )",
        _week_of,
    ),
    rule(
        "days-of-this-month",
        f"(?:BETWEEN|OF|PAIR_OF)? (?:(?P<days>DAYS) | {day()} AND? (?:AND|TO|UNTIL|DASH) (?P<e>DAY_NUMBER|ORDINAL|TENTH|CARDINAL)) {OF} {_THE_MONTH}",
        _days_of_this,
    ),
    rule("numeric-date", f"{LEAD} (?P<date>DATE) ERA?", _date),
    rule("numeric-month", f"{_TURN} (?P<x>(?P<month>MONTH_YEAR)) ERA?", _month_year),
    rule("year", "(?P<yw>YEAR|THE_YEAR) (?:CURRENT|PAST|NEXT|PREVIOUS)? (?P<y>YEAR_NUMBER|CARDINAL) ERA?", _year),
    rule("edge-year", f"{_EDGE} OF? (?P<yw>YEAR|THE_YEAR)? (?P<y>YEAR_NUMBER|CARDINAL) ERA?", _year),
    rule("bare-year", "(?:IN|SINCE|UNTIL|BEFORE|AFTER) (?P<x>(?P<y>YEAR_NUMBER) ERA?)", _year),
    rule("listed-year", "(?<=YEAR_NUMBER) AND (?P<x>(?P<y>YEAR_NUMBER)) ERA?", _listed_year),
    rule("noun-year", "(?P<y>YEAR_NUMBER) ERA?", _noun_year),
    rule("year-in-brackets", "OPEN (?P<x>(?P<y>YEAR_NUMBER)) ERA? (?= CLOSE)", _year),
    rule("years-listed", "(?P<units>UNITS|THE_UNITS) (?P<x>(?P<y>YEAR_NUMBER)) ERA?", _year),
    rule("relative-year", f"(?P<in>IN|OF|SINCE|UNTIL|TO)? (?P<x>(?:{_EDGE} OF?)? {relative_year()})", _relative_year),
    rule("edge-of-year", f"{_EDGE} THE_YEAR", _edge_of_year),
)
__all__ = ["LEAD", "RULES", "year_for"]
