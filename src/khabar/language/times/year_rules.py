"""Years: 'عام 2010', 'نهاية 2023', 'العام الماضي', 'حرب 2014'."""

from khabar.language.times.calendar_sums import last_day
from khabar.language.times.context import Context, folded_context
from khabar.language.times.grammar import Found, Rule, rule
from khabar.language.times.shapes import EDGE, relative_year, stated_year

_FIRST_ALONE, _LAST_ALONE = 1700, 2100  # a figure with no word for the year beside it


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
    return _FIRST_ALONE <= number <= _LAST_ALONE and not (following and following[0] in folded_context("counted"))


def _listed_year(found: Found, context: Context) -> str | None:
    """'في 2010 و2014': a year after one that was read as one."""
    before = found.items[found.match.start() - 1]
    known = context.mentions[-1][-4:] if context.mentions else ""
    return _year(found, context) if known == str(before.value) else None


def _noun_year(found: Found, context: Context) -> str | None:
    """'حرب 2014', 'انتخابات 2016': events that their year tells apart; and a year that heads a chronicle."""
    words = context.words_before(1)
    head = words[0].removeprefix("و") if words else ""
    nouns = folded_context("dated-noun")
    known = head in nouns or head[1:] in nouns or (not head and context.heads_line(":", "-", "–", "\n"))
    return _year(found, context) if known else None


def _edged(found: Found, text: str) -> str | None:
    """The month at the edge of a year: its first where it begins, its last where it ends."""
    edge = found.item("edge")
    kind = str(edge.value) if edge else ""
    if kind == "end" and found.before == "UNTIL":
        return last_day(text)
    if len(text) == 4 and kind in {"start", "end"}:
        return f"{text}-{'01' if kind == 'start' else '12'}"
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


_NUMBER = "(?P<y>YEAR_NUMBER|CARDINAL) ERA?"
_FIGURE = "(?P<x>(?P<y>YEAR_NUMBER)) ERA?"

RULES: tuple[Rule, ...] = (
    rule("year", f"(?P<yw>YEAR|THE_YEAR) (?:CURRENT|PAST|NEXT|PREVIOUS)? {_NUMBER}", _year),
    rule("edge-year", f"{EDGE} OF? (?P<yw>YEAR|THE_YEAR)? {_NUMBER}", _year),
    rule("bare-year", "(?:IN|SINCE|UNTIL|BEFORE|AFTER) (?P<x>(?P<y>YEAR_NUMBER) ERA?)", _year),
    rule("listed-year", f"(?<=YEAR_NUMBER) AND {_FIGURE}", _listed_year),
    rule("noun-year", "(?P<y>YEAR_NUMBER) ERA?", _noun_year),
    rule("year-in-brackets", f"OPEN {_FIGURE} (?= CLOSE)", _year),
    rule("years-listed", f"(?P<units>UNITS|THE_UNITS) {_FIGURE}", _year),
    rule("relative-year", f"(?P<in>IN|OF|SINCE|UNTIL|TO)? (?P<x>(?:{EDGE} OF?)? {relative_year()})", _relative_year),
    rule("edge-of-year", f"{EDGE} THE_YEAR", _edge_of_year),
)
