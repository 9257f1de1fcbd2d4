"""The lineages of an archive: which reports go back to one text, and who copied whom."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from khabar.values.actor import Actor
from khabar.values.claim import Claim
from khabar.values.exchange import Exchange
from khabar.values.lineage import Descent, Lineage
from khabar.values.page import Page
from khabar.values.report import Report
from khabar.views.evidence import Quoted, quoted
from khabar.views.shown import EventShown, Shelves, concluded, shown

_HEADLINE = 160  # characters


class Lineages(Shelves, Protocol):
    """What it takes to list lineages of any report, claim, actor or exchange."""

    def lineages_of(self, reports: Collection[str] | None, limit: int | None, offset: int) -> Page[Lineage]:
        """The lineages of these reports, all where none are given; those with most reports first."""


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

    id: str
    descents: tuple[DescentShown, ...]
    agency: str | None = None  # whose dispatch it is; None: no agency is named by two of them

    @property
    def lineage(self) -> Lineage:
        """What was concluded, without what is shown of each report."""
        return Lineage(self.id, tuple(one.descent for one in self.descents), self.agency)


def lineages(
    archive: Lineages,
    asked: str | None = None,
    path: str = "the archive",
    *,
    limit: int | None = None,
    offset: int = 0,
) -> Page[LineageShown]:
    """All lineages, or those of one report or of the reports of one claim; those with most reports first."""
    wanted = None if asked is None else _reports_behind(archive, asked, path)
    found = archive.lineages_of(wanted, limit, offset)
    return Page(tuple(_shown(archive, lineage) for lineage in found), found.total, offset)


def _reports_behind(archive: Lineages, asked: str, path: str) -> frozenset[str]:
    match concluded(archive, asked):
        case Claim() as claim:
            return frozenset(position.passage.report_id for position in claim.positions)
        case Actor() as actor:
            return frozenset(actor.reports)
        case Exchange() as exchange:
            return frozenset(telling.passage.report_id for telling in exchange.tellings)
        case None:
            return frozenset({_report_of(archive, asked, path)})


def _report_of(archive: Lineages, asked: str, path: str) -> str:
    match shown(archive, asked, path):
        case EventShown(quoted=quote):
            return quote.passage.report_id
        case _:
            return asked


def _shown(archive: Lineages, lineage: Lineage) -> LineageShown:
    descents = tuple(_descent(archive, descent) for descent in lineage.descents)
    return LineageShown(lineage.id, descents, lineage.agency)


def _descent(archive: Lineages, descent: Descent) -> DescentShown:
    report = archive.report(descent.report)
    runs = [p for reason in descent.reasons for p in reason.shown_by if p.report_id == descent.report]
    shared = quoted(archive, runs[0]) if runs else None
    return DescentShown(descent, report.outlet, report.published, _title(report), shared)


def _title(report: Report) -> str:
    return report.headline[:_HEADLINE]
