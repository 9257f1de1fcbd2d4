"""Weekdays and days by their distance from publication: 'أمس الخميس', 'مساء الثلاثاء', 'قبل ثلاثة أيام', 'الأسبوع الماضي'."""

from datetime import date, timedelta

from khabar.language.normalise import fold
from khabar.language.times.calendar_sums import (
    month_text,
    shifted,
    week_text,
    weekday_after,
    weekday_before,
    weekday_near,
)
from khabar.language.times.context import Context, Direction, folded_context
from khabar.language.times.grammar import Found, rule

_PART = "(?:(?:PART|THE_PART) OF?)?"
_UNIT_NAMES = {"MOON": "month", "DAY": "day", "WEEK": "week", "YEAR": "year", "HOUR": "hour"}
_STEPS = {"PAST": -1, "PREVIOUS": -1, "NEXT": 1, "CURRENT": 0, "FOLLOWING": 1}
_MOST = {"day": 400, "week": 60, "month": 60, "year": 300, "decade": 20}  # larger counts are measures, not distances


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
    if relation and relation.terminal in {"PAST", "PREVIOUS", "LATEST"}:
        return weekday_before(context.today, which, strictly=True).isoformat()
    if relation and relation.terminal in {"NEXT", "FOLLOWING"}:
        return weekday_after(context.today, which, strictly=True).isoformat()
    return likely_weekday(found, context, which).isoformat()


def likely_weekday(found: Found, context: Context, which: int) -> date:
    """The nearest such day where the verb points: past or the same day, unless the clause speaks of what is to come.

    A day that was six days ago is tomorrow's name too; writers then say 'الماضي', or the verb is a pluperfect.
    """
    ahead, back = weekday_after(context.today, which), weekday_before(context.today, which)
    if found.before == "UNTIL":
        return ahead
    direction = context.direction
    if direction is Direction.FUTURE:
        return ahead
    days_ahead = (ahead - context.today).days
    if days_ahead == 1 and not folded_context("pluperfect").intersection(context.words_before(14)):
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
    known = context.last_mention(10)
    anchor = date.fromisoformat(known) if known else context.today
    return (anchor + timedelta(days=found.has("next") - found.has("previous"))).isoformat()


def _last_night(found: Found, context: Context) -> str | None:
    return (context.today - timedelta(days=1)).isoformat()


def _unit(found: Found, context: Context) -> str | None:
    """A week, month, decade or century by its distance."""
    unit = found.item("unit")
    relation = found.item("r")
    if unit is None:
        return None
    name = unit.terminal.removeprefix("THE_")
    if relation and relation.terminal in {"SAME_AFTER"} or found.has("same"):
        return _same_unit(name, context)
    step = _STEPS.get(relation.terminal, 0) if relation else 0
    if found.has("beyond"):
        step *= 2
    if relation and relation.terminal == "FOLLOWING":
        known = _same_unit(name, context)
        return None if known is None else _step_from(known)
    return _far(name, context.today, step)


def _far(name: str, today: date, step: int) -> str | None:
    if name == "DECADE":
        first = (today.year // 10 + step) * 10
        return f"{first:04}/{first + 9:04}"
    if name == "CENTURY":
        number = (today.year - 1) // 100 + 1 + step
        return f"{(number - 1) * 100 + 1:04}/{number * 100:04}"
    return shifted(today, _UNIT_NAMES[name], step)


def _same_unit(name: str, context: Context) -> str | None:
    if name == "WEEK":
        known = context.last_mention(10)
        return week_text(date.fromisoformat(known)) if known else week_text(context.today)
    if name == "MOON":
        known = context.last_mention(7, 10)
        return known[:7] if known else context.today.isoformat()[:7]
    return None


def _step_from(known: str) -> str | None:
    if "W" in known:
        year, week = known.split("-W")
        return week_text(date.fromisocalendar(int(year), int(week), 1) + timedelta(weeks=1))
    return month_text(int(known[:4]), int(known[5:7]) + 1)


def _edge_unit(found: Found, context: Context) -> str | None:
    unit = found.item("unit")
    return shifted(context.today, _UNIT_NAMES[unit.terminal.removeprefix("THE_")], 0) if unit else None


def counted(found: Found) -> tuple[str, int] | None:
    """The unit and the count of 'ثلاثة أيام', 'شهرين', 'عام'; None: none that a date can be reckoned by."""
    item = found.item("unit")
    if item is None:
        return None
    unit = str(item.value)
    count = 2 if item.terminal in {"DUAL", "THE_DUAL"} else found.number("n")
    if count is None and item.terminal in {"UNITS", "THE_UNITS"}:
        return None
    count = 1 if count is None else count
    if item.terminal in {"DUAL", "THE_DUAL"} and found.has("n"):
        return None
    return (unit, count) if count <= _MOST.get(unit, 0) else None


def _ago(found: Found, context: Context) -> str | None:
    amount = counted(found)
    if amount is None or found.after == "OF":
        return None
    return _far_by(context.today, amount[0], -amount[1])


def _since(found: Found, context: Context) -> str | None:
    ago = _ago(found, context)
    return f"{ago}/.." if ago else None


def _in(found: Found, context: Context) -> str | None:
    """'بعد شهر': from publication where the clause speaks of what is to come, else from the date told last."""
    amount = counted(found)
    following = context.words_after(1)
    if amount is None or found.after in {"OF"} or (following and following[0] in {"علي", "على"}):
        return None
    if context.word_before().rstrip("ا") == fold(context.text[context.start : context.end].split()[-1]):
        return None  # 'يوما بعد يوم'
    known = context.last_mention(10, 7, 4)
    if context.future_before or (known is None and context.future):
        return _far_by(context.today, *amount)
    return None if known is None else _after(known, *amount)


def _after(known: str, unit: str, count: int) -> str | None:
    precise = {10: ("day", "week", "month", "year"), 7: ("month", "year"), 4: ("year",)}[len(known)]
    if unit not in precise:
        return None
    anchor = date.fromisoformat(f"{known}-01-01"[:10] if len(known) == 4 else f"{known}-01"[:10])
    return _far_by(anchor, unit, count)


def _far_by(anchor: date, unit: str, count: int) -> str | None:
    """Counted weeks lead to a day ('قبل أسبوعين'), counted months and years to a month and a year."""
    return shifted(anchor, "day", 7 * count) if unit == "week" else shifted(anchor, unit, count)


def _span(found: Found, context: Context) -> str | None:
    """'الأيام الثلاثة الماضية', 'العامين الماضيين': from there to now, or from now to there."""
    amount = counted(found)
    relation = found.item("r")
    if amount is None or not (relation or found.has("last")):
        return None
    unit, count = amount
    grain = {"decade": "year", "year": "month", "month": "month"}.get(unit, "day")
    steps = {"decade": 10, "year": 12, "week": 7}.get(unit, 1) * count
    if unit == "hour":
        return None
    sign = 1 if relation and relation.terminal in {"NEXT", "FOLLOWING"} else -1
    there, here = shifted(context.today, grain, sign * steps), shifted(context.today, grain, 0)
    if there is None or here is None:
        return None
    return f"{there}/{here}" if sign < 0 else f"{here}/{there}"


def _hours(found: Found, context: Context) -> str | None:
    relation, unit = found.item("r"), found.item("unit") or found.item("unit2")
    hours = found.number("n") or found.number("n2")
    if relation is None or unit is None or unit.value != "hour" or hours is None or not 6 <= hours <= 240:
        return None
    days = timedelta(days=max(1, round(hours / 24)))
    first, last = (
        (context.today - days, context.today) if relation.terminal != "NEXT" else (context.today, context.today + days)
    )
    return f"{first.isoformat()}/{last.isoformat()}"


def _end_of_week(found: Found, context: Context) -> str | None:
    edge = found.item("end")
    if edge is None or edge.value != "end":
        return None
    saturday = weekday_before(context.today, 0) + timedelta(days=5)
    return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"


def _weekend(found: Found, context: Context) -> str | None:
    relation = found.item("r")
    if relation and relation.terminal == "CURRENT":
        saturday = weekday_before(context.today, 0) + timedelta(days=5)
        return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"
    forward = relation.terminal == "NEXT" if relation else context.future
    if forward:
        saturday = weekday_after(context.today, 5)
    else:
        saturday = weekday_before(context.today, 5)
    return f"{saturday.isoformat()}/{(saturday + timedelta(days=1)).isoformat()}"


def _since_then(found: Found, context: Context) -> str | None:
    known = context.last_mention(10, 7, 4)
    return f"{known}/.." if known else None


_COUNT = "(?P<n>DAY_NUMBER|CARDINAL|COUNT|TENTH)"
_SINGLE = "(?:DAY|WEEK|MOON|YEAR)"
# 'عام 2011' is a year, 'شهر مايو' a month; 'يوم واحد' one day.
_ALONE = "(?:CARDINAL)? (?! YEAR_NUMBER|DAY_NUMBER|COUNT|MONTH|HIJRI_MONTH|WEEKDAY|THE_WEEKDAY|DEIXIS|TODAY|ORDINAL)"
_RELATION = "(?P<r>PAST|PREVIOUS|NEXT|FOLLOWING|LATEST)"
_THE_WEEK = "(?P<week>THIS THE_WEEK | THE_WEEK (?P<wr>PAST|NEXT|CURRENT|PREVIOUS|FOLLOWING))"
_SHIFTED = "(?P<r>PAST|NEXT|CURRENT|PREVIOUS|FOLLOWING|SAME_AFTER)"

RULES = (
    rule("weekday", f"{_PART} DAY? (?P<w>THE_WEEKDAY) (?: {_RELATION} )? PART?", _weekday),
    rule("weekday-of-week", f"{_PART} DAY? (?P<w>THE_WEEKDAY) OF? {_THE_WEEK}", _weekday),
    rule("week-weekday", f"{_THE_WEEK} COMMA? DAY? (?P<w>THE_WEEKDAY)", _weekday),
    rule("day-weekday", "DAY (?P<w>WEEKDAY)", _weekday),
    rule(
        "deixis-weekday",
        f"{_PART} DAY? (?P<deixis>TODAY|DEIXIS) OPEN? COMMA? DAY? (?P<w>THE_WEEKDAY) CLOSE? PART?",
        _weekday,
    ),
    rule("weekday-deixis", f"{_PART} DAY? (?P<w>THE_WEEKDAY) COMMA? OPEN? (?P<deixis>DEIXIS|TODAY) CLOSE?", _weekday),
    rule("deixis", f"{_PART} DAY? (?P<deixis>DEIXIS) PART?", _deixis),
    rule("today", "(?P<part>(?:PART|THE_PART) OF?)? (?P<this>THIS)? DAY? TODAY (?P<clock>PART)?", _today),
    rule("tonight", "(?:THIS TONIGHT|TONIGHT|THIS THE_PART)", lambda _, context: context.today.isoformat()),
    rule("last-night", "TONIGHT (?:PAST|PREVIOUS)", _last_night),
    rule(
        "same-day",
        "(?: TODAY SAME_AFTER | (?:SAME_BEFORE|THAT) TODAY | TODAY (?P<next>FOLLOWING) | TODAY (?P<previous>PREVIOUS|PAST) )",
        _same_day,
    ),
    rule("end-of-this-week", "(?P<end>EDGE) THIS THE_WEEK", _end_of_week),
    rule(
        "relative-unit",
        f"(?:EDGE OF?)? (?P<unit>THE_WEEK|THE_MOON|THE_DECADE|THE_CENTURY) (?P<beyond>BEFORE|AFTER)? {_SHIFTED}",
        _unit,
    ),
    rule("this-unit", "(?:EDGE OF?)? (?:THIS|(?P<same>SAME_BEFORE|THAT)) (?P<unit>THE_WEEK|THE_MOON)", _unit),
    rule("beyond-year", "(?P<unit>THE_YEAR) (?P<beyond>BEFORE|AFTER) (?P<r>PAST|NEXT)", _unit),
    rule("edge-of-unit", "EDGE (?P<unit>THE_MOON|THE_WEEK)", _edge_unit),
    rule("ago", f"BEFORE APPROX? {_COUNT} (?P<unit>UNITS|{_SINGLE})", _ago),
    rule("ago-one", f"BEFORE APPROX? (?P<unit>DUAL|{_SINGLE}) {_ALONE}", _ago),
    rule("since-count", f"SINCE APPROX? {_COUNT} (?P<unit>UNITS|{_SINGLE})", _since),
    rule("since-one", f"SINCE APPROX? (?P<unit>DUAL|{_SINGLE}) {_ALONE}", _since),
    rule("in-count", f"AFTER APPROX? {_COUNT} (?P<unit>UNITS|{_SINGLE})", _in),
    rule("in-one", f"AFTER APPROX? (?P<unit>DUAL|{_SINGLE}) {_ALONE}", _in),
    rule("span-count-last", f"(?P<unit>THE_UNITS) ARTICLE? {_COUNT} {_RELATION}", _span),
    rule("span-count-first", f"ARTICLE? {_COUNT} (?P<unit>UNITS|THE_UNITS|{_SINGLE}) {_RELATION}", _span),
    rule("span-last", f"(?P<last>LAST_OF) ARTICLE? {_COUNT} (?P<unit>UNITS|{_SINGLE})", _span),
    rule("span-dual", f"(?P<unit>THE_DUAL) {_RELATION}", _span),
    rule(
        "span-hours",
        f"(?: (?P<unit>THE_UNITS) ARTICLE? {_COUNT} | ARTICLE? (?P<n2>DAY_NUMBER|COUNT|CARDINAL) (?P<unit2>HOUR|UNITS) ) (?P<r>PAST|NEXT|LATEST)",
        _hours,
    ),
    rule("weekend", "WEEKEND (?P<r>PAST|NEXT|CURRENT)?", _weekend),
    rule("since-then", "SINCE THEN", _since_then),
)
