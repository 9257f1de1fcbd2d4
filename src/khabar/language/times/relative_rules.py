"""Days and weeks as seen from publication: 'أمس الخميس', 'مساء الثلاثاء', 'الأسبوع الماضي', 'عطلة نهاية الأسبوع'."""

from datetime import date, timedelta

from khabar.language.times.calendar_sums import (
    century_text,
    decade_text,
    month_text,
    shifted,
    week_text,
    weekday_after,
    weekday_before,
    weekday_near,
)
from khabar.language.times.context import Context, Direction, folded_context
from khabar.language.times.grammar import Found, Rule, rule
from khabar.values.moment import Moment

_UNIT_NAMES = {"MOON": "month", "WEEK": "week", "YEAR": "year"}
_STEPS = {"PAST": -1, "PREVIOUS": -1, "NEXT": 1, "CURRENT": 0, "FOLLOWING": 1}
_SATURDAY = 5
_LATELY = 2  # days


def _weekday(found: Found, context: Context) -> str | None:
    which = found.number("w")
    if which is None or _no_weekday(found, context):
        return None
    deixis = found.number("deixis")
    if deixis is not None:
        return weekday_near(context.today + timedelta(days=deixis), which).isoformat()
    relation, week = found.item("r"), found.item("wr")
    if found.has("week"):
        step = _STEPS[week.terminal] if week else 0
        monday = weekday_before(context.today, 0) + timedelta(weeks=step)
        return (monday + timedelta(days=which)).isoformat()
    if relation:
        ahead = relation.terminal in {"NEXT", "FOLLOWING"}
        further = timedelta(weeks=(1 if ahead else -1) * found.has("beyond"))
        return (nearest_weekday(context, which, ahead=ahead) + further).isoformat()
    return likely_weekday(found, context, which).isoformat()


def nearest_weekday(context: Context, which: int, *, ahead: bool) -> date:
    """The last such day before publication, or the first after it."""
    return (weekday_after if ahead else weekday_before)(context.today, which, strictly=True)


def likely_weekday(found: Found, context: Context, which: int) -> date:
    """The nearest such day where the verb points: past or the same day, unless the clause speaks of what is to come.

    A day that was six days ago is tomorrow's name too; writers then say 'الماضي', or the verb is a pluperfect. So is
    yesterday's that of a day six days ahead, for which they say 'المقبل': any verb of the clause may look ahead.
    """
    ahead, back = weekday_after(context.today, which), weekday_before(context.today, which)
    if found.before == "UNTIL":
        return ahead
    days_back = (context.today - back).days
    if days_back == 1 or (days_back == _LATELY and not context.future_before):
        return back
    direction = context.direction
    if direction is Direction.FUTURE:
        return ahead
    days_ahead = (ahead - context.today).days
    if days_ahead == 1 and not context.in_pluperfect:
        return ahead
    return ahead if days_ahead == 2 and direction is Direction.UNKNOWN else back


def _no_weekday(found: Found, context: Context) -> bool:
    head = context.word_before()
    return head in folded_context("head-of-weekday-name") or found.before == "UNITS"


def _deixis(found: Found, context: Context) -> str | None:
    offset = found.number("deixis") or 0
    return (context.today + timedelta(days=offset)).isoformat()


def _today(found: Found, context: Context) -> str | None:
    """The day of publication, unless 'اليوم' belongs to a title or means any day."""
    if found.before == "THAT":
        return None  # only a date told before could fix it
    if not found.has("part") and not found.has("this") and _titled(context):
        return None
    return context.today.isoformat()


def _titled(context: Context) -> bool:
    before, after = context.words_before(3), context.words_after(1)
    if after and after[0] in folded_context("after-plain-day"):
        return True
    if not before:
        return False
    if before[-1] in folded_context("title-before-today"):
        return True
    quoted = context.text[context.end : context.end + 1] in {'"', "”", "»", "'"}
    medium = any(word in folded_context("medium") for word in before[:-1])
    return before[-1] in folded_context("country-before-today") and (quoted or medium)


def _same_day(found: Found, context: Context) -> str | None:
    if found.after == "OF":
        return None  # 'نفس اليوم من عام 1947' is another day
    known = context.last_mention(10)
    if known is None and found.has("that"):
        return None
    anchor = date.fromisoformat(known) if known else context.today
    return (anchor + timedelta(days=found.has("next") - found.has("previous"))).isoformat()


def _tonight(found: Found, context: Context) -> str | None:
    return context.today.isoformat()


def _last_night(found: Found, context: Context) -> str | None:
    return (context.today - timedelta(days=2 if found.has("beyond") else 1)).isoformat()


def _unit(found: Found, context: Context) -> str | None:
    """A week, month, decade or century by its distance from publication, or from the one told last."""
    unit, relation = found.item("unit"), found.item("r")
    if unit is None:
        return None
    name = unit.terminal.removeprefix("THE_")
    if found.has("same") or (relation and relation.terminal == "SAME_AFTER"):
        return _same_unit(name, context)
    if relation and relation.terminal in {"FOLLOWING", "PREVIOUS"}:
        known = _same_unit(name, context)
        return _step_from(known, _STEPS[relation.terminal]) if known else None
    step = _STEPS[relation.terminal] if relation else 0
    return _far(name, context.today, 2 * step if found.has("beyond") else step)


def _far(name: str, today: date, step: int) -> str | None:
    if name == "DECADE":
        return decade_text(today.year + 10 * step)
    if name == "CENTURY":
        return century_text((today.year - 1) // 100 + 1 + step)
    return shifted(today, _UNIT_NAMES[name], step)


def _year_beyond(found: Found, context: Context) -> str | None:
    """'العام قبل الماضي', 'العام بعد المقبل'."""
    return f"{context.today.year + (2 if found.has_terminal('r', 'NEXT') else -2):04}"


def _same_unit(name: str, context: Context) -> str | None:
    if name == "WEEK":
        known = context.last_mention(10)
        return week_text(date.fromisoformat(known)) if known else week_text(context.today)
    if name == "MOON":
        known = context.last_mention(7, 10)
        return known[:7] if known else context.today.isoformat()[:7]
    return None


def _step_from(known: str, step: int) -> str | None:
    if "W" in known:
        year, week = known.split("-W")
        return week_text(date.fromisocalendar(int(year), int(week), 1) + timedelta(weeks=step))
    return month_text(int(known[:4]), int(known[5:7]) + step)


def _edge_unit(found: Found, context: Context) -> str | None:
    unit = found.item("unit")
    return shifted(context.today, _UNIT_NAMES[unit.terminal.removeprefix("THE_")], 0) if unit else None


def _rest(found: Found, context: Context) -> str | None:
    """'بقية العام': from publication on."""
    unit = found.item("unit")
    whole = shifted(context.today, _UNIT_NAMES[unit.terminal.removeprefix("THE_")], 0) if unit else None
    last = Moment(whole).latest if whole else None
    return Moment.between(context.today, last).edtf if last else None


def _end_of_week(found: Found, context: Context) -> str | None:
    return _two_days(weekday_before(context.today, 0) + timedelta(days=_SATURDAY)) if _is_end(found) else None


def _is_end(found: Found) -> bool:
    edge = found.item("end")
    return edge is not None and edge.value == "end"


def _weekend(found: Found, context: Context) -> str | None:
    relation = found.item("r")
    if relation and relation.terminal == "CURRENT":
        return _two_days(weekday_before(context.today, 0) + timedelta(days=_SATURDAY))
    forward = relation.terminal == "NEXT" if relation else context.future
    return _two_days((weekday_after if forward else weekday_before)(context.today, _SATURDAY))


def _two_days(first: date) -> str:
    return f"{first.isoformat()}/{(first + timedelta(days=1)).isoformat()}"


_PART = "(?:(?:PART|THE_PART) OF?)?"
_DAY = f"{_PART} DAY? (?P<w>THE_WEEKDAY)"
_THE_WEEK = "(?P<week>THIS THE_WEEK | THE_WEEK (?P<wr>PAST|NEXT|CURRENT|PREVIOUS|FOLLOWING))"
_SHIFTED = "(?P<r>PAST|NEXT|CURRENT|PREVIOUS|FOLLOWING|SAME_AFTER)"
_OTHER_DAY = "TODAY (?: SAME_AFTER | (?P<next>FOLLOWING) | (?P<previous>PREVIOUS|PAST) )"
_LONG_UNIT = "(?P<unit>THE_WEEK|THE_MOON|THE_DECADE|THE_CENTURY)"
_DEIXIS = "(?P<deixis>TODAY|DEIXIS)"

RULES: tuple[Rule, ...] = (
    rule("weekday", f"{_DAY} (?P<r>PAST|PREVIOUS|NEXT|FOLLOWING|LATEST)? PART?", _weekday),
    rule("weekday-beyond", f"{_DAY} (?P<beyond>BEFORE|AFTER) (?P<r>PAST|NEXT)", _weekday),
    rule("weekday-of-week", f"{_DAY} OF? {_THE_WEEK}", _weekday),
    rule("bare-weekday-of-week", f"(?P<w>WEEKDAY) OF? {_THE_WEEK}", _weekday),
    rule("week-weekday", f"{_THE_WEEK} COMMA? DAY? (?P<w>THE_WEEKDAY)", _weekday),
    rule("day-weekday", "DAY (?P<w>WEEKDAY)", _weekday),
    rule("deixis-weekday", f"{_PART} DAY? {_DEIXIS} OPEN? COMMA? DAY? (?P<w>THE_WEEKDAY) CLOSE? PART?", _weekday),
    rule("weekday-deixis", f"{_DAY} COMMA? OPEN? {_DEIXIS} CLOSE?", _weekday),
    rule("deixis", f"{_PART} DAY? (?P<deixis>DEIXIS) PART?", _deixis),
    rule("today", "(?P<part>(?:PART|THE_PART) OF?)? (?P<this>THIS)? DAY? TODAY PART?", _today),
    rule("tonight", "(?:THIS TONIGHT|TONIGHT|THIS THE_PART)", _tonight),
    rule("next-night", "TONIGHT (?:FOLLOWING|SAME_AFTER)", _same_day),
    rule("last-night", "TONIGHT (?P<beyond>BEFORE)? (?:PAST|PREVIOUS)", _last_night),
    rule("same-day", f"(?: {_OTHER_DAY} | (?:SAME_BEFORE|(?P<that>THAT)) TODAY )", _same_day),
    rule("end-of-this-week", "(?P<end>EDGE) THIS THE_WEEK", _end_of_week),
    rule("relative-unit", f"(?:EDGE OF?)? {_LONG_UNIT} (?P<beyond>BEFORE|AFTER)? {_SHIFTED}", _unit),
    rule("this-unit", "(?:EDGE OF?)? (?:THIS|(?P<same>SAME_BEFORE|THAT)) (?P<unit>THE_WEEK|THE_MOON)", _unit),
    rule("beyond-year", "THE_YEAR (?P<beyond>BEFORE|AFTER) (?P<r>PAST|NEXT)", _year_beyond),
    rule("edge-of-unit", "EDGE (?P<unit>THE_MOON|THE_WEEK)", _edge_unit),
    rule("rest-of-unit", "REST (?:THIS? (?P<unit>THE_WEEK|THE_MOON|THE_YEAR) CURRENT?)", _rest),
    rule("weekend", "WEEKEND (?P<r>PAST|NEXT|CURRENT)?", _weekend),
)
