"""The report's own outlet: whoever reads the report knows it already, so no chain names it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import lru_cache

from khabar.extraction.references import Referents
from khabar.knowledge.actors import media
from khabar.language.normalise import key
from khabar.language.spelling import name_key
from khabar.values.attribution import Attribution, Link
from khabar.values.entity import EntityId


def without_outlet(
    attributions: Iterable[Attribution], referents: Referents, outlet: str | None
) -> tuple[Attribution, ...]:
    """The attributions without the outlet in their chains; what only the outlet says is the report's own voice."""
    attributions = tuple(attributions)
    own = frozenset(_own(referents, outlet)) if outlet else frozenset()
    if not own:
        return attributions
    kept = [replace(a, chain=chain) for a in attributions if (chain := _cleared(a.chain, own))]
    ids = {a.id for a in kept}
    return tuple(a if a.within in ids else replace(a, within=None) for a in kept)


def _cleared(chain: tuple[Link, ...], own: frozenset[EntityId]) -> tuple[Link, ...]:
    links = (tuple(e for e in link if e not in own) for link in chain)
    return tuple(link for link in links if link)


def _own(referents: Referents, outlet: str) -> Iterator[EntityId]:
    known = _media_called(outlet)
    for entity in referents.entities:
        if entity.known_as in known or (entity.known_as is None and name_key(entity.name) == name_key(outlet)):
            yield entity.id


@lru_cache(maxsize=4096)
def _media_called(outlet: str) -> frozenset[str]:
    """Ids of the media of that name or web address, and of the medium whose service one of them is."""
    wanted, address = key(outlet), outlet.lower().removeprefix("www.")
    called = [
        medium
        for medium in media()
        if any(key(name) == wanted for name in medium.names) or any(d == address for d in medium.domains)
    ]
    houses = {medium.part_of for medium in called} & {medium.id for medium in media()}
    return frozenset(medium.id for medium in called) | {house for house in houses if house}
