"""Copies: the reports that go back to one text, as trees of who copied whom."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from khabar.shells.web.asked import Name, Offset
from khabar.shells.web.desk import AtDesk
from khabar.views.descent import descent_tree
from khabar.views.lineage import lineages

router = APIRouter()
PAGE = 25  # lineages at a time


@router.get("/copies")
def listed(desk: AtDesk, of: Name = None, offset: Offset = 0) -> HTMLResponse:
    """All lineages; `of` is a report, or a claim whose reports are meant."""
    found = lineages(desk.archive, of, str(desk.archive.path), limit=PAGE, offset=offset)
    trees = tuple((one, descent_tree(one)) for one in found)
    return desk.page("copies.html.jinja", found=found, trees=trees, step=PAGE, of=of)
