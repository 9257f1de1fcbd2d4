"""Sanction measures: what each forbids, and what of the ledger would fall under it."""

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from khabar.shells.web.desk import AtDesk
from khabar.views.measures import measure_shown, measures_shown

router = APIRouter()


@router.get("/measures")
def listed(desk: AtDesk) -> HTMLResponse:
    """Every measure, in the order of the library."""
    return desk.page("measures.html.jinja", found=measures_shown(desk.archive))


@router.get("/measures/{own_id}")
def one(desk: AtDesk, own_id: str) -> HTMLResponse:
    """One measure with the exchanges that would fall under it."""
    found = measure_shown(desk.archive, own_id, str(desk.archive.path))
    return desk.page("measure.html.jinja", measure=found.measure, flagged=found.flagged)
