"""Reports: the list, and one with its text, everything in it marked."""

import re

from fastapi import APIRouter
from fastapi.responses import HTMLResponse

from khabar.engine import read
from khabar.shells.web.asked import Name, Offset, Since, Until
from khabar.shells.web.desk import AtDesk
from khabar.values.span import Span
from khabar.views.because import because
from khabar.views.claims import claims_of_report
from khabar.views.lineage import lineages
from khabar.views.marked_report import marked_lines
from khabar.views.reports import reports
from khabar.views.review import rulings_on, taken_out
from khabar.views.shown import report_shown

router = APIRouter()
PAGE = 50  # reports at a time
_AT = re.compile(r"(\d{1,9})-(\d{1,9})")


@router.get("/reports")
def listed(
    desk: AtDesk, outlet: Name = None, since: Since = None, until: Until = None, offset: Offset = 0
) -> HTMLResponse:
    """The reports, the newest first."""
    found = reports(desk.archive, outlet, since, until, limit=PAGE, offset=offset)
    return desk.page("reports.html.jinja", found=found, step=PAGE)


@router.get("/reports/{own_id:path}/why")
def why(desk: AtDesk, own_id: str) -> HTMLResponse:
    """What read each item of a report: it is read once more, and tells its reasons."""
    report = desk.archive.report(own_id)
    return desk.page("why.html.jinja", report=report, items=tuple(because(report, read(report, why=True))))


@router.get("/reports/{own_id:path}")
def one(desk: AtDesk, own_id: str, at: str = "") -> HTMLResponse:
    """One report; `at` are the words that an answer points to, as 120-180."""
    report = desk.archive.report(own_id)
    reading = desk.archive.reading(report.id)
    return desk.page(
        "report.html.jinja",
        report=report,
        shown=report_shown(desk.archive, report, reading),
        lines=marked_lines(report, reading, _cited(at)),
        claims=claims_of_report(desk.archive, report.id, limit=PAGE),
        lineages=lineages(desk.archive, report.id),
        rulings=rulings_on(desk.archive, report.id),
        taken_out=taken_out(desk.archive, report.id),
    )


def _cited(at: str) -> tuple[Span, ...]:
    told = _AT.fullmatch(at)
    return (Span(int(told[1]), int(told[2])),) if told and int(told[1]) < int(told[2]) else ()
