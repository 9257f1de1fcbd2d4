"""Whose country 'his country' is in what somebody says: the speaker's, whoever else was named last."""

from dataclasses import replace

from khabar.extraction.references import Reference, Referents
from khabar.knowledge.actors import person_by_id
from khabar.language.analysis import AnalysedText
from khabar.values.attribution import Attribution
from khabar.values.entity import Entity, EntityId, Kind

_PEOPLE = frozenset({Kind.PERSON, Kind.GROUP})


def with_speakers_countries(
    analysed: AnalysedText, referents: Referents, sayings: tuple[Attribution, ...]
) -> Referents:
    """The references, his country being the speaker's where nobody else's country was brought up in what he says."""
    own = [r for r in referents.references if r.how == "pronoun"]
    if not own:
        return referents
    changed = {r: found for r in own if (found := _of_speaker(analysed, referents, sayings, r))}
    references = tuple(replace(r, entities=(changed[r],)) if r in changed else r for r in referents.references)
    return Referents(referents.entities, references)


def _of_speaker(
    analysed: AnalysedText, referents: Referents, sayings: tuple[Attribution, ...], own: Reference
) -> EntityId | None:
    start = analysed.tokens[own.first].start
    around = [s for s in sayings if s.content.start <= start < s.content.end and s.chain]
    saying = max(around, key=lambda s: s.content.start, default=None)
    if saying is None or len(saying.chain[-1]) != 1:
        return None
    opening = analysed.token_from(saying.content.start)
    others = (r for r in referents.between(opening, own.first) if r.how != "adjective")
    if any(referents.by_id[e].kind in _PEOPLE for r in others for e in r.entities):
        return None
    return country_of(referents, referents.by_id[saying.chain[-1][0]])


def office_country_of(referents: Referents, entity: Entity) -> EntityId | None:
    """The country that somebody is known or told to hold an office of; None: he holds none, or a body's only."""
    lands = {land.known_as: land.id for land in referents.entities if land.kind is Kind.COUNTRY}
    known = person_by_id(entity.known_as or "")
    told = (role.of for role in entity.roles if role.of in set(lands.values()))
    held = (lands[office.of] for office in (known.offices if known else ()) if office.of in lands)
    return next(told, None) or next(held, None)


def country_of(referents: Referents, entity: Entity) -> EntityId | None:
    """The country of somebody, which he is of or holds an office of; None: it is not told."""
    owners = (entity.of, *(role.of for role in entity.roles))
    lands = (referents.by_id.get(owner) for owner in owners if owner)
    return next((land.id for land in lands if land and land.kind is Kind.COUNTRY), None)
