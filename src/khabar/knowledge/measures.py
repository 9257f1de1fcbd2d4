"""Sanction measures in outline, typed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from khabar.knowledge.files import Entry, entries
from khabar.values.event import GoodsCategory
from khabar.values.moment import Moment

FILE = "world/measures.yaml"


class Way(StrEnum):
    """Which way goods must not go."""

    TO = "to"  # to the target
    FROM = "from"  # from the target
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Wording:
    """One text in both languages."""

    en: str
    ar: str


@dataclass(frozen=True, slots=True)
class Cap:
    """What is allowed in all within one period."""

    amount: float
    unit: str  # as goods are counted: barrel, ton
    per: str  # year


@dataclass(frozen=True, slots=True)
class Case:
    """A report of one sentence, and when it was published."""

    text: str
    published: date


@dataclass(frozen=True, slots=True)
class Measure:
    """One paragraph of one instrument, as far as categories of goods can tell it."""

    id: str
    regime: str  # measures that belong together, such as un-north-korea
    instrument: Wording
    paragraph: str
    issuer: str  # un, eu, us
    in_force: tuple[Moment, ...]
    targets: tuple[str, ...]  # ids of countries and bodies
    way: Way
    goods: tuple[GoodsCategory, ...]
    says: Wording
    source: str  # address of the official text
    binds: tuple[str, ...] = ()  # ids of those whose giving or taking is meant; empty: everybody
    cap: Cap | None = None  # None: nothing is allowed
    check: Wording | None = None  # what a person must check; None: the categories tell it all
    examples: tuple[Case, ...] = ()
    counterexamples: tuple[Case, ...] = ()

    def is_in_force(self, day: date) -> bool:
        """Whether it binds on that day."""
        return any(stretch.overlaps(Moment.on(day)) for stretch in self.in_force)


@cache
def measures() -> tuple[Measure, ...]:
    """Every measure, in the order of the file."""
    return tuple(_measure(entry) for entry in entries(FILE))


def measure_by_id(entry_id: str) -> Measure:
    """The measure of that id."""
    return _by_id()[entry_id]


@cache
def _by_id() -> dict[str, Measure]:
    return {measure.id: measure for measure in measures()}


def _measure(entry: Entry) -> Measure:
    cap = entry.get("cap")
    return Measure(
        id=entry["id"],
        regime=entry["regime"],
        instrument=_wording(entry, "instrument_"),
        paragraph=entry["paragraph"],
        issuer=entry["issuer"],
        in_force=tuple(Moment(stretch) for stretch in entry["in_force"]),
        targets=tuple(entry["targets"]),
        way=Way(entry["way"]),
        goods=tuple(GoodsCategory(category) for category in entry["goods"]),
        says=_wording(entry, ""),
        source=entry["source"],
        binds=tuple(entry.get("binds", ())),
        cap=Cap(float(cap["amount"]), cap["unit"], cap["per"]) if cap else None,
        check=_wording(entry, "only_") if "only_en" in entry else None,
        examples=_cases(entry, "examples"),
        counterexamples=_cases(entry, "counterexamples"),
    )


def _wording(entry: Entry, prefix: str) -> Wording:
    return Wording(entry[f"{prefix}en"], entry[f"{prefix}ar"])


def _cases(entry: Entry, field: str) -> tuple[Case, ...]:
    return tuple(Case(case["text"], date.fromisoformat(case["published"])) for case in entry[field])
