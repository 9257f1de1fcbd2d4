"""What reports take a position on, on what they differ, and which of them belong together."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from khabar.errors import NotInArchive
from khabar.shells.web.api.answers import AtCounter
from khabar.shells.web.api.documented import one, part
from khabar.shells.web.asked import Limit, Name, OfDays, Offset, OfType, OfVerdict
from khabar.views.bench_claims import ClaimLine, claim_line
from khabar.views.claims import claims
from khabar.views.contradictions import ContradictionShown, contradictions
from khabar.views.lineage import LineageShown, lineages
from khabar.views.shown import ClaimShown, shown
from khabar.views.stories import StoryShown, stories, story

router = APIRouter()
_MANY = 50


@router.get("/claims", responses=part(ClaimLine))
def listed_claims(
    at: AtCounter,
    days: OfDays,
    about: Name = None,
    verdict: OfVerdict = None,
    kind: Annotated[OfType, Query(alias="type")] = None,
    outlet: Name = None,
    limit: Limit = _MANY,
    offset: Offset = 0,
) -> Response:
    """What the reports take a position on, who stands behind it and who against it: `khabar claims`."""
    found = claims(
        at.archive,
        about,
        verdict,
        type=kind,
        since=days.since,
        until=days.until,
        outlet=outlet,
        limit=limit,
        offset=offset,
    )
    return at.part(found, claim_line)


@router.get("/claims/{own_id}", responses=one(ClaimShown))
def claim(at: AtCounter, own_id: str) -> Response:
    """One claim with every position in its sentence: `khabar show`."""
    found = shown(at.archive, own_id)
    if not isinstance(found, ClaimShown):
        raise NotInArchive(own_id, at.archive.path.name, "claim")
    return at.one(found)


@router.get("/contradictions", responses=part(ContradictionShown))
def differences(
    at: AtCounter,
    about: Name = None,
    of_story: Annotated[Name, Query(alias="story", description="The id of a story, or its beginning.")] = None,
    limit: Limit = _MANY,
    offset: Offset = 0,
) -> Response:
    """On what the reports of a story differ: `khabar contradictions`."""
    if of_story:
        of_story = story(at.archive, of_story, at.archive.path.name).story.id
    return at.part(contradictions(at.archive, about, of_story, limit=limit, offset=offset))


@router.get("/stories", responses=part(StoryShown))
def listed_stories(at: AtCounter, about: Name = None, limit: Limit = _MANY, offset: Offset = 0) -> Response:
    """Which reports belong to one matter: `khabar stories`."""
    return at.part(stories(at.archive, about, limit=limit, offset=offset))


@router.get("/stories/{own_id}", responses=one(StoryShown))
def one_story(at: AtCounter, own_id: str) -> Response:
    """One story with its reports, claims, contradictions and lineages."""
    return at.one(story(at.archive, own_id, at.archive.path.name))


@router.get("/lineages", responses=part(LineageShown))
def listed_lineages(
    at: AtCounter,
    behind: Annotated[
        Name, Query(alias="of", description="Only what this report, claim or actor goes back to.")
    ] = None,
    limit: Limit = _MANY,
    offset: Offset = 0,
) -> Response:
    """Which reports go back to one text, and who copied whom: `khabar lineage`."""
    return at.part(lineages(at.archive, behind, at.archive.path.name, limit=limit, offset=offset))
