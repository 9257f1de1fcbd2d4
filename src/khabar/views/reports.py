"""The reports of an archive, without their texts."""

from collections.abc import Iterator
from datetime import date
from typing import Protocol

from khabar.values.page import Page
from khabar.values.report import Report
from khabar.views.overview import ReportCard

_HEADLINE = 160  # characters


class ReportShelf(Protocol):
    """What it takes to list reports."""

    def reports(self) -> Iterator[Report]:
        """All reports, by day of publication."""


def reports(
    archive: ReportShelf,
    outlet: str | None = None,
    since: date | None = None,
    until: date | None = None,
    *,
    limit: int | None = None,
    offset: int = 0,
) -> Page[ReportCard]:
    """The reports by an outlet, of some days; the newest first, those without a day last."""
    found = [
        card_of(report)
        for report in archive.reports()
        if outlet in (None, report.outlet) and _is_of(report.published, since, until)
    ]
    newest = sorted(found, key=lambda card: (-(card.published or date.min).toordinal(), card.id))
    return Page.of(newest, limit, offset)


def card_of(report: Report) -> ReportCard:
    """A report without its text; its first line stands for a missing headline."""
    first = next((line.strip() for line in report.text[:2000].splitlines() if line.strip()), "")
    return ReportCard(report.id, report.outlet, report.published, (report.title or first)[:_HEADLINE])


def _is_of(day: date | None, since: date | None, until: date | None) -> bool:
    if since is None and until is None:
        return True
    return day is not None and (since or date.min) <= day <= (until or date.max)
