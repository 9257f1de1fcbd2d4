"""The part of an archive that is exported, in pages: never more than one page of it is held at a time."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from khabar.exports.shelves import Shelves
from khabar.values.actor import Actor
from khabar.values.claim import Claim
from khabar.values.page import Page
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.values.wanted import ClaimsWanted, Order, Placed
from khabar.views.about import called, subject
from khabar.views.exchanges import Asked, Transfer
from khabar.views.exchanges import exchanges as asked_exchanges

T = TypeVar("T")
PAGE = 500  # items


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is left at its default leaves nothing out."""

    about: str | None = None
    since: date | None = None
    until: date | None = None

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self == Wanted()


@dataclass(frozen=True, slots=True)
class Selection:
    """The claims that are wanted, the reports that tell them or name the subject on those days, and who is in these."""

    archive: Shelves
    wanted: Wanted
    reports: frozenset[str] | None = None  # ids; None: all
    claims: frozenset[str] | None = None  # ids; None: all

    def readings(self) -> Iterator[tuple[Report, Reading]]:
        """The reports that were read, by day of publication."""
        for report, reading in self.archive.readings():
            if self.reports is None or report.id in self.reports:
                yield report, reading

    def placed_claims(self) -> Iterator[Placed]:
        """The claims by time, without one by the day of the first report."""
        return _claims(self.archive, self.wanted)

    def transfers(self) -> Iterator[Transfer]:
        """The lines of the ledger."""
        asked = Asked(self.wanted.about, since=self.wanted.since, until=self.wanted.until)
        return paged(lambda limit, offset: asked_exchanges(self.archive, asked, limit=limit, offset=offset))

    def actors(self) -> Iterator[Actor]:
        """Everybody who is named in these reports, those in most reports first."""
        for actor in paged(lambda limit, offset: self.archive.actors_of(None, limit, offset)):
            if self.reports is None or not self.reports.isdisjoint(actor.reports):
                yield actor


def selected(archive: Shelves, wanted: Wanted) -> Selection:
    """The part of an archive that is wanted."""
    if wanted.everything:
        return Selection(archive, wanted)
    claims = [(c.id, [p.passage.report_id for p in c.positions]) for c in _found(archive, wanted)]
    telling = {report for _, reports in claims for report in reports}
    return Selection(
        archive, wanted, frozenset(telling | _of_days(archive, wanted)), frozenset(own_id for own_id, _ in claims)
    )


def paged(ask: Callable[[int, int], Page[T]]) -> Iterator[T]:
    """All items of an answer, of which no more than a page is held."""
    offset = 0
    while page := ask(PAGE, offset):
        yield from page
        offset += len(page)


def _found(archive: Shelves, wanted: Wanted) -> Iterator[Claim]:
    return (placed.claim for placed in _claims(archive, wanted))


def _claims(archive: Shelves, wanted: Wanted) -> Iterator[Placed]:
    about = subject(archive, wanted.about) if wanted.about else None
    asked = ClaimsWanted(about=about, since=wanted.since, until=wanted.until, as_reported=True)
    return paged(lambda limit, offset: archive.claims_where(asked, Order.IN_TIME, limit, offset))


def _of_days(archive: Shelves, wanted: Wanted) -> set[str]:
    """The reports of these days, with a subject those that name it."""
    naming = _naming(archive, wanted.about) if wanted.about else None
    return {
        report.id
        for report in archive.reports()
        if (naming is None or report.id in naming) and _is_between(report.published, wanted)
    }


def _naming(archive: Shelves, about: str) -> frozenset[str]:
    ids = frozenset(actor.id for actor in called(archive, about))
    return frozenset(report for actor in archive.actors_of(ids, None, 0) for report in actor.reports)


def _is_between(day: date | None, wanted: Wanted) -> bool:
    if wanted.since is None and wanted.until is None:
        return True
    return day is not None and (wanted.since or date.min) <= day <= (wanted.until or date.max)
