"""Answers as an assistant gets them: plain words, each with the passages that show it."""

from collections.abc import Iterable
from dataclasses import dataclass

from khabar.values.claim import Claim
from khabar.values.reason import Reason
from khabar.views.contradictions import ContradictionShown
from khabar.views.evidence import Quoted, Reports, quoted
from khabar.views.labels import labels
from khabar.views.search import Found
from khabar.views.shown import ActorShown, Chain, ClaimShown, EventShown, ExchangeShown, ReportShown, Saying


@dataclass(frozen=True, slots=True)
class Cited:
    """Words of a report. `start` and `end` are code points of its text; cite outlet, day and report with them."""

    quote: str
    sentence: str
    outlet: str | None
    published: str | None
    title: str | None
    report: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Said:
    """Who says so, the outlet first, then whom it quotes, the last being the first source; and the words."""

    stance: str | None  # None: in the report's own words
    chain: tuple[str, ...]
    passage: Cited


@dataclass(frozen=True, slots=True)
class Why:
    """A reason of a verdict."""

    code: str
    means: str
    detail: str
    passages: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class ClaimTold:
    """A claim. Its verdict is about the reporting, never about truth; origins are independent first sources."""

    id: str
    gist: str
    type: str | None
    time: str | None
    verdict: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    place: tuple[str, ...]
    origins_asserting: tuple[str, ...]
    origins_denying: tuple[str, ...]
    evidence: tuple[Said, ...]
    positions: int  # how many there are in all; get_claim shows them


@dataclass(frozen=True)  # no slots: see tools.py
class ClaimWhole:
    """A claim with all its evidence and the reasons of its verdict."""

    claim: ClaimTold
    reasons: tuple[Why, ...]


@dataclass(frozen=True, slots=True)
class ExchangeTold:
    """Goods that one side gives another. `measures` are sanction measures to look at, never a finding."""

    id: str
    claim: str
    giver: tuple[str, ...]
    recipient: tuple[str, ...]
    goods: str | None
    quantity: str | None
    stage: str
    time: str | None
    in_return_for: tuple[str, ...]
    measures: tuple[str, ...]
    evidence: tuple[Said, ...]
    tellings: int  # how many there are in all


@dataclass(frozen=True, slots=True)
class ActorTold:
    """Somebody who is spoken of, with the first words that name them."""

    id: str
    name: str
    kind: str
    also: tuple[str, ...]
    wikidata: str | None
    offices: tuple[str, ...]  # as the reports tell them
    reports: int
    named: tuple[Cited, ...]


@dataclass(frozen=True, slots=True)
class SideTold:
    """All who tell one value."""

    value: str
    evidence: tuple[Said, ...]
    tellings: int  # how many there are in all


@dataclass(frozen=True, slots=True)
class DifferenceTold:
    """A matter on which reports differ."""

    id: str
    differing: str
    bearing: str  # contradiction, update or undecided
    of: str
    story: str
    sides: tuple[SideTold, ...]


@dataclass(frozen=True, slots=True)
class EventTold:
    """What is done in a report."""

    id: str
    type: str
    status: str
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    place: tuple[str, ...]
    time: str | None
    chain: tuple[str, ...]
    passage: Cited


@dataclass(frozen=True)  # no slots: see tools.py
class ReportTold:
    """A report with its text and what was read in it."""

    id: str
    outlet: str | None
    published: str | None
    title: str | None
    url: str | None
    text: str
    unread: str | None
    model: str | None  # the language model that proposed what was read; None: rules read it
    sayings: tuple[Said, ...]
    events: tuple[EventTold, ...]


def cited(one: Quoted) -> Cited:
    """The words with where they stand."""
    return Cited(
        quote=one.words,
        sentence=f"{one.before}{one.words}{one.after}".strip(),
        outlet=one.outlet,
        published=one.published.isoformat() if one.published else None,
        title=one.title,
        report=one.passage.report_id,
        start=one.passage.span.start,
        end=one.passage.span.end,
    )


def found(one: Found) -> Said:
    """A sentence with who says it."""
    passage = Cited(
        quote=one.words,
        sentence=one.words,
        outlet=one.outlet,
        published=one.published.isoformat() if one.published else None,
        title=one.title,
        report=one.passage.report_id,
        start=one.passage.span.start,
        end=one.passage.span.end,
    )
    return Said(one.stance, (one.outlet or one.passage.report_id, *chain(one.chain)), passage)


def said(one: Saying) -> Said:
    """The words with who says them."""
    return Said(one.stance.value, chain(one.chain), cited(one.quoted))


def chain(links: Chain) -> tuple[str, ...]:
    """Joint speakers in one."""
    return tuple(" + ".join(link) for link in links)


def claim_told(one: ClaimShown, most: int | None = None) -> ClaimTold:
    """The claim with that many of its positions; None: all."""
    claim: Claim = one.claim
    return ClaimTold(
        id=claim.id,
        gist=claim.gist,
        type=claim.type,
        time=str(claim.time) if claim.time else None,
        verdict=claim.assessment.verdict,
        actor=claim.actor,
        recipient=claim.recipient,
        place=claim.place,
        origins_asserting=tuple(origin.name for origin in claim.assessment.asserts),
        origins_denying=tuple(origin.name for origin in claim.assessment.denies),
        evidence=_evenly(one.positions, most),
        positions=len(one.positions),
    )


def _evenly(positions: Iterable[Saying], most: int | None) -> tuple[Said, ...]:
    """The first of each stance before the second of any: a denial is not cut off by many who assert."""
    by_stance: dict[str, list[Saying]] = {}
    for position in positions:
        by_stance.setdefault(position.stance, []).append(position)
    ranked = [(rank, stance, one) for stance, told in by_stance.items() for rank, one in enumerate(told)]
    return tuple(said(one) for _, _, one in sorted(ranked, key=lambda each: each[0])[:most])


def whole_claim(archive: Reports, one: ClaimShown) -> ClaimWhole:
    """The claim with everything that shows it."""
    return ClaimWhole(claim_told(one), tuple(_why(archive, reason) for reason in one.claim.assessment.reasons))


def _why(archive: Reports, reason: Reason) -> Why:
    means = next((one.en for one in labels() if (one.kind, one.label) == ("reason", reason.code)), "")
    return Why(reason.code, means, reason.detail, tuple(cited(quoted(archive, p)) for p in reason.shown_by))


def exchange_told(one: ExchangeShown, most: int) -> ExchangeTold:
    """The exchange with that many of the places that tell or deny it."""
    x = one.exchange
    return ExchangeTold(
        id=x.id,
        claim=x.claim,
        giver=x.giver,
        recipient=x.recipient,
        goods=x.goods,
        quantity=x.quantity,
        stage=x.stage,
        time=str(x.time) if x.time else None,
        in_return_for=x.in_return_for,
        measures=tuple(flag.measure for flag in one.flags),
        evidence=_evenly(one.tellings, most),
        tellings=len(one.tellings),
    )


def actor_told(one: ActorShown) -> ActorTold:
    """The actor with the first reports that name it."""
    actor = one.actor
    return ActorTold(
        id=actor.id,
        name=actor.name,
        kind=actor.kind,
        also=actor.also,
        wikidata=actor.wikidata,
        offices=tuple(dict.fromkeys(office.title for office in actor.offices)),
        reports=len(actor.reports),
        named=tuple(map(cited, one.named)),
    )


def difference_told(one: ContradictionShown, most: int) -> DifferenceTold:
    """The contradiction with that many of those who tell each value."""
    sides = tuple(
        SideTold(
            side.value,
            tuple(Said("tells", chain(t.chain), cited(t.quoted)) for t in side.tellings[:most]),
            len(side.tellings),
        )
        for side in one.sides
    )
    told = one.contradiction
    return DifferenceTold(told.id, told.differing, told.bearing, told.of, told.story, sides)


def report_told(one: ReportShown) -> ReportTold:
    """The report with all its sayings and events."""
    report = one.report
    return ReportTold(
        id=report.id,
        outlet=report.outlet,
        published=report.published.isoformat() if report.published else None,
        title=report.title,
        url=report.url,
        text=report.text,
        unread=one.unread,
        model=one.model,
        sayings=tuple(map(said, one.sayings)),
        events=tuple(map(_event, one.events)),
    )


def _event(one: EventShown) -> EventTold:
    event = one.event
    return EventTold(
        id=one.id,
        type=event.type,
        status=event.status,
        actor=one.actor,
        recipient=one.recipient,
        place=one.place,
        time=str(event.time) if event.time else None,
        chain=chain(one.chain),
        passage=cited(one.quoted),
    )
