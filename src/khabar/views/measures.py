"""The sanction measures that exchanges are held against, and the exchanges of an archive that would fall under them."""

from dataclasses import dataclass

from khabar.errors import NotInArchive
from khabar.knowledge.actors import organisation_by_id
from khabar.knowledge.geography import country_by_id
from khabar.knowledge.measures import Measure, measures
from khabar.language.normalise import key
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


def measures_about(about: str | None = None) -> tuple[Measure, ...]:
    """The measures with that word in their text or among their targets' names; None: all."""
    return tuple(one for one in measures() if about is None or key(about) in key(" ".join(_words(one))))


def targets_of(one: Measure) -> tuple[str, ...]:
    """The names of those whom it is aimed at."""
    return tuple(sorted(_name(target) for target in one.targets))


def _shown(measure: Measure, found: tuple[Transfer, ...]) -> MeasureShown:
    return MeasureShown(measure, tuple(x for x in found if any(flag.measure == measure.id for flag in x.flags)))


def _words(one: Measure) -> tuple[str, ...]:
    says = (wording for told in (one.instrument, one.says) for wording in (told.en, told.ar))
    return (one.id, *says, one.paragraph, *targets_of(one))


def _name(target: str) -> str:
    known = country_by_id(target) or organisation_by_id(target)
    return known.names[0] if known else target
