"""What belongs to one story, laid out: its claims by verdict and by time, and which of its reports copy others."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from khabar.values.claim import Claim, Verdict
from khabar.values.lineage import CopyKind, Descent, Lineage
from khabar.values.page import Page
from khabar.views.stories import StoryShown

_ORDER = (Verdict.DISPUTED, Verdict.RETRACTED, Verdict.CORROBORATED, Verdict.SINGLE_ORIGIN, Verdict.DENIED_ONLY)


@dataclass(frozen=True, slots=True)
class VerdictGroup:
    """The claims of a story that have one verdict, those with most positions first."""

    verdict: Verdict
    claims: tuple[Claim, ...]


class Claims(Protocol):
    """Whatever keeps claims."""

    def claim(self, claim_id: str) -> Claim | None:
        """The claim of that id."""


class Copies(Protocol):
    """Whatever keeps lineages."""

    def lineages_of(self, reports: Collection[str] | None, limit: int | None, offset: int) -> Page[Lineage]:
        """The lineages of these reports, all where none are given; those with most reports first."""


def claims_of_story(archive: Claims, one: StoryShown, *, limit: int | None = None, offset: int = 0) -> Page[Claim]:
    """The claims of a story: what is disputed or taken back first, of each verdict those with most positions first."""
    found = (claim for claim in map(archive.claim, one.story.claims) if claim)
    return Page.of(sorted(found, key=_rank), limit, offset)


def by_verdict(claims: Iterable[Claim]) -> tuple[VerdictGroup, ...]:
    """The claims in groups, in the same order."""
    told = tuple(claims)
    groups = ((verdict, tuple(c for c in told if c.assessment.verdict is verdict)) for verdict in _ORDER)
    return tuple(VerdictGroup(verdict, found) for verdict, found in groups if found)


def in_time(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Those of which the reports tell when, the earliest first."""
    dated = (claim for claim in claims if claim.time)
    return tuple(sorted(dated, key=lambda claim: (_first_day(claim), str(claim.time), claim.id)))


def copies_in_story(archive: Copies, one: StoryShown) -> Mapping[str, Descent]:
    """How each report of the story that copies another stands to it, by the copy's id."""
    own = frozenset(one.story.reports)
    found = (descent for lineage in archive.lineages_of(own, None, 0) for descent in lineage.descents)
    return {
        descent.report: descent for descent in found if descent.kind is not CopyKind.FIRST and descent.report in own
    }


def _rank(claim: Claim) -> tuple[int, int, str]:
    return _ORDER.index(claim.assessment.verdict), -len(claim.positions), claim.id


def _first_day(claim: Claim) -> date:
    earliest = claim.time.earliest if claim.time else None
    return earliest or date.min
