"""Stretches of days, months and years: 'يومي 18 و19 يونيو', 'بين عامي 2019 و2021', 'الربع الأول', 'التسعينيات'."""

from khabar.language.times.calendar_sums import day_text, months_text
from khabar.language.times.context import Context, folded_context
from khabar.language.times.grammar import Found, Rule, rule
from khabar.language.times.relative_rules import likely_weekday, nearest_weekday
from khabar.language.times.shapes import (
    DAY,
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
from khabar.language.times.week_rules import numbered_weekday
from khabar.values.moment import Moment


def _days(found: Found, context: Context) -> str | None:
    """From one day to another of one month."""
    first, last, which = day_number(found, "d"), day_number(found, "e"), found.number("m")
    pair = found.item("days")
    if pair and isinstance(pair.value, tuple):
        first, last = int(pair.value[0]), int(pair.value[1])
    if (
        first is None
        or last is None
        or which is None
        or first >= last
        or not twins_agree(found)
        or not year_is_one(found)
    ):
        return None
    known = year_for(found, context, which, last)
    begin, end = day_text(known, which, first), day_text(known, which, last)
    return f"{begin}/{end}" if begin and end else None


def _dates(found: Found, context: Context) -> str | None:
    """From one date to another; the first takes its year from the second where it has none."""
    end = one_day(found, context, "2")
    number, which = day_number(found, "d1"), found.number("m1")
    if end is None or number is None or which is None or not twins_agree(found, "1") or not year_is_one(found, "1"):
        return None
    known = stated_year(found, context, "1")
    known = known if known is not None else int(end[:4]) - ((which, number) > (int(end[5:7]), int(end[8:])))
    begin = day_text(known, which, number)
    return f"{begin}/{end}" if begin and begin < end else None


def _two_days(found: Found, context: Context) -> str | None:
    """'يومي 31 مايو و1 يونيو': one stretch only where no day lies between them."""
    both = _dates(found, context)
    return both if both and Moment(both).days == 2 else None


def _numeric_dates(found: Found, context: Context) -> str | None:
    """'من 12/6/2017 إلى 15/6/2017'."""
    first, last = found.item("a"), found.item("b")
    return f"{first.value}/{last.value}" if first and last and str(first.value) < str(last.value) else None


def _months(found: Found, context: Context) -> str | None:
    end = one_month(found, context, "2")
    which = found.number("m1")
    if end is None or which is None or not twins_agree(found, "1") or not year_is_one(found, "1"):
        return None
    known = stated_year(found, context, "1")
    known = known if known is not None else int(end[:4]) - (which > int(end[5:7]))
    begin = f"{known:04}-{which:02}"
    return f"{begin}/{end}" if begin < end else None


def _to_end_of_year(found: Found, context: Context) -> str | None:
    """'من مايو حتى نهاية 2025'."""
    edge, which = found.item("edge"), found.number("m1")
    if edge is None or edge.value != "end" or which is None or not twins_agree(found, "1") or not year_is_one(found):
        return None
    known = stated_year(found, context)
    end = context.today.year if known is None else known
    told = found.has("r1") or stated_year(found, context, "1") is not None
    begin = one_month(found, context, "1") if told else f"{end:04}-{which:02}"
    return f"{begin}/{end:04}-12" if begin and begin < f"{end:04}-12" else None


def _years(found: Found, context: Context) -> str | None:
    item = found.item("years")
    if item and isinstance(item.value, tuple):
        return f"{item.value[0]}/{item.value[1]}"
    first, last = found.number("y1"), found.number("y2")
    if first is None or last is None or not 1000 <= first < last <= 2200:
        return None
    following = context.words_after(1)
    if following and following[0] in folded_context("counted"):
        return None
    return f"{first:04}/{last:04}"


def _weekdays(found: Found, context: Context) -> str | None:
    first, last = found.number("w1"), found.number("w2")
    if first is None or last is None or first == last:
        return None
    begin = likely_weekday(found, context, first)
    if found.has("r"):
        begin = nearest_weekday(context, first, ahead=found.has_terminal("r", "NEXT"))
    if begin > context.today:
        end = begin.fromordinal(begin.toordinal() + (last - first) % 7)
    else:
        end = likely_weekday(found, context, last)
        begin = end.fromordinal(end.toordinal() - (last - first) % 7)
    return f"{begin.isoformat()}/{end.isoformat()}"


def _numbered_weekdays(found: Found, context: Context) -> str | None:
    """'من الجمعة 11 حتى الثلاثاء 15'."""
    begin, end = (numbered_weekday(found, context, suffix) for suffix in ("1", "2"))
    return f"{begin}/{end}" if begin and end and begin < end else None


def _part_of_year(found: Found, context: Context) -> str | None:
    """A quarter or a half of a year."""
    length = 3 if found.has("quarter") else 6
    number = found.number("number")
    known = stated_year(found, context)
    known = context.today.year if known is None and found.has("plain") else known
    if number is None or known is None or not 1 <= number <= 12 // length or not 1000 <= known <= 2200:
        return None
    return months_text(known, (number - 1) * length + 1, length)


def _season(found: Found, context: Context) -> str | None:
    first = found.number("season")
    known = stated_year(found, context)
    if first is None or not year_is_one(found):
        return None
    if known is None:
        known = _season_year(found, context, first)
    return months_text(known, first, 3)


def _season_year(found: Found, context: Context, first: int) -> int:
    relation = found.item("r")
    today = context.today
    if relation and relation.terminal in {"PAST", "PREVIOUS"}:
        return today.year - (first + 2 >= today.month)
    if relation and relation.terminal == "NEXT":
        return today.year + (first <= today.month)
    return today.year


def _decade(found: Found, context: Context) -> str | None:
    """Ten years by their name; ages ('في الثلاثينيات من عمره') are none."""
    tens = found.number("tens")
    following = context.words_after(2)
    if tens is None or any(word in folded_context("age") for word in following):
        return None
    century = found.item("century")
    number = found.number("nth")
    if century is None:
        written = context.text[context.start : context.end]
        if tens < 40 or not written.startswith("ال"):
            return None
        return f"{1900 + tens}/{1909 + tens}"
    relation = found.item("r")
    this = (context.today.year - 1) // 100 + 1
    if number is None:
        number = this - (relation is not None and relation.terminal in {"PAST", "PREVIOUS"})
    first = (number - 1) * 100 + tens
    return f"{first:04}/{first + 9:04}"


def _century(found: Found, context: Context) -> str | None:
    number = found.number("nth")
    if number is None or not 10 <= number <= 22:
        return None
    return f"{(number - 1) * 100 + 1:04}/{number * 100:04}"


_ON_WEEKDAY = "(?:DAY? THE_WEEKDAY COMMA?)?"
_LAST_DAY = f"DAY? {_ON_WEEKDAY} ARTICLE? (?P<e>{DAY})"
_DAY_LIST = f"{day()} (?: COMMA? AND? {day('more')} )? AND {_LAST_DAY}"
_DAY_SPAN = f"{day()} AND? (?:AND|TO|UNTIL|DASH|SLASH) {_LAST_DAY}"
_NUMBERS = "(?P<d>DAY_NUMBER) (?:TO|UNTIL|DASH) (?P<e>DAY_NUMBER)"
_FIRST_DATE = f"{_ON_WEEKDAY} DAY? {day('1')} {OF} {month('1')} {tail('1')}"
_SECOND_DATE = f"{_ON_WEEKDAY} DAY? {day('2')} {OF} {month('2')} {tail('2')}"
_FIRST_MONTH, _SECOND_MONTH = f"{month('1')} {tail('1')}", f"{month('2')} {tail('2')}"
_JOINT = "AND? (?:AND|TO|UNTIL|DASH|SLASH)"
_THROUGH = "AND? (?:TO|UNTIL)"
_SPANNED = "AND? (?:TO|UNTIL|DASH|SLASH)"  # '12 مايو و15 يونيو' are two days, unless 'بين' stands before them
_SECOND_YEAR = "(?:YEAR|THE_YEAR)? (?P<y2>YEAR_NUMBER)"
_YEARS_BEFORE = "(?: BETWEEN (?:PAIR_OF|YEAR|THE_DUAL)? | PAIR_OF | THE_DUAL )"
_WEEKDAYS = "DAY? (?P<w1>THE_WEEKDAY) (?:COMMA? AND? THE_WEEKDAY){0,3} COMMA?"
_SECOND_WEEKDAY = "DAY? (?P<w2>THE_WEEKDAY)"
_NUMBERED = f"DAY? (?P<w1>THE_WEEKDAY) {day('1')} {_THROUGH} DAY? (?P<w2>THE_WEEKDAY) {day('2')}"
_END_OF_YEAR = f"(?P<edge>EDGE) OF? (?: (?:YEAR|THE_YEAR)? (?P<y>YEAR_NUMBER) | {relative_year()} | THE_YEAR )"
_YEAR_OF = f"(?: {year()} | {relative_year()} | (?:OF|IN)? (?P<plain>THE_YEAR) )"
_WHICH_CENTURY = "ARTICLE? (?P<nth>ORDINAL|TENTH|CARDINAL|DAY_NUMBER)"
_CENTURY = f"(?P<century>THE_CENTURY) (?: (?P<r>PAST|CURRENT|PREVIOUS) | {_WHICH_CENTURY} )"

RULES: tuple[Rule, ...] = (
    rule("days-of-month", f"(?:PAIR_OF|UNITS)? {_DAY_LIST} {OF} {month()} {tail()}", _days),
    rule("from-day-to-day", f"(?:BETWEEN|OF)? DAY? {_ON_WEEKDAY} {_DAY_SPAN} {OF} {month()} {tail()}", _days),
    rule("day-range-month", f"(?:BETWEEN|OF|PAIR_OF)? (?P<days>DAYS) OF? {month()} {tail()}", _days),
    rule("month-day-range", f"(?P<m>MONTH) (?: (?P<days>DAYS) | {_NUMBERS} ) (?:COMMA? (?P<y>YEAR_NUMBER))?", _days),
    rule("from-date-to-date", f"(?:BETWEEN|OF)? {_FIRST_DATE} {_SPANNED} {_SECOND_DATE}", _dates),
    rule("between-dates", f"BETWEEN {_FIRST_DATE} AND {_SECOND_DATE}", _dates),
    rule("pair-of-dates", f"PAIR_OF {_FIRST_DATE} AND {_SECOND_DATE}", _two_days),
    rule("numeric-dates", f"(?:BETWEEN|OF)? DAY? (?P<a>DATE) {_SPANNED} DAY? (?P<b>DATE)", _numeric_dates),
    rule("between-numeric-dates", "BETWEEN DAY? (?P<a>DATE) AND DAY? (?P<b>DATE)", _numeric_dates),
    rule("from-month-to-month", f"(?P<sure>BETWEEN|OF|PAIR_OF) {_FIRST_MONTH} {_JOINT} {_SECOND_MONTH}", _months),
    rule("month-to-month", f"{_FIRST_MONTH} (?:TO|UNTIL|DASH) {_SECOND_MONTH}", _months),
    rule("month-to-end-of-year", f"(?P<sure>OF)? {_FIRST_MONTH} {_THROUGH} {_END_OF_YEAR}", _to_end_of_year),
    rule("years", "(?:BETWEEN|OF|PAIR_OF|YEAR|UNITS|THE_YEAR|THE_DUAL){0,3} (?P<years>YEARS) ERA?", _years),
    rule("between-years", f"{_YEARS_BEFORE} (?P<y1>YEAR_NUMBER) {_JOINT} EDGE? {_SECOND_YEAR}", _years),
    rule("from-year-to-year", f"(?:OF|SINCE) (?:YEAR|THE_YEAR)? (?P<y1>YEAR_NUMBER) {_THROUGH} {_SECOND_YEAR}", _years),
    rule("year-to-year", "(?P<y1>YEAR_NUMBER) (?:DASH|SLASH) (?P<y2>YEAR_NUMBER)", _years),
    rule("weekdays", f"(?:PAIR_OF|BETWEEN|UNITS) {_WEEKDAYS} {_JOINT} {_SECOND_WEEKDAY} (?P<r>PAST|NEXT)?", _weekdays),
    rule("weekday-to-weekday", f"(?:OF|BETWEEN|IN)? DAY? (?P<w1>THE_WEEKDAY) {_THROUGH} {_SECOND_WEEKDAY}", _weekdays),
    rule("weekday-number-to-weekday-number", f"(?:OF|BETWEEN|IN)? {_NUMBERED}", _numbered_weekdays),
    rule(
        "night-of-two-days", "(?:PART|THE_PART) (?P<w1>THE_WEEKDAY) (?:SLASH|DASH|TO)? (?P<w2>THE_WEEKDAY)", _weekdays
    ),
    rule("quarter", f"(?:(?P<quarter>QUARTER)|HALF) (?P<number>ORDINAL) {_YEAR_OF}", _part_of_year),
    rule("season", f"(?P<season>SEASON) (?: {year()} | {relative_year()} )", _season),
    rule("season-of", "(?P<season>THE_SEASON) (?P<r>PAST|NEXT|CURRENT|PREVIOUS)", _season),
    rule("this-season", "THIS (?P<season>THE_SEASON)", _season),
    rule("decade", f"(?P<tens>DECADE_NAME) (?: OF? {_CENTURY} )?", _decade),
    rule("century", "THE_CENTURY ARTICLE? (?P<nth>ORDINAL|TENTH|DAY_NUMBER)", _century),
)
