"""Actors: the list, and one with names, offices, deeds and partners."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from khabar.errors import NotInArchive
from khabar.shells.web.asked import Name, Offset, OfKind
from khabar.shells.web.desk import AtDesk
from khabar.shells.web.drawings.offices import strips
from khabar.shells.web.languages import Language
from khabar.views.actors import actors_in_brief
from khabar.views.relations import partners
from khabar.views.shown import ActorShown, shown
from khabar.views.statements import statements

router = APIRouter()
PAGE = 50  # actors, or events of one, at a time
_PARTNERS = 12
_MENTIONS = 12
_STATEMENTS = 10


@router.get("/actors")
def listed(desk: AtDesk, about: Name = None, kind: OfKind = None, offset: Offset = 0) -> HTMLResponse:
    """Everybody, those in most reports first."""
    found = actors_in_brief(desk.archive, about, kind=kind, limit=PAGE, offset=offset)
    return desk.page("actors.html.jinja", found=found, step=PAGE)


@router.get("/actors/{own_id}")
def one(desk: AtDesk, own_id: str, offset: Offset = 0) -> HTMLResponse:
    """One actor: names, offices, kin, deeds by time, partners, and why its mentions were joined."""
    found = shown(desk.archive, own_id, str(desk.archive.path), limit=PAGE, offset=offset)
    if not isinstance(found, ActorShown):
        raise NotInArchive(own_id, str(desk.archive.path), "actor")
    return desk.page(
        "actor.html.jinja",
        shown=found,
        actor=found.actor,
        events=found.events,
        step=PAGE,
        mentions=found.named[:_MENTIONS],
        statements=statements(desk.archive, found.actor, limit=_STATEMENTS),
        partners=partners(desk.archive, found.actor.id, limit=_PARTNERS),
        strips=strips(found, rtl=desk.language is Language.AR),
    )
