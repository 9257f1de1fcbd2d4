"""Where speakers stand: beside their cue in its sentence, or in the saying before or around; else rules alone tell."""

import re
from collections.abc import Iterator, Mapping

from khabar.values.attribution import Attribution, AttributionId
from khabar.values.entity import Entity, EntityId
from khabar.values.reading import Reading
from khabar.values.span import Span

_REACH = 300  # letters between a cue and who stands beside it
_SENTENCE_ENDS = re.compile(r"[.!?؟]\s|\n")
Entities = Mapping[EntityId, Entity]


def nearest(own: EntityId, saying: Attribution, entities: Entities) -> Span | None:
    """The words nearest to the cue that name a speaker; None: none do, as where only an adjective tells of him."""
    cue = saying.cue or saying.content
    mentions = entities[own].mentions if own in entities else ()
    return min(mentions, key=lambda m: (max(m.start - cue.end, cue.start - m.end, 0), m), default=None)


def unplaced(reading: Reading, entities: Entities, text: str) -> dict[AttributionId, tuple[EntityId, ...]]:
    """The speakers of each saying whom no place shows to speak; sayings that have none are left out."""
    found, read = {}, dict[AttributionId | None, Attribution]()
    before: Attribution | None = None
    for saying in reading.attributions:
        heard = {own for other in (before, read.get(saying.within)) if other for own in _speakers(other)}
        strangers = (own for own in _speakers(saying) if own not in heard)
        found[saying.id] = tuple(own for own in strangers if not _is_beside(own, saying, entities, text))
        before = read[saying.id] = saying
    return {own_id: speakers for own_id, speakers in found.items() if speakers}


def _speakers(saying: Attribution) -> Iterator[EntityId]:
    return (own for link in saying.chain for own in link)


def _is_beside(own: EntityId, saying: Attribution, entities: Entities, text: str) -> bool:
    """Whether he is named right before or behind the cue, with nobody in between but who belongs to him."""
    cue, named = saying.cue or saying.content, nearest(own, saying, entities)
    if named is None:
        return False
    begin = min(named.end, cue.end)
    gap = Span(begin, max(named.start, cue.start, begin))
    mine = {*_speakers(saying), entities[own].of, *(role.of for role in entities[own].roles)}
    between = (m for entity in entities.values() if entity.id not in mine for m in entity.mentions if gap.covers(m))
    return len(gap) <= _REACH and not _SENTENCE_ENDS.search(gap.of(text)) and not any(between)
