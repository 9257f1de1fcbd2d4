"""What an export asks of an archive."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Protocol

from khabar.values.actor import Actor
from khabar.values.page import Page
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.views.claims import ClaimsOfReports
from khabar.views.exchanges import Ledger
from khabar.views.timeline import Events


class Shelves(Events, Ledger, ClaimsOfReports, Protocol):
    """Everything in an archive, one after the other."""

    def reports(self) -> Iterator[Report]:
        """All reports, by day of publication."""

    def readings(self) -> Iterator[tuple[Report, Reading]]:
        """All reports that were read, by day of publication."""

    def actors_of(self, ids: Collection[str] | None, limit: int | None, offset: int) -> Page[Actor]:
        """The actors of these ids, all where none are given; those in most reports first."""

    def party_names(self, parties: Iterable[str]) -> Mapping[str, str]:
        """The name of whoever stands in most reports of all for whom a party acts."""

    def claims_of_events(self, report_id: str) -> Mapping[str, str]:
        """The id of the claim that each event of a report is told in, by the event's id in that report."""
