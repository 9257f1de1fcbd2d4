"""The claims of an archive: what reports take a position on, who stands behind each and who against it."""

from datetime import date
from typing import Protocol

from khabar.values.claim import Claim, Verdict
from khabar.values.event import EventType
from khabar.values.page import Page
from khabar.values.wanted import ClaimsWanted, Order
from khabar.views.about import NamedClaims, subject


class ClaimsOfReports(Protocol):
    """What it takes to list the claims of one report."""

    def claims_on(self, report_id: str, limit: int | None, offset: int) -> Page[Claim]:
        """The claims on which a report takes a position, in the order in which it does."""


def claims(
    archive: NamedClaims,
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
    wanted = ClaimsWanted(
        about=subject(archive, about) if about else None,
        verdict=verdict,
        type=type,
        since=since,
        until=until,
        outlet=outlet,
    )
    found = archive.claims_where(wanted, Order.MOST_TOLD, limit, offset)
    return Page(tuple(placed.claim for placed in found), found.total, offset)


def claims_of_report(
    archive: ClaimsOfReports, report_id: str, *, limit: int | None = None, offset: int = 0
) -> Page[Claim]:
    """The claims on which a report takes a position, in the order in which it does."""
    return archive.claims_on(report_id, limit, offset)
