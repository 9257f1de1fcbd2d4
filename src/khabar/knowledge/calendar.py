"""The words of dates in Arabic: months of every convention, weekdays, units, and what ties them together."""

from dataclasses import dataclass
from functools import cache

from khabar.knowledge.files import entries


@dataclass(frozen=True, slots=True)
class CalendarWord:
    """One form of one entry of `ar/calendar.yaml`."""

    entry: str  # id of the entry
    kind: str  # month | hijri-month | weekday | unit | part | deixis | relation | demonstrative | edge | season | ...
    value: int | str
    form: str  # as it is spelled in the data; several words where it is a phrase
    group: str  # variety, or grammatical number of a unit
    doubt: str = ""  # doubtful: needs a day, a year or a twin beside it; faint: needs a day and a year


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day and month that after certain words mean the day of one event, in one year."""

    value: str  # ISO 8601
    day: int
    month: int
    heads: tuple[str, ...]  # words just before it
    topics: tuple[str, ...] = ()  # words anywhere near it


@dataclass(frozen=True, slots=True)
class CalendarExamples:
    """Sentences that hold a date by this entry, and near misses that hold none."""

    entry: str
    examples: tuple[str, ...]
    counterexamples: tuple[str, ...]


@cache
def calendar_words() -> tuple[CalendarWord, ...]:
    """Every form of every entry that names a part of a date."""
    return tuple(
        CalendarWord(entry["id"], entry["kind"], entry["value"], form, group, _doubt(form, entry))
        for entry in entries("ar/calendar.yaml")
        if entry["kind"] not in {"context", "named-day"}
        for group, forms in entry["forms"].items()
        for form in forms
    )


@cache
def context_words(value: str) -> frozenset[str]:
    """Words beside a date that change its reading, such as the nouns before 'العام' the adjective."""
    return frozenset(
        form
        for entry in entries("ar/calendar.yaml")
        if entry["kind"] == "context" and entry["value"] == value
        for forms in entry["forms"].values()
        for form in forms
    )


@cache
def named_days() -> tuple[NamedDay, ...]:
    """Days that one event made a name of."""
    return tuple(
        NamedDay(str(e["value"]), e["day"], e["month"], tuple(e["forms"]["pan-arab"]), tuple(e.get("topics", ())))
        for e in entries("ar/calendar.yaml")
        if e["kind"] == "named-day"
    )


@cache
def calendar_examples() -> tuple[CalendarExamples, ...]:
    """The examples and near misses of every entry."""
    return tuple(
        CalendarExamples(e["id"], tuple(e.get("examples", ())), tuple(e.get("counterexamples", ())))
        for e in entries("ar/calendar.yaml")
    )


def _doubt(form: str, entry: object) -> str:
    assert isinstance(entry, dict)
    return next((doubt for doubt in ("doubtful", "faint") if form in entry.get(doubt, ())), "")
