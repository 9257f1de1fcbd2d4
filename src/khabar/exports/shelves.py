"""What an export asks of an archive."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Protocol

from khabar.values.actor import Actor
from khabar.values.claim import CopyGroup, Story
from khabar.values.contradiction import Contradiction
from khabar.values.correction import Correction
from khabar.values.judgement import Judgement
from khabar.values.lineage import Lineage
from khabar.values.page import Page
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.values.wanted import Subject
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

    def reading(self, report_id: str) -> Reading | None:
        """What was read in the report; None: it could not be read."""

    def party_names(self, parties: Iterable[str]) -> Mapping[str, str]:
        """The name of whoever stands in most reports of all for whom a party acts."""

    def claims_of_events(self, report_id: str) -> Mapping[str, str]:
        """The id of the claim that each event of a report is told in, by the event's id in that report."""

    def stories_where(self, subject: Subject | None, begun: str, limit: int | None, offset: int) -> Page[Story]:
        """The stories, those of most reports first."""

    def contradictions_where(
        self, subject: Subject | None, story: str, limit: int | None, offset: int
    ) -> Page[Contradiction]:
        """On what reports differ, real contradictions before updates."""

    def lineages_of(self, reports: Collection[str] | None, limit: int | None, offset: int) -> Page[Lineage]:
        """Reports of one text, those of most reports first."""

    def copies(self, limit: int | None, offset: int) -> Page[CopyGroup]:
        """Reports whose text is largely the same."""

    def corrections(self) -> tuple[Correction, ...]:
        """What people said of single items."""

    def judgements(self) -> tuple[Judgement, ...]:
        """What people said of two actors or claims."""

    def weighed_by(self) -> str | None:
        """The version whose conclusions these are; None: reports have come since."""
