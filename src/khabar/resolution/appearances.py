"""Who appears in one report, with all by which he is known again in another."""

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from khabar.knowledge.name_words import organisation_heads
from khabar.language.normalise import key
from khabar.resolution.nations import known_before_nation
from khabar.values.entity import Entity, EntityId, Kind
from khabar.values.reading import Reading
from khabar.values.report import Report


@dataclass(frozen=True, slots=True)
class Appearances:
    """Everybody and everything that one report names."""

    report: str
    published: date | None  # None: unknown
    entities: tuple[Entity, ...]  # each under a name of its own, where its report has one
    speakers: tuple[EntityId, ...] = ()  # the groups that a saying is put to
    titles: tuple[tuple[EntityId, tuple[str, ...]], ...] = ()  # the words of their offices, where they are given any


def appearances_in(report: Report, reading: Reading) -> Appearances:
    """What the report tells of those whom it names."""
    entities = tuple(_known_by_nation(_by_own_name(replace(e, why=()), report)) for e in reading.entities)
    groups = {e.id for e in entities if e.kind is Kind.GROUP}
    speakers = {entity_id for said in reading.attributions for link in said.chain for entity_id in link} & groups
    titles = tuple((e.id, tuple(r.span.of(report.text) for r in e.roles)) for e in entities if e.roles)
    return Appearances(report.id, report.published, entities, tuple(sorted(speakers)), titles)


@lru_cache(maxsize=65536)
def takes_up_another(name: str) -> bool:
    """Whether a name is only 'the site', 'the agency': it means what its report named before, and nobody elsewhere."""
    return key(name) in _bare_heads()


@cache
def _bare_heads() -> frozenset[str]:
    forms = (form.text for head in organisation_heads() for form in head.forms)
    return frozenset(key(form) for form in forms if form.startswith("ال"))


def _by_own_name(entity: Entity, report: Report) -> Entity:
    """The entity under a mention that is a name, where the reader kept one that only takes it up again."""
    if not takes_up_another(entity.name):
        return entity
    told = Counter(m.of(report.text) for m in entity.mentions)
    names = [n for n in told if not takes_up_another(n)]
    return replace(entity, name=min(names, key=lambda n: (-told[n], -len(n), n))) if names else entity


def _known_by_nation(entity: Entity) -> Entity:
    """The entity as one of our world knowledge, where the report only added its nation to a name that we know."""
    entry = None if entity.known_as or entity.wikidata else known_before_nation(entity.name, entity.kind)
    return replace(entity, known_as=entry) if entry else entity
