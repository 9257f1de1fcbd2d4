"""What a person points at when judging: an actor, a mention of one, a claim, or a position on one."""

from typing import Protocol

from khabar.errors import AmbiguousId, CannotJudge, NotInArchive
from khabar.values.actor import Actor
from khabar.values.claim import Claim
from khabar.values.entity import Entity
from khabar.values.judgement import Judged
from khabar.values.reading import Reading
from khabar.values.reason import Passage
from khabar.views.about import Names, called
from khabar.views.shown import Shelves, concluded


class Shelf(Shelves, Names, Protocol):
    """What it takes to find what is pointed at."""


def pointed_at(archive: Shelf, asked: str, path: str = "the archive") -> tuple[Judged, Passage]:
    """The words by which it is known for good; raises NotInArchive, AmbiguousId or CannotJudge.

    `asked` is an id or its beginning, a name, an entity of a report (`report#e3`) or a position of a claim (`c8a20#2`).
    """
    whole, _, part = asked.rpartition("#")
    if whole and (reading := archive.reading(whole)) is not None:
        return Judged.ACTOR, _mention(whole, reading, part, path)
    found = _one(whole if whole and part.isdigit() else asked, archive, path)
    if isinstance(found, Actor):
        return Judged.ACTOR, _first_mention(archive, found)
    at = int(part) - 1 if whole and part.isdigit() else 0
    if not 0 <= at < len(found.positions):
        raise NotInArchive(asked, path)
    return Judged.CLAIM, found.positions[at].passage


def _one(asked: str, archive: Shelf, path: str) -> Actor | Claim:
    found = concluded(archive, asked)
    if isinstance(found, Actor | Claim):
        return found
    bearers = called(archive, asked)
    if len(bearers) > 1:
        raise AmbiguousId(asked, [(one.id, one.name) for one in bearers])
    actor = archive.actor(bearers[0].id) if bearers else None
    if actor is None:
        raise NotInArchive(asked, path)
    return actor


def _mention(report_id: str, reading: Reading, entity_id: str, path: str) -> Passage:
    entity = next((e for e in reading.entities if e.id == entity_id), None)
    if entity is None:
        raise NotInArchive(f"{report_id}#{entity_id}", path)
    if not entity.mentions:
        raise CannotJudge(entity.name, "only an adjective names it there.")
    return Passage(report_id, min(entity.mentions))


def _first_mention(archive: Shelf, actor: Actor) -> Passage:
    """The first mention under the actor's own name, or else under any."""
    found: list[tuple[bool, Passage]] = []
    for report_id, entity_id in actor.members:
        entity = _entity(archive.reading(report_id), entity_id)
        if entity and entity.mentions:
            found.append((entity.name != actor.name, Passage(report_id, min(entity.mentions))))
    if not found:
        raise CannotJudge(actor.name, "only an adjective names it.")
    return min(found)[1]


def _entity(reading: Reading | None, entity_id: str) -> Entity | None:
    return next((e for e in reading.entities if e.id == entity_id), None) if reading else None
