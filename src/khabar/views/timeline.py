"""The timeline: what happened, in order, and which of it is only planned, alleged or denied."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from khabar.values.claim import Claim, PositionStance, Verdict
from khabar.values.event import EventType, Status
from khabar.values.moment import Moment
from khabar.views.about import claim_is_about, subject
from khabar.weighing.weighed import Weighed

# The surest of the statuses under which reports tell of one event stands for it.
_SUREST_FIRST = (Status.ACTUAL, Status.PLANNED, Status.CONDITIONAL, Status.POSSIBLE, Status.DENIED)


class Events(Protocol):
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


def timeline(
    archive: Events, since: date | None = None, until: date | None = None, about: str | None = None
) -> tuple[Entry, ...]:
    """The claims by time, those without one last; a bound leaves out what has no time."""
    weighed = archive.weighed()
    statuses = archive.statuses()
    wanted = subject(about, weighed.actors) if about else None
    found = [
        _entry(claim, statuses)
        for claim in weighed.claims
        if _within(claim.time, since, until) and (wanted is None or claim_is_about(claim, wanted))
    ]
    return tuple(sorted(found, key=_in_time))


def _within(time: Moment | None, since: date | None, until: date | None) -> bool:
    if since is None and until is None:
        return True
    return time is not None and time.overlaps(Moment.between(since, until))


def _in_time(entry: Entry) -> tuple[date, date, str]:
    if entry.time is None:
        return date.max, date.max, entry.claim
    return entry.time.earliest or date.min, entry.time.latest or date.max, entry.claim


def _entry(claim: Claim, statuses: Mapping[tuple[str, str], Status]) -> Entry:
    assessment = claim.assessment
    return Entry(
        claim=claim.id,
        time=claim.time,
        type=claim.type,
        status=_status(claim, statuses),
        verdict=assessment.verdict,
        gist=claim.gist,
        actor=claim.actor,
        recipient=claim.recipient,
        place=claim.place,
        asserted_by=tuple(origin.name for origin in assessment.asserts),
        denied_by=tuple(origin.name for origin in assessment.denies),
        reports=tuple(dict.fromkeys(position.passage.report_id for position in claim.positions)),
    )


def _status(claim: Claim, statuses: Mapping[tuple[str, str], Status]) -> Status | None:
    told = {
        statuses.get((position.passage.report_id, position.event))
        for position in claim.positions
        if position.event is not None and position.stance is not PositionStance.DENIES
    }
    return next((status for status in _SUREST_FIRST if status in told), None)
