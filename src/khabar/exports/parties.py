"""The parties of one event, each two that stand opposite one another, with the country and the role of each."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import product

from khabar.exports.occurrences import Occurrence
from khabar.knowledge.geography import country_by_id, place_by_id
from khabar.values.entity import Entity, EntityId, Kind
from khabar.values.event import ActorCode
from khabar.values.span import Span

_OWNERS = 4  # steps from a body to the country that it belongs to


@dataclass(frozen=True, slots=True)
class Party:
    """One side; all fields are empty where nobody is named on it."""

    name: str = ""
    words: str = ""  # as the report has it
    kind: Kind | None = None  # None: nobody is named
    wikidata: str | None = None  # None: not known to us, or not sure
    codes: tuple[ActorCode, ...] = ()

    @property
    def countries(self) -> tuple[str, ...]:
        """ISO 3166 alpha-3 codes, and IGO."""
        return tuple(dict.fromkeys(code.country for code in self.codes if code.country))

    @property
    def roles(self) -> tuple[str, ...]:
        """CAMEO's three letters for the roles in which it acts."""
        return tuple(dict.fromkeys(code.role for code in self.codes if code.role))


def dyads(one: Occurrence) -> Iterator[tuple[Party, Party]]:
    """Every actor with every recipient; a side on which nobody is named stands as one empty party."""
    event = one.event
    actors = _side(one, event.actor, event.actor_words, event.actor_codes)
    recipients = _side(one, event.recipient, event.recipient_words, event.recipient_codes)
    for actor, recipient in product(actors, recipients):
        if actor != recipient or not actor.name or len(actors) == len(recipients) == 1:
            yield actor, recipient


def _side(
    one: Occurrence, named: tuple[EntityId, ...], words: tuple[Span, ...], codes: tuple[ActorCode, ...]
) -> tuple[Party, ...]:
    raw = "; ".join(" ".join(span.of(one.report.text).split()) for span in words)
    known = [one.entities[own_id] for own_id in named if own_id in one.entities]
    if len(known) < 2:
        found = known[0] if known else None
        return (Party(found.name, raw, found.kind, found.wikidata, codes) if found else Party(words=raw, codes=codes),)
    return tuple(Party(e.name, raw, e.kind, e.wikidata, _own_codes(e, codes, one.entities)) for e in known)


def _own_codes(entity: Entity, codes: tuple[ActorCode, ...], entities: Mapping[str, Entity]) -> tuple[ActorCode, ...]:
    """Those of the codes of all actors together that are of this one's country; its country alone if there are none."""
    land = _country(entity, entities)
    own = tuple(code for code in codes if land and code.country == land)
    return own or ((ActorCode(land),) if land else ())


def _country(entity: Entity, entities: Mapping[str, Entity]) -> str | None:
    found: Entity | None = entity
    for _ in range(_OWNERS):
        if found is None:
            return None
        place = place_by_id(found.known_as or "")
        if country := country_by_id((place.country if place else found.known_as) or ""):
            return country.iso3
        found = entities.get(found.of or "")
    return None
