"""The first page: what the archive holds, what is disputed, what is new."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from khabar.shells.web.desk import AtDesk
from khabar.views.about import called
from khabar.views.overview import overview

router = APIRouter()


@router.get("")
def start(desk: AtDesk) -> HTMLResponse:
    """What the archive holds."""
    return desk.page("start.html.jinja", overview=overview(desk.archive))


@router.get("/named")
def named(desk: AtDesk, name: str) -> Response:
    """Leads to whoever bears the name, or to all who do."""
    found = called(desk.archive, name)
    if len(found) == 1:
        return RedirectResponse(desk.to.one("actors", found[0].id))
    return RedirectResponse(desk.to.view("actors" if found else "search", **{"about" if found else "q": name}))
