"""The parts that date patterns share (a day, a month, a year), and how the parts left out are inferred."""

from datetime import date

from khabar.language.times.calendar_sums import day_text, month_text
from khabar.language.times.context import Context, Direction
from khabar.language.times.grammar import Found

OF = "(?:OF|IN|SLASH|DASH)?"
DAY = "DAY_NUMBER|ORDINAL|THE_FIRST_OF|TENTH|CARDINAL"
EDGE = "(?P<edge>EDGE)"
# What may stand before a date and belongs to it: 'صباح اليوم الجمعة الموافق', 'يوم'.
_WEEKDAY = "OPEN? (?P<w>THE_WEEKDAY|WEEKDAY) (?:PAST|NEXT)? CLOSE? PART? COMMA?"
_NAMED = f"(?:TODAY|DAY|DEIXIS)? {_WEEKDAY} (?:(?:CORRESPONDING TO?|IN) DAY?)?"
LEAD = f"(?:(?:PART|THE_PART) OF?)? (?: {_NAMED} | (?:(?:TODAY|DEIXIS|DAY) COMMA?)? (?:CORRESPONDING TO?)? )"
THE_MONTH = (
    "(?P<the>(?: THIS THE_MOON | (?P<msame>SAME_BEFORE|THAT) THE_MOON | "
    "THE_MOON (?P<mr>PAST|NEXT|CURRENT|PREVIOUS|FOLLOWING|SAME_AFTER) ))"
)
_FORWARD, _BACKWARD = frozenset({"NEXT"}), frozenset({"PAST", "PREVIOUS", "LATEST"})
# How much farther away a date may lie on the side that the verb points to, and still be meant.
_AGAINST_VERB, _NO_VERB = 3.0, 1.3
_NEVER = 1000.0
# Groups of patterns in which a month's name can be nothing else: 'في مايو', 'مطلع مارس', 'الأسبوع الأول من مارس'.
_SURE = ("sure", "edge", "nth", "last", "half")


def day(suffix: str = "") -> str:
    """A day of the month, in digits or as an ordinal."""
    return f"ARTICLE? (?P<d{suffix}>{DAY})"


def month(suffix: str = "") -> str:
    """A month, alone or with its twin of another convention: 'ديسمبر/كانون الأول', 'كانون الأول (ديسمبر)'."""
    twin = f"(?:SLASH|DASH|OPEN)? (?P<twin{suffix}>MONTH) CLOSE?"
    return f"(?P<moon{suffix}>MOON|THE_MOON)? (?P<m{suffix}>MONTH) (?:{twin})?"


def year(suffix: str = "") -> str:
    """A year, with or without the word for it."""
    return (
        f"(?:COMMA|SLASH|DASH)? (?:OF|IN|TO)? (?P<yw{suffix}>YEAR|THE_YEAR)? (?P<y{suffix}>YEAR_NUMBER|CARDINAL) ERA?"
    )


def relative_year(suffix: str = "") -> str:
    """A year given by its distance: 'من العام الماضي', 'هذا العام', 'العام نفسه'."""
    relation = f"(?P<yr{suffix}>PAST|NEXT|CURRENT|PREVIOUS|FOLLOWING|SAME_AFTER)"
    pointed = f"(?: (?P<ythis{suffix}>THIS) | (?P<ysame{suffix}>SAME_BEFORE|THAT) ) THE_YEAR"
    return f"(?:OF|IN|TO)? (?: {pointed} | THE_YEAR {relation} )"


def tail(suffix: str = "") -> str:
    """What may follow a month: a year of either sort, or 'الماضي'."""
    relation = f"COMMA? OF? (?P<r{suffix}>PAST|NEXT|CURRENT|PREVIOUS|SAME_AFTER)"
    return f"(?: {year(suffix)} | {relative_year(suffix)} | {relation} )?"


def twins_agree(found: Found, suffix: str = "") -> bool:
    """Whether two names of a month name the same one."""
    return not found.has(f"twin{suffix}") or found.number(f"twin{suffix}") == found.number(f"m{suffix}")


def sure_enough(found: Found, suffix: str = "") -> bool:
    """Whether a month's name that is another word too has what it needs beside it."""
    item = found.item(f"m{suffix}")
    if item is None or not item.doubt or found.has(f"twin{suffix}"):
        return True
    has_year = any(found.has(f"{group}{suffix}") for group in ("y", "yr", "ythis", "ysame", "r"))
    has_day = found.has(f"d{suffix}") or found.has("d")
    if item.doubt == "faint":
        return has_day and has_year
    return has_day or has_year or any(found.has(group) for group in (f"moon{suffix}", *_SURE))


def day_number(found: Found, group: str) -> int | None:
    """The day of the month in a group; None: it holds none."""
    item = found.item(group)
    if item and item.terminal == "ARTICLE":
        item = found.all(group)[1]
    if item and item.terminal == "THE_FIRST_OF":
        return 1
    value = item.value if item else None
    return int(value) if isinstance(value, int | float) and 1 <= value <= 31 else None


def stated_year(found: Found, context: Context, suffix: str = "") -> int | None:
    """The year that the words give, as a number or by its distance; None: they give none."""
    number = found.number(f"y{suffix}")
    if number is not None:
        return number
    if found.has(f"ythis{suffix}"):
        return context.today.year
    relation = found.item(f"yr{suffix}")
    if found.has(f"ysame{suffix}") or (relation and relation.terminal in {"SAME_AFTER", "FOLLOWING", "PREVIOUS"}):
        mention = context.last_mention(4, 7, 10)
        known = int(mention[:4]) if mention else context.today.year
        return known + {"FOLLOWING": 1, "PREVIOUS": -1}.get(relation.terminal if relation else "", 0)
    if relation:
        return context.today.year + {"PAST": -1, "NEXT": 1, "CURRENT": 0}[relation.terminal]
    return None


def year_for(found: Found, context: Context, month: int, day: int | None, suffix: str = "") -> int:
    """The year of a month or day: stated, related ('الماضي'), or the nearest that fits the verb."""
    stated = stated_year(found, context, suffix)
    if stated is not None:
        return stated
    relation = found.item(f"r{suffix}")
    today = context.today
    position = (month, day or 0)
    now = (today.month, today.day if day else 0)
    if relation and relation.terminal in _BACKWARD:
        return today.year - (position >= now)
    if relation and relation.terminal in _FORWARD:
        return today.year + (position <= now)
    if relation:
        mention = context.last_mention(4, 7, 10) if relation.terminal == "SAME_AFTER" else None
        return int(mention[:4]) if mention else today.year
    by_weekday = _year_by_weekday(found, context, month, day)
    chronicle = context.last_mention(4, 7, 10) if context.heads_line(":", "-", "–") else None
    if chronicle and by_weekday is None:
        return int(chronicle[:4])
    return by_weekday or context.year_before(month, day or 0) or likely_year(found, context, month, day)


def _year_by_weekday(found: Found, context: Context, month: int, day: int | None) -> int | None:
    """'الخميس 15 أغسطس': of the three years around publication the only one in which that day is a Thursday."""
    weekday = found.number("w")
    if weekday is None or day is None:
        return None
    years = (context.today.year + step for step in (0, -1, 1))
    fitting = [y for y in years if (text := day_text(y, month, day)) and date.fromisoformat(text).weekday() == weekday]
    return fitting[0] if fitting else None


def costs(found: Found, context: Context) -> tuple[float, float]:
    """How much a distance back and one ahead count: 'منذ', 'حتى' and deeds leave no choice, verbs make one likelier."""
    if found.before in {"SINCE", "UNTIL"}:
        return (1.0, _NEVER) if found.before == "SINCE" else (_NEVER, 1.0)
    return {
        Direction.PAST: (1.0, _NEVER if context.tells_an_act else _AGAINST_VERB),
        Direction.FUTURE: (_AGAINST_VERB, 1.0),
        Direction.UNKNOWN: (1.0, _NO_VERB),
    }[context.direction]


def likely_year(found: Found, context: Context, month: int, day: int | None) -> int:
    """The year that brings a month or day nearest to publication, farther ones allowed where the words point."""
    today = context.today
    weights = costs(found, context)

    def cost(year: int) -> float:
        if day is None:
            months = (year - today.year) * 12 + month - today.month
            return -months * weights[0] if months <= 0 else months * weights[1]
        days = (date(year, month, min(day, 28)) - today).days
        return -days * weights[0] if days <= 0 else days * weights[1]

    return min((today.year, today.year - 1, today.year + 1), key=cost)


def one_day(found: Found, context: Context, suffix: str = "", group: str | None = None) -> str | None:
    """A day of a month of a year; None: there is none such, or the words are no date."""
    number, which = day_number(found, group or f"d{suffix}"), found.number(f"m{suffix}")
    if number is None or which is None or not twins_agree(found, suffix) or not year_is_one(found, suffix):
        return None
    return day_text(year_for(found, context, which, number, suffix), which, number)


def one_month(found: Found, context: Context, suffix: str = "") -> str | None:
    """A month of a year; None: the words are none."""
    which = found.number(f"m{suffix}")
    if (
        which is None
        or not twins_agree(found, suffix)
        or not sure_enough(found, suffix)
        or not year_is_one(found, suffix)
    ):
        return None
    return month_text(year_for(found, context, which, None, suffix), which)


def year_is_one(found: Found, suffix: str = "") -> bool:
    """Whether the number taken for a year can be one."""
    value = found.number(f"y{suffix}")
    return value is None or 1000 <= value <= 2200


def has_year(found: Found) -> bool:
    """Whether the words give a year of either sort."""
    return any(found.has(group) for group in ("y", "yr", "ythis", "ysame", "r"))


def relative_month(found: Found, context: Context) -> str | None:
    """'الشهر الماضي', 'نفس الشهر': a month by its distance, or the one told last."""
    relation = found.item("mr")
    known, step = context.today.isoformat()[:7], 0
    if found.has("msame") or found.has_terminal("mr", "SAME_AFTER", "FOLLOWING", "PREVIOUS"):
        known = (context.last_mention(7, 10) or known)[:7]
    if relation:
        step = {"PAST": -1, "PREVIOUS": -1, "NEXT": 1, "FOLLOWING": 1}.get(relation.terminal, 0)
    return month_text(int(known[:4]), int(known[5:]) + step)
