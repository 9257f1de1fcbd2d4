"""Copies as the page shows them: which report follows which, whom it credits, and the words that show it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from khabar.values.lineage import CopyKind, Descent
from khabar.views.dossier.chains import beginning_of
from khabar.views.dossier.library import Card
from khabar.views.dossier.names import Names
from khabar.views.dossier.places import Places
from khabar.views.dossier.reasons import ReasonTold, told
from khabar.views.lineage import LineageShown

_WORDS = 320  # characters of what two reports share


@dataclass(frozen=True, slots=True)
class DescentItem:
    """One report of a lineage."""

    card: Card
    kind: str
    of: Card | None  # None: it follows none that the page has
    credits: str | None  # None: it names none of these
    depth: int  # how many it follows, one upon the other


@dataclass(frozen=True, slots=True)
class CopyItem:
    """One lineage."""

    agency: str | None  # None: no agency is named by two of them
    descents: tuple[DescentItem, ...]  # each after the one that it follows
    reasons: tuple[ReasonTold, ...]
    shared: str  # the longest run of words that two of them share; empty: none was kept


def copy_items(
    found: Iterable[LineageShown], cards: Mapping[str, Card], names: Names, places: Places
) -> tuple[CopyItem, ...]:
    """The lineages in their order."""
    return tuple(_item(one, cards, names, places) for one in found)


def copied_in(found: Iterable[LineageShown]) -> Mapping[str, str]:
    """The report that each copy follows, by the copy's id; the first of its lineage where it follows the agency."""
    return {
        shown.descent.report: shown.descent.of or one.descents[0].descent.report
        for one in found
        for shown in one.descents
        if shown.descent.kind is not CopyKind.FIRST
    }


def _item(one: LineageShown, cards: Mapping[str, Card], names: Names, places: Places) -> CopyItem:
    reasons = [reason for shown in one.descents for reason in shown.descent.reasons]
    runs = [shown.shared.words for shown in one.descents if shown.shared]
    shared = beginning_of(runs[0], _WORDS) if runs else ""
    return CopyItem(one.agency, tuple(_in_order(one, cards)), told(reasons, names, places), shared)


def _in_order(one: LineageShown, cards: Mapping[str, Card]) -> list[DescentItem]:
    following: dict[str | None, list[Descent]] = {}
    for shown in one.descents:
        following.setdefault(shown.descent.of, []).append(shown.descent)
    ahead = [(descent, 0) for descent in reversed(following.get(None, []))]
    found = []
    while ahead:
        descent, depth = ahead.pop()
        if descent.report in cards:
            of = cards.get(descent.of or "")
            found.append(DescentItem(cards[descent.report], descent.kind.value, of, descent.credits, depth))
        ahead += [(after, depth + 1) for after in reversed(following.get(descent.report, []))]
    return found
