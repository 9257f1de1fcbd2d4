"""Who is spoken of, and how they stand to one another."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from khabar.errors import NotInArchive
from khabar.shells.web.api.answers import AtCounter
from khabar.shells.web.api.documented import one, part
from khabar.shells.web.asked import Limit, Name, OfDays, Offset
from khabar.values.actor import ActorBrief
from khabar.views.actors import actors_in_brief
from khabar.views.relations import Relation, relations
from khabar.views.shown import ActorShown, shown

router = APIRouter()
_MANY = 50
_DEALINGS = 50  # of each relation
_MOST_DEALINGS = 1000
Party = Annotated[str, Query(min_length=1, max_length=300, description="A state, party or person, by name or id.")]


@router.get("/actors", responses=part(ActorBrief))
def listed_actors(at: AtCounter, about: Name = None, limit: Limit = _MANY, offset: Offset = 0) -> Response:
    """Who is spoken of, in all spellings and offices: `khabar actors`. The words that name one are with its id."""
    return at.part(actors_in_brief(at.archive, about, limit=limit, offset=offset))


@router.get("/actors/{own_id}", responses=one(ActorShown))
def actor(at: AtCounter, own_id: str) -> Response:
    """One actor with the words that name it and what it takes part in: `khabar show`."""
    found = shown(at.archive, own_id)
    if not isinstance(found, ActorShown):
        raise NotInArchive(own_id, at.archive.path.name, "actor")
    return at.one(found)


@router.get("/relations", responses=part(Relation))
def listed_relations(
    at: AtCounter,
    days: OfDays,
    party: Annotated[Party, Query(alias="of")],
    other: Annotated[Name, Query(alias="with", description="Another; without one, everybody it deals with.")] = None,
    dealings: Annotated[int, Query(ge=0, le=_MOST_DEALINGS, description="Of each relation, at most.")] = _DEALINGS,
    dealings_from: Offset = 0,
    limit: Limit = _MANY,
    offset: Offset = 0,
) -> Response:
    """How two stand to one another, month by month: `khabar relations`."""
    found = relations(
        at.archive,
        party,
        other,
        days.since,
        days.until,
        limit=limit,
        offset=offset,
        dealings=dealings,
        dealings_from=dealings_from,
    )
    return at.part(found)
