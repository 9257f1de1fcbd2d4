"""In which saying of its report a position stands, and who the names of its chain are there."""

from collections.abc import Mapping

from khabar.exports.provenance import chain_of, entities_of
from khabar.values.attribution import Attribution, AttributionId, Link
from khabar.values.claim import Position
from khabar.values.entity import Entity, EntityId
from khabar.values.reading import Reading
from khabar.values.span import Span


def speakers_of(position: Position, reading: Reading) -> tuple[AttributionId | None, tuple[Link, ...]]:
    """The saying with its chain; of a denial that is read without a cue of its own, whoever its words name."""
    entities = entities_of(reading)
    if not position.chain:
        return None, ()
    saying = _saying(position, reading, entities)
    if saying is not None:
        return saying.id, saying.chain
    return None, tuple(_named(link, position.passage.span, entities) for link in position.chain)


def _saying(position: Position, reading: Reading, entities: Mapping[EntityId, Entity]) -> Attribution | None:
    """Of the sayings by these speakers the one that shares most with the passage, the shortest of equals."""
    span = position.passage.span
    fitting = [one for one in reading.attributions if chain_of(one, entities) == position.chain]
    shared = [(min(s.content.end, span.end) - max(s.content.start, span.start), -len(s.content), s) for s in fitting]
    near = max((row for row in shared if row[0] > 0), key=lambda row: row[:2], default=None)
    return near[2] if near else None


def _named(names: tuple[str, ...], span: Span, entities: Mapping[EntityId, Entity]) -> Link:
    return tuple(own_id for name in names if (own_id := _one(name, span, entities)) is not None)


def _one(name: str, span: Span, entities: Mapping[EntityId, Entity]) -> EntityId | None:
    bearers = [one for one in entities.values() if one.name == name]
    here = [one for one in bearers if any(span.overlaps(m) for m in one.mentions)]
    return next((one.id for one in (*here, *bearers)), None)
