"""The claims of an archive: what reports take a position on, who stands behind each and who against it."""

from typing import Protocol

from khabar.values.claim import Claim, Verdict
from khabar.views.about import claim_is_about, subject
from khabar.weighing.weighed import Weighed


class Conclusions(Protocol):
    """Whatever keeps what was concluded."""

    def weighed(self) -> Weighed:
        """What was concluded from all the reports."""


def claims(archive: Conclusions, about: str | None = None, verdict: Verdict | None = None) -> tuple[Claim, ...]:
    """The claims about somebody or something, with that verdict; those with most positions first."""
    weighed = archive.weighed()
    wanted = subject(about, weighed.actors) if about else None
    found = [
        claim
        for claim in weighed.claims
        if (verdict is None or claim.assessment.verdict is verdict)
        and (wanted is None or claim_is_about(claim, wanted))
    ]
    return tuple(sorted(found, key=lambda claim: (-len(claim.positions), claim.id)))
