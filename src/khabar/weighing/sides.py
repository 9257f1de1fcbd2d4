"""For whom an actor speaks: a spokesman for his body, a body of a state for that state."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from khabar.knowledge.actors import Sort, organisation_by_id, person_by_id
from khabar.knowledge.geography import countries
from khabar.language.spelling import name_words
from khabar.resolution.actors import Cast
from khabar.resolution.nations import nation_of
from khabar.values.actor import Actor, ActorId, Behind
from khabar.values.entity import Kind
from khabar.weighing.allegiances import allegiances

_STEPS = 6  # from a spokesman to his state; a longer way is a circle
_SPEAK_FOR_THEMSELVES = frozenset(
    {Sort.INTERNATIONAL, Sort.ARMED_GROUP, Sort.PARTY, Sort.COMPANY, Sort.INSTITUTION, Sort.NGO, Sort.SPORT}
)


def principal(actor_id: ActorId, cast: Cast) -> Actor:
    """The last in line that an actor belongs to: state, armed group, company. A medium speaks for itself."""
    if known := cast.behind.get(actor_id):
        return cast.by_id[known.principal]
    actor = cast.by_id[actor_id]
    for _ in range(_STEPS):
        owner = _owner(actor, cast)
        if owner is None or owner == actor.id:
            return actor
        actor = cast.by_id[owner]
    return actor


def principals(report_id: str, ids: Iterable[str], cast: Cast) -> frozenset[ActorId]:
    """The last in line that these entities of a report belong to."""
    return frozenset(principal(actor, cast).id for actor in cast.known(report_id, ids))


def side(actor_id: ActorId, cast: Cast) -> str | None:
    """The state or independent body behind an actor, known, told or named by an adjective; None: not known."""
    if known := cast.behind.get(actor_id):
        return known.side
    return _side(cast.by_id[actor_id], principal(actor_id, cast), cast)


def _side(actor: Actor, last: Actor, cast: Cast) -> str | None:
    if last.kind is Kind.COUNTRY:
        return last.wikidata or last.known_as or last.id
    body = organisation_by_id(last.known_as or "")
    if body and body.sort in _SPEAK_FOR_THEMSELVES:
        return body.id
    owner = cast.by_id.get(last.of or "")
    if owner and owner.kind is Kind.COUNTRY:
        return owner.wikidata or owner.known_as or owner.id
    everybody = (actor,) if actor is last else (actor, last)
    told = [n for a in everybody for n in (a.name, *a.also, *(o.title for o in a.offices))]
    return next((found for name in told if (found := _nation_in(name))), None)


def party(actor_id: ActorId, cast: Cast) -> str:
    """Who acts for an actor: the id of a country or body of our knowledge, else that of the actor's principal."""
    if known := cast.behind.get(actor_id):
        return known.party
    last = principal(actor_id, cast)
    return _party(_side(cast.by_id[actor_id], last, cast), last)


def _party(behind: str | None, last: Actor) -> str:
    return _countries_by_item().get(behind or "") or behind or last.known_as or last.id


def with_those_behind(cast: Cast) -> Cast:
    """The cast with all that is told of those behind each actor worked out once."""
    return replace(cast, behind={actor.id: behind_of(actor, cast) for actor in cast.actors})


def behind_of(actor: Actor, cast: Cast) -> Behind:
    """All that is told of those behind one actor."""
    last = principal(actor.id, cast)
    side_of_it = _side(actor, last, cast)
    return Behind(last.id, side_of_it, _party(side_of_it, last), tuple(sorted(allegiances(actor.id, cast))))


def owners_of(actor: Actor) -> frozenset[str]:
    """Ids of actors and of entries of our world knowledge: whoever is behind him may change with any of these."""
    body, person = organisation_by_id(actor.known_as or ""), person_by_id(actor.known_as or "")
    known = (body and body.part_of, person.offices[-1].of if person and person.offices else None)
    return frozenset(owner for owner in (actor.of, *(office.of for office in actor.offices), *known) if owner)


@cache
def _countries_by_item() -> dict[str, str]:
    return {country.wikidata: country.id for country in countries() if country.wikidata}


def _owner(actor: Actor, cast: Cast) -> ActorId | None:
    if actor.kind in (Kind.MEDIA, Kind.COUNTRY):
        return None
    known = organisation_by_id(actor.known_as or "")
    if known:
        if known.part_of:
            return cast.by_entry.get(known.part_of)
        return None if known.sort in _SPEAK_FOR_THEMSELVES else _known(actor.of, cast)
    told = [o for o in actor.offices if o.of and not o.former and o.of in cast.by_id]
    person = person_by_id(actor.known_as or "")
    if person and person.offices:
        # 'the leader of the separatists in Donetsk': a town says where he is, and we know for whom he speaks
        told = [o for o in told if cast.by_id[o.of or ""].kind is not Kind.PLACE]
    if told:
        return max(told, key=lambda o: (len(o.passages), o.of or "")).of
    if person and person.offices:
        return cast.by_entry.get(person.offices[-1].of) or _known(actor.of, cast)
    return _known(actor.of, cast)


def _known(actor_id: ActorId | None, cast: Cast) -> ActorId | None:
    return actor_id if actor_id in cast.by_id else None


def _nation_in(name: str) -> str | None:
    nation = next((found for word in name_words(name) if (found := nation_of(word))), None)
    return (nation.wikidata or nation.id) if nation else None
