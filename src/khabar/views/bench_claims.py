"""Claims in the form that the bench scores: positions with offsets, and the names of the origins."""

from collections.abc import Iterable
from dataclasses import dataclass

from khabar.values.claim import Claim, PositionStance, Verdict
from khabar.values.event import EventType
from khabar.values.moment import Moment
from khabar.values.reason import Reason
from khabar.values.span import Span

Link = str | tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PassageLine:
    """Words in one report."""

    report: str
    passage: Span


@dataclass(frozen=True, slots=True)
class PositionLine:
    """One place where a report says that the claim is so, or not so; in its chain joint speakers are a list."""

    report: str
    passage: Span
    stance: PositionStance
    chain: tuple[Link, ...]


@dataclass(frozen=True, slots=True)
class OriginLines:
    """The names of the independent origins on either side."""

    asserts: tuple[str, ...]
    denies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """A short code with the passages that it rests on."""

    code: str
    detail: str
    shown_by: tuple[PassageLine, ...]


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """A claim with its positions, its origins and its verdict; nothing is left out of it."""

    id: str
    gist: str
    type: EventType | None
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    place: tuple[str, ...]
    time: Moment | None
    verdict: Verdict
    positions: tuple[PositionLine, ...]
    origins: OriginLines
    reasons: tuple[ReasonLine, ...]
    merged_because: tuple[ReasonLine, ...]


def claim_line(claim: Claim) -> ClaimLine:
    """The claim as the bench wants it."""
    assessment = claim.assessment
    return ClaimLine(
        id=claim.id,
        gist=claim.gist,
        type=claim.type,
        actor=claim.actor,
        recipient=claim.recipient,
        place=claim.place,
        time=claim.time,
        verdict=assessment.verdict,
        positions=tuple(
            PositionLine(p.passage.report_id, p.passage.span, p.stance, links(p.chain)) for p in claim.positions
        ),
        origins=OriginLines(
            tuple(origin.name for origin in assessment.asserts), tuple(origin.name for origin in assessment.denies)
        ),
        reasons=tuple(map(_reason, assessment.reasons)),
        merged_because=tuple(map(_reason, claim.merged_because)),
    )


def links(chain: Iterable[tuple[str, ...]]) -> tuple[Link, ...]:
    """A chain with a lone speaker as a plain name and joint speakers as several."""
    return tuple(link[0] if len(link) == 1 else link for link in chain)


def _reason(reason: Reason) -> ReasonLine:
    shown = tuple(PassageLine(passage.report_id, passage.span) for passage in reason.shown_by)
    return ReasonLine(reason.code, reason.detail, shown)
