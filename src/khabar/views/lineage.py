"""The lineages of an archive: which reports go back to one text, and who copied whom."""

from dataclasses import dataclass
from datetime import date

from khabar.values.lineage import Descent, Lineage
from khabar.values.page import Page
from khabar.values.report import Report
from khabar.views.evidence import Quoted, quoted
from khabar.views.shown import ActorShown, ClaimShown, EventShown, ExchangeShown, ReportShown, Shelves, shown

_HEADLINE = 160  # characters


@dataclass(frozen=True, slots=True)
class DescentShown:
    """One report of a lineage."""

    descent: Descent
    outlet: str | None  # None: the report does not tell
    published: date | None  # None: not known
    title: str
    shared: Quoted | None  # the longest run that it shares with the one that it follows; None: it follows none


@dataclass(frozen=True, slots=True)
class LineageShown:
    """One lineage, earliest report first."""

    lineage: Lineage
    descents: tuple[DescentShown, ...]


def lineages(
    archive: Shelves,
    asked: str | None = None,
    path: str = "the archive",
    *,
    limit: int | None = None,
    offset: int = 0,
) -> Page[LineageShown]:
    """All lineages, or those of one report or of the reports of one claim; those with most reports first."""
    wanted = None if asked is None else _reports_behind(archive, asked, path)
    found = [
        _shown(archive, lineage)
        for lineage in archive.weighed().lineages
        if wanted is None or any(descent.report in wanted for descent in lineage.descents)
    ]
    return Page.of(sorted(found, key=lambda one: (-len(one.descents), one.lineage.id)), limit, offset)


def _reports_behind(archive: Shelves, asked: str, path: str) -> frozenset[str]:
    match shown(archive, asked, path):
        case ReportShown(report=report):
            return frozenset({report.id})
        case ClaimShown(claim=claim):
            return frozenset(position.passage.report_id for position in claim.positions)
        case ActorShown(actor=actor):
            return frozenset(actor.reports)
        case ExchangeShown(exchange=exchange):
            return frozenset(telling.passage.report_id for telling in exchange.tellings)
        case EventShown(quoted=quote):
            return frozenset({quote.passage.report_id})


def _shown(archive: Shelves, lineage: Lineage) -> LineageShown:
    return LineageShown(lineage, tuple(_descent(archive, descent) for descent in lineage.descents))


def _descent(archive: Shelves, descent: Descent) -> DescentShown:
    report = archive.report(descent.report)
    runs = [p for reason in descent.reasons for p in reason.shown_by if p.report_id == descent.report]
    shared = quoted(archive, runs[0]) if runs else None
    return DescentShown(descent, report.outlet, report.published, _title(report), shared)


def _title(report: Report) -> str:
    first = next((line.strip() for line in report.text[:2000].splitlines() if line.strip()), "")
    return (report.title or first)[:_HEADLINE]
