"""Stories: the list, and one with all that belongs to it."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from khabar.shells.web.asked import Name, Offset
from khabar.shells.web.desk import AtDesk
from khabar.views.contradictions import contradictions
from khabar.views.stories import stories, story
from khabar.views.story_parts import by_verdict, claims_of_story, copies_in_story, in_time

router = APIRouter()
PAGE = 25  # stories at a time
_CLAIMS = 60  # claims of one story at a time
_DIFFERENCES = 10


@router.get("/stories")
def listed(desk: AtDesk, about: Name = None, offset: Offset = 0) -> HTMLResponse:
    """The stories, those of most reports first."""
    return desk.page("stories.html.jinja", found=stories(desk.archive, about, limit=PAGE, offset=offset), step=PAGE)


@router.get("/stories/{own_id}")
def one(desk: AtDesk, own_id: str, offset: Offset = 0) -> HTMLResponse:
    """One story: its reports with copies marked, its claims, what they differ on, who is in it."""
    found = story(desk.archive, own_id, str(desk.archive.path))
    claims = claims_of_story(desk.archive, found, limit=_CLAIMS, offset=offset)
    return desk.page(
        "story.html.jinja",
        shown=found,
        claims=claims,
        step=_CLAIMS,
        groups=by_verdict(claims),
        dated=in_time(claims),
        copies=copies_in_story(desk.archive, found),
        differences=contradictions(desk.archive, story=found.story.id, limit=_DIFFERENCES),
    )
