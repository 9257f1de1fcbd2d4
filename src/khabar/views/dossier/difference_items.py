"""What reports differ on, as the page shows it: each value with those who tell it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from khabar.values.contradiction import Contradiction, Differing
from khabar.views.contradictions import ContradictionShown, SideShown, TellingShown
from khabar.views.dossier.library import Card
from khabar.views.dossier.names import Named, Names
from khabar.views.dossier.places import Places
from khabar.views.dossier.reasons import ReasonTold, told
from khabar.views.dossier.words import word


@dataclass(frozen=True, slots=True)
class TellingItem:
    """One place that tells a value."""

    card: Card
    chain: tuple[tuple[Named, ...], ...]  # behind the outlet
    words: str
    href: str | None  # None: the page does not hold the report's text


@dataclass(frozen=True, slots=True)
class ValueItem:
    """One value with those who tell it."""

    value: str
    reported: date | None  # None: no report that tells it has a day
    tellings: tuple[TellingItem, ...]


@dataclass(frozen=True, slots=True)
class DifferenceItem:
    """One matter on which reports differ."""

    of: str
    differing: str
    bearing: str
    values: tuple[ValueItem, ...]
    reasons: tuple[ReasonTold, ...]


def difference_items(
    found: Iterable[ContradictionShown], cards: Mapping[str, Card], names: Names, places: Places
) -> tuple[DifferenceItem, ...]:
    """The differences in their order."""
    return tuple(_item(one, cards, names, places) for one in found)


def _item(found: ContradictionShown, cards: Mapping[str, Card], names: Names, places: Places) -> DifferenceItem:
    one = found.contradiction
    return DifferenceItem(
        of=one.of,
        differing=one.differing.value,
        bearing=one.bearing.value,
        values=tuple(_value(side, one, cards, names, places) for side in found.sides),
        reasons=told(one.reasons, names, places),
    )


def _value(side: SideShown, one: Contradiction, cards: Mapping[str, Card], names: Names, places: Places) -> ValueItem:
    value = word(f"differing_value.{side.value.replace(' ', '-')}") if one.differing is Differing.STATUS else side.value
    tellings = (_telling(t, cards, names, places) for t in side.tellings if t.quoted.passage.report_id in cards)
    return ValueItem(value, side.reported, tuple(tellings))


def _telling(telling: TellingShown, cards: Mapping[str, Card], names: Names, places: Places) -> TellingItem:
    passage = telling.quoted.passage
    chain = tuple(names.named(link) for link in telling.chain[1:])
    return TellingItem(cards[passage.report_id], chain, telling.quoted.words, places.link(passage))
