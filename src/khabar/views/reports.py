"""The reports of an archive, without their texts."""

from datetime import date
from typing import Protocol

from khabar.values.holdings import ReportCard
from khabar.values.page import Page


class ReportShelf(Protocol):
    """What it takes to list reports."""

    def report_cards(
        self, outlet: str | None, since: date | None, until: date | None, limit: int | None, offset: int
    ) -> Page[ReportCard]:
        """The reports by an outlet, of some days; the newest first, those without a day last."""


def reports(
    archive: ReportShelf,
    outlet: str | None = None,
    since: date | None = None,
    until: date | None = None,
    *,
    limit: int | None = None,
    offset: int = 0,
) -> Page[ReportCard]:
    """The reports by an outlet, of some days; the newest first, those without a day last, but not within bounds."""
    return archive.report_cards(outlet, since, until, limit, offset)
