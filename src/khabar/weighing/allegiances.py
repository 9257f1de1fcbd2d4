"""All for whom an actor may speak: his states, his bodies, and the bodies that these belong to."""

from collections.abc import Iterator
from functools import cache

from khabar.knowledge.actors import Sort, organisation_by_id, person_by_id
from khabar.knowledge.geography import country_by_id
from khabar.language.spelling import name_words
from khabar.resolution.actors import Cast
from khabar.resolution.nations import nation_of
from khabar.values.actor import Actor, ActorId
from khabar.values.entity import Kind


def allegiances(actor_id: ActorId, cast: Cast) -> frozenset[str]:
    """Ids of every state and body that an actor may speak for, known or told; empty: we know of none.

    A movement that rules speaks under the name of its state too, so its state is among them, unless it is known to
    fight that state; an association that no state runs does not, whatever country it is named after. What shares
    nothing here is certainly not one.
    """
    if known := cast.behind.get(actor_id):
        return frozenset(known.allegiances)
    found: set[str] = set()
    ahead, seen = [actor_id], {actor_id}
    while ahead:
        actor = cast.by_id[ahead.pop()]
        found.update(_own(actor))
        owners = {o for o in (actor.of, *(o.of for o in actor.offices)) if o in cast.by_id} - seen
        seen |= {o for o in owners if o}
        ahead += sorted(o for o in owners if o)
    return frozenset(found)


def _own(actor: Actor) -> Iterator[str]:
    body = organisation_by_id(actor.known_as or "")
    if body and body.sort is Sort.NGO:
        yield body.id
        return
    if actor.kind is Kind.COUNTRY and actor.wikidata:
        yield actor.wikidata
    if actor.known_as:
        yield from _of_entry(actor.known_as)
    # a person's family name may be that of a nation, and tells nothing
    names = () if actor.kind is Kind.PERSON else (actor.name, *actor.also)
    for name in (*names, *(office.title for office in actor.offices)):
        for word in name_words(name):
            if nation := nation_of(word):
                yield nation.wikidata or nation.id


@cache
def _of_entry(entry_id: str) -> frozenset[str]:
    """An entry of our knowledge with all that it belongs to."""
    if country := country_by_id(entry_id):
        return frozenset({country.wikidata or country.id})
    owners: list[str | None] = []
    own: frozenset[str] = frozenset()
    if body := organisation_by_id(entry_id):
        own = frozenset({body.id})
        apart = body.sort is Sort.NGO or body.country == body.fights
        at_home = None if apart else body.country
        owners = [body.part_of, at_home, body.stands_for, body.seated_in]
    elif person := person_by_id(entry_id):
        owners = [person.country, *(office.of for office in person.offices)]
    return own.union(*(_of_entry(owner) for owner in owners if owner))
