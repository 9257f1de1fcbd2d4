"""What a claim tells between each two of its parties, and how much it counts."""

from collections.abc import Iterator
from datetime import date
from itertools import product

from khabar.values.claim import Claim, Verdict
from khabar.values.dealing import Dealt
from khabar.values.event import Status
from khabar.values.moment import Moment
from khabar.values.quad import WEIGHTS, quad_of

_COUNTS = frozenset({Verdict.CORROBORATED, Verdict.SINGLE_ORIGIN, Verdict.DISPUTED})
_GOING_ON = "/.."
_LONGEST_MONTH = 31  # days


def dealings_in(claim: Claim, status: Status | None) -> Iterator[Dealt]:
    """What the claim tells between each two of its parties, once for each two."""
    quad = quad_of(claim.type) if claim.type else None
    if quad is None:
        return
    mutual = bool(claim.acting) and set(claim.acting) == set(claim.acted_on)
    weight = WEIGHTS[quad] if status is Status.ACTUAL and claim.assessment.verdict in _COUNTS else 0
    seen: set[frozenset[str]] = set()
    for giver, taker in product(claim.acting, claim.acted_on):
        pair = frozenset((giver, taker))
        if giver != taker and pair not in seen:
            seen.add(pair)
            yield Dealt(giver, taker, mutual, quad, weight)


def month_of(time: Moment | None, reported: date | None) -> str | None:
    """When it was told to be, or else when it was first reported; None: neither is known to the month.

    What has gone on since some day goes on when it is reported.
    """
    if time is None or time.edtf.endswith(_GOING_ON):
        return reported.isoformat()[:7] if reported else None
    told_so_precisely = time.days and time.days <= _LONGEST_MONTH and time.earliest
    return time.earliest.isoformat()[:7] if told_so_precisely and time.earliest else None
