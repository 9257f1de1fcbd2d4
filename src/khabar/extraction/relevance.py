"""Which entities belong into a reading: the named ones, and of the unnamed those that say or do something."""

from collections.abc import Iterable

from khabar.values.attribution import Attribution
from khabar.values.entity import Entity, EntityId, Kind
from khabar.values.event import Event


def entities_that_matter(
    entities: Iterable[Entity], attributions: Iterable[Attribution], events: Iterable[Event]
) -> tuple[Entity, ...]:
    """All but groups and unnamed office-holders that neither speak nor take part in anything."""
    entities = tuple(entities)
    active: set[EntityId] = {e for a in attributions for link in a.chain for e in link}
    for event in events:
        active.update((*event.actor, *event.recipient, *event.place))
    kept = [e for e in entities if e.id in active or (e.kind is not Kind.GROUP and e.mentions)]
    of = {e.of for e in kept} | {role.of for e in kept for role in e.roles}
    ids = {e.id for e in kept}
    return tuple(e for e in entities if e.id in ids or e.id in of)
