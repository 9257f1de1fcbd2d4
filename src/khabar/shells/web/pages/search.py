"""Search: sentences found by their words, with who says them."""

from collections.abc import Iterator
from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.responses import HTMLResponse

from khabar.shells.web.asked import Name, Offset, OfSide, OfType, OfVerdict, Since, Until
from khabar.shells.web.desk import AtDesk
from khabar.values.page import Page
from khabar.values.search import Filters
from khabar.views.actors import actors_in_brief
from khabar.views.search import Found, search

router = APIRouter()
PAGE = 25  # sentences at a time
_ACTORS = 5  # of the name that is searched for
Piece = tuple[str, bool]  # words of a sentence, and whether they were asked for


@router.get("/search")
def found(
    desk: AtDesk,
    q: Name = None,
    outlet: Name = None,
    since: Since = None,
    until: Until = None,
    about: Name = None,
    kind: Annotated[OfType, Query(alias="type")] = None,
    verdict: OfVerdict = None,
    stance: OfSide = None,
    offset: Offset = 0,
) -> HTMLResponse:
    """The sentences that hold the words, and whoever is called so."""
    if not q:
        return desk.page("search.html.jinja", q="", found=Page.of(()), sentences=(), called=(), step=PAGE)
    filters = Filters(outlet, since, until, about, kind, stance, verdict)
    hits = search(desk.archive, q, filters, limit=PAGE, offset=offset)
    return desk.page(
        "search.html.jinja",
        q=q,
        found=hits,
        sentences=tuple((hit, tuple(pieces(hit))) for hit in hits),
        called=actors_in_brief(desk.archive, q, limit=_ACTORS),
        step=PAGE,
    )


def pieces(hit: Found) -> Iterator[Piece]:
    """The sentence, cut where the words that were asked for begin and end."""
    start, at = hit.passage.span.start, 0
    for mark in hit.marks:
        yield hit.words[at : mark.start - start], False
        yield hit.words[mark.start - start : mark.end - start], True
        at = mark.end - start
    yield hit.words[at:], False
