"""Near copies as the page shows them: which report copies which, and the words that show it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from khabar.values.claim import CopyGroup
from khabar.views.dossier.chains import beginning_of
from khabar.views.dossier.library import Card
from khabar.views.dossier.names import Names
from khabar.views.dossier.places import Places
from khabar.views.dossier.reasons import ReasonTold, told
from khabar.views.evidence import Reports, quoted

_WORDS = 320  # characters of what two reports share


@dataclass(frozen=True, slots=True)
class CopyItem:
    """One group of near copies."""

    first: Card  # the earliest
    others: tuple[Card, ...]
    reasons: tuple[ReasonTold, ...]
    shared: str  # the longest run of words that two of them share; empty: none was kept


def copy_items(
    groups: Iterable[CopyGroup], reports: Reports, cards: Mapping[str, Card], names: Names, places: Places
) -> tuple[CopyItem, ...]:
    """The groups in their order."""
    return tuple(_item(group, reports, cards, names, places) for group in groups)


def copied_in(groups: Iterable[CopyGroup]) -> Mapping[str, str]:
    """The earliest report of each copy's group, by the copy's id."""
    return {report_id: group.reports[0] for group in groups for report_id in group.reports[1:]}


def _item(group: CopyGroup, reports: Reports, cards: Mapping[str, Card], names: Names, places: Places) -> CopyItem:
    mine = [cards[report_id] for report_id in group.reports if report_id in cards]
    passages = [passage for reason in group.reasons for passage in reason.shown_by[:1]]
    shared = beginning_of(quoted(reports, passages[0]).words, _WORDS) if passages else ""
    return CopyItem(mine[0], tuple(mine[1:]), told(group.reasons, names, places), shared)
