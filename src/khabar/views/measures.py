"""The sanction measures that exchanges are held against, for people to look up."""

from khabar.knowledge.actors import organisation_by_id
from khabar.knowledge.geography import country_by_id
from khabar.knowledge.measures import Measure, measures
from khabar.language.normalise import key


def measures_about(about: str | None = None) -> tuple[Measure, ...]:
    """The measures with that word in their text or among their targets' names; None: all."""
    return tuple(one for one in measures() if about is None or key(about) in key(" ".join(_words(one))))


def targets_of(one: Measure) -> tuple[str, ...]:
    """The names of those whom it is aimed at."""
    return tuple(sorted(_name(target) for target in one.targets))


def _words(one: Measure) -> tuple[str, ...]:
    says = (wording for told in (one.instrument, one.says) for wording in (told.en, told.ar))
    return (one.id, *says, one.paragraph, *targets_of(one))


def _name(target: str) -> str:
    known = country_by_id(target) or organisation_by_id(target)
    return known.names[0] if known else target
