"""The timeline: what happened, in order, and which of it is only planned, alleged or denied."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from khabar.values.claim import Verdict
from khabar.values.event import EventType, Status
from khabar.values.moment import Moment
from khabar.values.page import Page
from khabar.values.wanted import ClaimsWanted, Order, Placed
from khabar.views.about import NamedClaims, Names, subject

_MONTH, _YEAR = 7, 4  # letters of a day


class Events(NamedClaims, Protocol):
    """What the timeline asks of an archive."""

    def counted_in_time(self, wanted: ClaimsWanted, letters: int) -> Mapping[tuple[str | None, Status | None], int]:
        """How many there are of each status in each year (4 letters), month (7) or day (10); None: in no single one."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One claim in its place in time."""

    claim: str  # its id
    time: Moment | None  # None: the reports do not tell when
    reported: date | None  # the day of the first report; None: none has one
    type: EventType | None  # None: no event was read in it
    status: Status | None  # None: no event was read in what asserts it
    verdict: Verdict
    gist: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    place: tuple[str, ...]
    asserted_by: tuple[str, ...]
    denied_by: tuple[str, ...]
    reports: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Kinds:
    """Which claims a timeline is made of; what is left at its default leaves nothing out."""

    status: Status | None = None
    verdict: Verdict | None = None
    events_only: bool = False  # no claims in which no event was read
    dated_only: bool = False  # nothing that the reports give no time
    type: EventType | None = None
    as_reported: bool = False  # what has no time stands within bounds by the day of its first report


@dataclass(frozen=True, slots=True)
class PeriodCount:
    """How many claims of a timeline belong to one year or month."""

    period: str | None  # 2024 or 2024-06; None: it cannot be told so precisely
    claims: int


def timeline(
    archive: Events,
    since: date | None = None,
    until: date | None = None,
    about: str | None = None,
    kinds: Kinds | None = None,
    *,
    limit: int | None = None,
    offset: int = 0,
) -> Page[Entry]:
    """The claims by time, without one by the day of the first report; a bound leaves out what has no time."""
    wanted = claims_wanted(archive, since, until, about, kinds or Kinds())
    found = archive.claims_where(wanted, Order.IN_TIME, limit, offset)
    return Page(tuple(entry_of(placed) for placed in found), found.total, offset)


def timeline_counts(
    archive: Events,
    since: date | None = None,
    until: date | None = None,
    about: str | None = None,
    kinds: Kinds | None = None,
    *,
    by_month: bool = False,
) -> tuple[PeriodCount, ...]:
    """How many claims the timeline has in each year or month, in order; those that stand in no one such come last.

    Without a time of its own a claim counts where its first report was published, which is its place in the timeline.
    """
    counts: Counter[str | None] = Counter()
    wanted = claims_wanted(archive, since, until, about, kinds or Kinds())
    for (period, _), number in archive.counted_in_time(wanted, _MONTH if by_month else _YEAR).items():
        counts[period] += number
    return tuple(PeriodCount(period, counts[period]) for period in sorted(counts, key=lambda p: (p is None, p or "")))


def entry_of(placed: Placed) -> Entry:
    """A claim as it stands in a timeline."""
    claim, assessment = placed.claim, placed.claim.assessment
    return Entry(
        claim=claim.id,
        time=claim.time,
        reported=placed.reported,
        type=claim.type,
        status=placed.status,
        verdict=assessment.verdict,
        gist=claim.gist,
        actor=claim.actor,
        recipient=claim.recipient,
        place=claim.place,
        asserted_by=tuple(origin.name for origin in assessment.asserts),
        denied_by=tuple(origin.name for origin in assessment.denies),
        reports=tuple(dict.fromkeys(position.passage.report_id for position in claim.positions)),
    )


def claims_wanted(
    archive: Names, since: date | None, until: date | None, about: str | None, kinds: Kinds
) -> ClaimsWanted:
    """What a timeline of these asks for."""
    return ClaimsWanted(
        about=subject(archive, about) if about else None,
        verdict=kinds.verdict,
        type=kinds.type,
        status=kinds.status,
        since=since,
        until=until,
        events_only=kinds.events_only,
        dated_only=kinds.dated_only,
        as_reported=kinds.as_reported,
    )
