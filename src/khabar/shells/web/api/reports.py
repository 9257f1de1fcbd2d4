"""The reports themselves, and the sentences in them."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from khabar.shells.web.api.answers import AtCounter
from khabar.shells.web.api.documented import one, part
from khabar.shells.web.asked import Limit, Name, OfDays, Offset, OfSide, OfType, OfVerdict
from khabar.values.search import Filters
from khabar.views.overview import ReportCard
from khabar.views.reports import reports
from khabar.views.search import Found, search
from khabar.views.shown import ReportShown, report_shown

router = APIRouter()
_MANY = 50
_SAYS = 'Words, in any form; "a phrase"; أو or | between alternatives; -without; beginning*.'
Words = Annotated[str, Query(max_length=300, description=_SAYS)]


@router.get("/reports", responses=part(ReportCard))
def listed_reports(
    at: AtCounter, days: OfDays, outlet: Name = None, limit: Limit = _MANY, offset: Offset = 0
) -> Response:
    """The reports without their texts, the newest first."""
    return at.part(reports(at.archive, outlet, days.since, days.until, limit=limit, offset=offset))


@router.get("/reports/{own_id:path}", responses=one(ReportShown))
def report(at: AtCounter, own_id: str) -> Response:
    """One report with its text, who says what in it, and what is done: `khabar show`."""
    archive = at.archive
    found = archive.report(own_id)
    return at.one(report_shown(archive, found, archive.reading(found.id)))


@router.get("/search", responses=part(Found))
def sentences(
    at: AtCounter,
    q: Words,
    days: OfDays,
    about: Name = None,
    outlet: Name = None,
    kind: Annotated[OfType, Query(alias="type")] = None,
    verdict: OfVerdict = None,
    stance: OfSide = None,
    limit: Limit = _MANY,
    offset: Offset = 0,
) -> Response:
    """Sentences by their words, best first, with who says them: `khabar search`."""
    filters = Filters(outlet, days.since, days.until, about, kind, stance, verdict)
    return at.part(search(at.archive, q, filters, limit=limit, offset=offset))
