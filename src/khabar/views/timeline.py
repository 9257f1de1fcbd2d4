"""The timeline: what happened, in order, and which of it is only planned, alleged or denied."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from khabar.values.claim import Claim, PositionStance, Verdict
from khabar.values.event import EventType, Status, surest
from khabar.values.moment import Moment
from khabar.values.page import Page
from khabar.views.about import claim_is_about, is_within, subject
from khabar.views.evidence import Reports
from khabar.weighing.weighed import Weighed


class Events(Reports, Protocol):
    """What the timeline asks of an archive."""

    def weighed(self) -> Weighed:
        """What was concluded from all the reports."""

    def statuses(self) -> Mapping[tuple[str, str], Status]:
        """The status of each event, by report and its id there."""


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
    return Page.of(_entries(archive, since, until, about, kinds or Kinds()), limit, offset)


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
    counts = Counter(
        period_of(entry, 7 if by_month else 4) for entry in _entries(archive, since, until, about, kinds or Kinds())
    )
    return tuple(PeriodCount(period, counts[period]) for period in sorted(counts, key=lambda p: (p is None, p or "")))


def period_of(entry: Entry, letters: int) -> str | None:
    """The year (4 letters), month (7) or day (10) that holds the whole of its time; None: no such one does."""
    first, last = (entry.time.earliest, entry.time.latest) if entry.time else (entry.reported, entry.reported)
    if first is None or last is None or first.isoformat()[:letters] != last.isoformat()[:letters]:
        return None
    return first.isoformat()[:letters]


def _entries(archive: Events, since: date | None, until: date | None, about: str | None, kinds: Kinds) -> list[Entry]:
    weighed = archive.weighed()
    statuses = archive.statuses()
    published = _Days(archive)
    wanted = subject(about, weighed.actors) if about else None
    found = [
        _entry(claim, statuses, published)
        for claim in weighed.claims
        if _may_be_within(claim, since, until, kinds) and (wanted is None or claim_is_about(claim, wanted))
    ]
    return sorted((entry for entry in found if _is_of(entry, since, until, kinds)), key=_in_time)


def _may_be_within(claim: Claim, since: date | None, until: date | None, kinds: Kinds) -> bool:
    return (kinds.as_reported and claim.time is None) or is_within(claim.time, since, until)


def _is_of(entry: Entry, since: date | None, until: date | None, kinds: Kinds) -> bool:
    reported = Moment.on(entry.reported) if entry.reported else None
    return (
        (entry.time is not None or is_within(reported, since, until) or not kinds.as_reported)
        and kinds.type in (None, entry.type)
        and kinds.status in (None, entry.status)
        and kinds.verdict in (None, entry.verdict)
        and (entry.type is not None or not kinds.events_only)
        and (entry.time is not None or not kinds.dated_only)
    )


def _in_time(entry: Entry) -> tuple[date, date, str]:
    if entry.time is None:
        return entry.reported or date.max, date.max, entry.claim
    return entry.time.earliest or date.min, entry.time.latest or date.max, entry.claim


class _Days:
    """The days of publication, each report asked for once."""

    def __init__(self, archive: Reports) -> None:
        self._archive = archive
        self._known: dict[str, date | None] = {}

    def first(self, report_ids: Iterable[str]) -> date | None:
        days = [day for report_id in report_ids if (day := self._of(report_id))]
        return min(days, default=None)

    def _of(self, report_id: str) -> date | None:
        if report_id not in self._known:
            self._known[report_id] = self._archive.report(report_id).published
        return self._known[report_id]


def _entry(claim: Claim, statuses: Mapping[tuple[str, str], Status], published: _Days) -> Entry:
    assessment = claim.assessment
    reports = tuple(dict.fromkeys(position.passage.report_id for position in claim.positions))
    return Entry(
        claim=claim.id,
        time=claim.time,
        reported=published.first(reports),
        type=claim.type,
        status=_status(claim, statuses),
        verdict=assessment.verdict,
        gist=claim.gist,
        actor=claim.actor,
        recipient=claim.recipient,
        place=claim.place,
        asserted_by=tuple(origin.name for origin in assessment.asserts),
        denied_by=tuple(origin.name for origin in assessment.denies),
        reports=reports,
    )


def _status(claim: Claim, statuses: Mapping[tuple[str, str], Status]) -> Status | None:
    told = {
        statuses.get((position.passage.report_id, position.event))
        for position in claim.positions
        if position.event is not None and position.stance is not PositionStance.DENIES
    }
    return surest(told)
