"""Counted distances in time: 'قبل ثلاثة أيام', 'منذ عامين', 'بعد شهر', 'الأيام الثلاثة الماضية'."""

from datetime import date, timedelta

from khabar.language.normalise import fold
from khabar.language.times.calendar_sums import same_day_of, shifted
from khabar.language.times.context import Context, folded_context
from khabar.language.times.grammar import Found, Rule, rule

_MOST = {"day": 400, "week": 60, "month": 60, "year": 300, "decade": 20}  # more is a measure, no distance
_GRAINS = {"decade": "year", "year": "month", "month": "month"}  # how precisely a stretch of such units begins
_DAY_HOURS, _FEWEST_HOURS, _MOST_HOURS = 24, 6, 240
_HALF = 0.5  # 'عام ونصف'
_IN_GRAINS = {"decade": 10, "year": 12, "week": 7}


def counted(found: Found, suffix: str = "") -> tuple[str, int] | None:
    """The unit and the count of 'ثلاثة أيام', 'شهرين', 'عام'; None: none that a date can be reckoned by."""
    item = found.item(f"unit{suffix}")
    if item is None:
        return None
    unit = str(item.value)
    count = 2 if item.terminal in {"DUAL", "THE_DUAL"} else found.number(f"n{suffix}")
    if count is None and item.terminal in {"UNITS", "THE_UNITS"}:
        return None
    count = 1 if count is None else count
    if item.terminal in {"DUAL", "THE_DUAL"} and found.has(f"n{suffix}"):
        return None
    if count > _MOST.get(unit, 0):
        return None
    if unit == "year" and found.has("half") and found.all("half")[1].value == _HALF:
        return "month", 12 * count + 6
    return unit, count


def _several(found: Found, context: Context) -> str | None:
    """'قبل عام وشهرين', 'منذ شهر و12 يوما': a day where days are counted, else a month."""
    parts = [counted(found, suffix) for suffix in ("", "2", "3") if found.has(f"unit{suffix}")]
    amounts = dict(part for part in parts if part)
    if len(amounts) < len(parts) or not amounts.keys() <= {"year", "month", "week", "day"}:
        return None
    if found.has("ahead") and not (found.has("now") or context.future_before):
        return None
    if not found.has("now") and _counts_from_what_follows(found, context):
        return None
    sign = 1 if found.has("ahead") else -1
    months = sign * (12 * amounts.get("year", 0) + amounts.get("month", 0))
    if not amounts.keys() & {"week", "day"}:
        return shifted(context.today, "month", months)
    days = sign * (7 * amounts.get("week", 0) + amounts.get("day", 0))
    return shifted(same_day_of(context.today, months), "day", days)


def _ago(found: Found, context: Context) -> str | None:
    amount = counted(found)
    if amount is None or _counts_from_what_follows(found, context):
        return None
    return _far_by(context.today, amount[0], -amount[1])


def _counts_from_what_follows(found: Found, context: Context) -> bool:
    """'قبل أسبوع من الانتخابات', 'بعد عام على الحرب': the reader must know when that was, unless it is now."""
    if found.has("now"):
        return False
    following = context.words_after(2)
    since = found.items[found.match.start()].terminal == "SINCE"
    if following and following[0] in folded_context("exactly") and not since:  # 'بعد يومين فقط من'
        del following[0]
    return found.after == "OF" or bool(following and following[0] in folded_context("counts-from"))


def _since(found: Found, context: Context) -> str | None:
    ago = _ago(found, context)
    return f"{ago}/.." if ago else None


def _in(found: Found, context: Context) -> str | None:
    """'بعد شهر': from publication where the clause speaks of what is to come, else from the date told last."""
    amount = counted(found)
    if amount is None or _counts_from_what_follows(found, context):
        return None
    if context.word_before().rstrip("ا") == fold(context.text[context.start : context.end].split()[-1]):
        return None  # 'يوما بعد يوم'
    known = context.last_mention(10, 7, 4)
    if found.has("now") or context.future_before or (known is None and context.future):
        return _far_by(context.today, *amount)
    return None if known is None else _after(known, *amount)


def _from_it(found: Found, context: Context) -> str | None:
    """'بعد ذلك بأسبوع', 'قبلها بعام': from the date told last."""
    amount, known = counted(found), context.last_mention(10, 7, 4)
    if amount is None or known is None:
        return None
    sign = -1 if found.items[found.match.start()].terminal in {"BEFORE", "BEFORE_IT"} else 1
    return _after(known, amount[0], sign * amount[1])


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
    grain, steps = _GRAINS.get(unit, "day"), _IN_GRAINS.get(unit, 1) * count
    ahead = found.has_terminal("r", "NEXT", "FOLLOWING")
    there, here = shifted(context.today, grain, steps if ahead else -steps), shifted(context.today, grain, 0)
    if there is None or here is None:
        return None
    return f"{here}/{there}" if ahead else f"{there}/{here}"


def _hours(found: Found, context: Context) -> str | None:
    relation, unit = found.item("r"), found.item("unit") or found.item("unit2")
    hours = found.number("n") or found.number("n2")
    if (
        relation is None
        or unit is None
        or unit.value != "hour"
        or hours is None
        or not _FEWEST_HOURS <= hours <= _MOST_HOURS
    ):
        return None
    days = timedelta(days=max(1, round(hours / _DAY_HOURS)))
    ahead = relation.terminal == "NEXT"
    first = context.today if ahead else context.today - days
    return f"{first.isoformat()}/{(first + days).isoformat()}"


def _since_then(found: Found, context: Context) -> str | None:
    known = context.last_mention(10, 7, 4)
    return f"{known}/.." if known else None


_COUNT = "(?P<n>DAY_NUMBER|CARDINAL|COUNT|TENTH)"
_SINGLE = "(?:DAY|WEEK|MOON|YEAR)"
_MANY = f"APPROX? {_COUNT} (?P<unit>UNITS|{_SINGLE}) (?P<half>AND CARDINAL)?"
# 'عام 2011' is a year, 'شهر مايو' a month; 'يوم واحد' one day.
_NOT_NAMED = "(?! YEAR_NUMBER|DAY_NUMBER|COUNT|MONTH|HIJRI_MONTH|WEEKDAY|THE_WEEKDAY|DEIXIS|TODAY|ORDINAL)"
_ONE = f"APPROX? (?P<unit>DUAL|{_SINGLE}) CARDINAL? (?P<half>AND CARDINAL)? {_NOT_NAMED}"
_NOW = "(?P<now>OF NOW)?"
_JOINED = "(?:COMMA? AND|COMMA) APPROX? (?P<n{0}>DAY_NUMBER|CARDINAL|COUNT|TENTH)? (?P<unit{0}>UNITS|DUAL|{1})"
_FIRST_OF_SEVERAL = f"APPROX? {_COUNT}? (?P<unit>UNITS|DUAL|{_SINGLE})"
_SEVERAL = f"{_FIRST_OF_SEVERAL} {_JOINED.format(2, _SINGLE)} (?:{_JOINED.format(3, _SINGLE)})?"
_FROM_IT = "(?: (?:BEFORE|AFTER) THAT | BEFORE_IT | AFTER_IT )"
_RELATION = "(?P<r>PAST|PREVIOUS|NEXT|FOLLOWING|LATEST)"
_HOURS = "(?: (?P<unit>THE_UNITS) ARTICLE? (?P<n>{n}) | ARTICLE? (?P<n2>{n}) (?P<unit2>HOUR|UNITS) )"

RULES: tuple[Rule, ...] = (
    rule("ago", f"BEFORE {_MANY} {_NOW}", _ago),
    rule("ago-one", f"BEFORE {_ONE} {_NOW}", _ago),
    rule("since-count", f"SINCE {_MANY}", _since),
    rule("since-one", f"SINCE {_ONE}", _since),
    rule("in-count", f"AFTER {_MANY} {_NOW}", _in),
    rule("in-one", f"AFTER {_ONE} {_NOW}", _in),
    rule("several-units", f"(?:BEFORE|SINCE|(?P<ahead>AFTER)) {_SEVERAL} {_NOW}", _several),
    rule("from-it", f"{_FROM_IT} IN {_MANY}", _from_it),
    rule("from-it-one", f"{_FROM_IT} IN {_ONE}", _from_it),
    rule("span-count-last", f"(?P<unit>THE_UNITS) ARTICLE? {_COUNT} {_RELATION}", _span),
    rule("span-count-first", f"ARTICLE? {_COUNT} (?P<unit>UNITS|THE_UNITS|{_SINGLE}) {_RELATION}", _span),
    rule("span-last", f"(?P<last>LAST_OF) ARTICLE? {_COUNT} (?P<unit>UNITS|{_SINGLE})", _span),
    rule("span-dual", f"(?P<unit>THE_DUAL) {_RELATION}", _span),
    rule("span-hours", f"{_HOURS.format(n='DAY_NUMBER|COUNT|CARDINAL')} (?P<r>PAST|NEXT|LATEST)", _hours),
    rule("since-then", "SINCE THEN", _since_then),
)
