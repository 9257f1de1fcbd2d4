"""The sanction measures with the exchanges of an archive that would fall under them."""

from dataclasses import dataclass

from khabar.errors import NotInArchive
from khabar.knowledge.measures import Measure, measures
from khabar.views.exchanges import Asked, Ledger, Transfer, exchanges


@dataclass(frozen=True, slots=True)
class MeasureShown:
    """One measure with what would fall under it, if it took place as told."""

    measure: Measure
    flagged: tuple[Transfer, ...]  # by time


def measures_shown(archive: Ledger) -> tuple[MeasureShown, ...]:
    """Every measure, in the order of the library."""
    found = exchanges(archive, Asked(flagged=True))
    return tuple(_shown(one, found.items) for one in measures())


def measure_shown(archive: Ledger, asked: str, path: str = "the archive") -> MeasureShown:
    """The measure of that id; raises NotInArchive."""
    found = next((one for one in measures() if one.id == asked), None)
    if found is None:
        raise NotInArchive(asked, path)
    return _shown(found, exchanges(archive, Asked(flagged=True)).items)


def _shown(measure: Measure, found: tuple[Transfer, ...]) -> MeasureShown:
    return MeasureShown(measure, tuple(x for x in found if any(flag.measure == measure.id for flag in x.flags)))
