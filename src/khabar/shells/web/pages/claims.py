"""Claims: the list, and one with both its sides."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from khabar.errors import NotInArchive
from khabar.shells.web.asked import Name, Offset, OfType, OfVerdict, Since, Until
from khabar.shells.web.desk import AtDesk
from khabar.values.claim import Origin, PositionStance
from khabar.values.contradiction import Differing
from khabar.views.chain_trees import Root, chain_trees
from khabar.views.claims import claims
from khabar.views.contradictions import contradictions_of
from khabar.views.shown import ClaimShown, shown

router = APIRouter()
PAGE = 25  # claims at a time
_ALWAYS = (PositionStance.ASSERTS, PositionStance.DENIES)  # both sides stand there, though one be empty


@dataclass(frozen=True, slots=True)
class Side:
    """Everybody who takes one stance."""

    stance: PositionStance
    origins: tuple[Origin, ...]
    trees: tuple[Root, ...]
    positions: int


@router.get("/claims")
def listed(
    desk: AtDesk,
    about: Name = None,
    verdict: OfVerdict = None,
    kind: Annotated[OfType, Query(alias="type")] = None,
    since: Since = None,
    until: Until = None,
    outlet: Name = None,
    offset: Offset = 0,
) -> HTMLResponse:
    """What reports take a position on."""
    found = claims(
        desk.archive,
        about,
        verdict,
        type=kind,
        since=since,
        until=until,
        outlet=outlet,
        limit=PAGE,
        offset=offset,
    )
    return desk.page("claims.html.jinja", found=found, step=PAGE)


@router.get("/claims/{own_id}")
def one(desk: AtDesk, own_id: str) -> HTMLResponse:
    """One claim: both sides with their chains, the origins, and the verdict with its reasons."""
    found = shown(desk.archive, own_id)
    if not isinstance(found, ClaimShown):
        raise NotInArchive(own_id, str(desk.archive.path), "claim")
    # whether it is so stands there already, as its two sides
    differing = contradictions_of(desk.archive, found.claim.id)
    otherwise = tuple(one for one in differing if one.contradiction.differing is not Differing.STATUS)
    return desk.page("claim.html.jinja", claim=found.claim, sides=_sides(found), differences=otherwise)


def _sides(found: ClaimShown) -> tuple[Side, ...]:
    assessment = found.claim.assessment
    origins = {PositionStance.ASSERTS: assessment.asserts, PositionStance.DENIES: assessment.denies}
    told = {stance: [p for p in found.positions if p.stance is stance] for stance in PositionStance}
    return tuple(
        Side(stance, origins.get(stance, ()), chain_trees(told[stance]), len(told[stance]))
        for stance in PositionStance
        if told[stance] or stance in _ALWAYS
    )
