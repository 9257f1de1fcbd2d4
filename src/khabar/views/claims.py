"""The claims of an archive: what reports take a position on, who stands behind each and who against it."""

from datetime import date
from typing import Protocol

from khabar.values.claim import Claim, Verdict
from khabar.values.event import EventType
from khabar.values.page import Page
from khabar.views.about import claim_is_about, is_within, subject
from khabar.views.evidence import Reports
from khabar.weighing.weighed import Weighed


class Conclusions(Protocol):
    """Whatever keeps what was concluded."""

    def weighed(self) -> Weighed:
        """What was concluded from all the reports."""


class Claims(Conclusions, Reports, Protocol):
    """What it takes to choose among claims."""


def claims(
    archive: Claims,
    about: str | None = None,
    verdict: Verdict | None = None,
    *,
    type: EventType | None = None,
    since: date | None = None,
    until: date | None = None,
    outlet: str | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> Page[Claim]:
    """The claims about somebody or something, with that verdict and type, of that time, that an outlet takes part in.

    Those with most positions come first.
    """
    weighed = archive.weighed()
    wanted = subject(about, weighed.actors) if about else None
    found = [
        claim
        for claim in weighed.claims
        if verdict in (None, claim.assessment.verdict)
        and type in (None, claim.type)
        and is_within(claim.time, since, until)
        and (outlet is None or any(archive.report(r).outlet == outlet for r in _reports(claim)))
        and (wanted is None or claim_is_about(claim, wanted))
    ]
    return Page.of(sorted(found, key=lambda claim: (-len(claim.positions), claim.id)), limit, offset)


def claims_of_report(archive: Conclusions, report_id: str, *, limit: int | None = None, offset: int = 0) -> Page[Claim]:
    """The claims on which a report takes a position, in the order in which it does."""
    first = {
        claim.id: min((p.passage.span for p in claim.positions if p.passage.report_id == report_id), default=None)
        for claim in archive.weighed().claims
    }
    found = [claim for claim in archive.weighed().claims if first[claim.id]]
    return Page.of(sorted(found, key=lambda claim: (first[claim.id], claim.id)), limit, offset)


def _reports(claim: Claim) -> tuple[str, ...]:
    return tuple(dict.fromkeys(position.passage.report_id for position in claim.positions))
