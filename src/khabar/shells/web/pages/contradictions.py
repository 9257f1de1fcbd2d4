"""Contradictions: what reports of one story tell differently, the sides next to one another."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from khabar.shells.web.asked import Name, Offset
from khabar.shells.web.desk import AtDesk
from khabar.views.contradictions import contradictions
from khabar.views.stories import story as story_of

router = APIRouter()
PAGE = 25  # contradictions at a time


@router.get("/contradictions")
def listed(desk: AtDesk, about: Name = None, story: Name = None, offset: Offset = 0) -> HTMLResponse:
    """What reports differ on; real contradictions before updates."""
    found = contradictions(desk.archive, about, story, limit=PAGE, offset=offset)
    of = story_of(desk.archive, story, str(desk.archive.path)).story if story else None
    return desk.page("contradictions.html.jinja", found=found, step=PAGE, of=of)
