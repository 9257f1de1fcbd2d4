"""Everything behind one id: a report with what it says; a claim, actor, exchange or event with its sentences."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Protocol

from khabar.errors import AmbiguousId, NotInArchive
from khabar.knowledge.actors import organisation_by_id, person_by_id
from khabar.knowledge.geography import country_by_id
from khabar.values.actor import Actor, Member
from khabar.values.attribution import Attribution, Stance
from khabar.values.claim import Claim, Position, PositionStance
from khabar.values.entity import Entity
from khabar.values.event import Event
from khabar.values.exchange import Exchange, Telling
from khabar.values.moment import Moment
from khabar.values.page import Page
from khabar.values.reading import Reading, model_of
from khabar.values.reason import Passage
from khabar.values.report import Report
from khabar.values.span import Span
from khabar.values.wanted import Begun, ClaimsWanted, Order, Placed, Sort
from khabar.views.evidence import Quoted, Reports, quoted
from khabar.views.timeline import Entry, entry_of
from khabar.views.usual_names import usual_name
from khabar.weighing.measures import Flag, flags

Chain = tuple[tuple[str, ...], ...]  # names, nearest first
_SHORTEST_BEGINNING = 5  # characters: fewer would name another claim by chance


class Shelves(Reports, Protocol):
    """What it takes to look up any id."""

    def with_id(self, asked: str) -> tuple[Begun, ...]:
        """Every claim, actor and exchange of that id."""

    def begun(self, asked: str) -> tuple[Begun, ...]:
        """Every claim, actor and exchange whose id begins so."""

    def claim(self, claim_id: str) -> Claim | None:
        """The claim of that id."""

    def actor(self, actor_id: str) -> Actor | None:
        """The actor of that id."""

    def exchange(self, exchange_id: str) -> Exchange | None:
        """The exchange of that id."""

    def reading(self, report_id: str) -> Reading | None:
        """What was read in the report; None: it could not be read."""

    def claims_where(self, wanted: ClaimsWanted, order: Order, limit: int | None, offset: int) -> Page[Placed]:
        """The claims that are wanted."""

    def members_mentioned(self, members: Iterable[Member]) -> tuple[Member, ...]:
        """Those of an actor's members that words of their report name."""


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody says, in the sentence that says it."""

    quoted: Quoted
    chain: Chain
    stance: Stance | PositionStance
    said: str | None = None  # id of the saying in its report; None: a claim's position


@dataclass(frozen=True, slots=True)
class EventShown:
    """One event of a report, in words."""

    id: str  # report and event: `a1b2#v3`
    quoted: Quoted
    event: Event
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    place: tuple[str, ...]
    chain: Chain


@dataclass(frozen=True, slots=True)
class ReportShown:
    """A report with its sayings and events, whom it names and the dates that it gives."""

    report: Report
    unread: str | None  # None: it was read
    sayings: tuple[Saying, ...] = ()
    events: tuple[EventShown, ...] = ()
    entities: tuple[Entity, ...] = ()
    dates: tuple[tuple[str, Moment | None], ...] = ()  # the words and what they mean; None: that cannot be told
    model: str | None = None  # the language model that proposed all this; None: rules read it


@dataclass(frozen=True, slots=True)
class ClaimShown:
    """A claim with every position on it."""

    claim: Claim
    positions: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class KnownOffice:
    """An office that Khabar's own knowledge gives somebody, whatever the reports say."""

    title: str
    of: str  # name of the country or body
    held: Moment | None  # None: not known when


@dataclass(frozen=True, slots=True)
class ActorShown:
    """An actor with the first words of each report that name it, and what it takes part in, by time."""

    actor: Actor
    named: Page[Quoted]
    events: Page[Entry]
    known_offices: tuple[KnownOffice, ...] = ()
    kin: tuple[tuple[str, str], ...] = ()  # relation, such as sister_of, and the other's name


@dataclass(frozen=True, slots=True)
class ExchangeShown:
    """An exchange with every place that tells or denies it, and the measures that it would fall under."""

    exchange: Exchange
    tellings: tuple[Saying, ...]
    flags: tuple[Flag, ...]
    for_what: Quoted | None = None  # what it is in return for, where that is no exchange; None: nothing is told


Shown = ReportShown | ClaimShown | ActorShown | EventShown | ExchangeShown
Kept = Claim | Actor | Exchange


def shown(
    archive: Shelves, asked: str, path: str = "the archive", *, limit: int | None = None, offset: int = 0
) -> Shown:
    """Whatever bears that id, or the one claim, actor or exchange whose id begins so.

    Of an actor's reports and claims at most `limit` are shown. Raises NotInArchive or AmbiguousId.
    """
    found = concluded(archive, asked)
    if isinstance(found, Claim):
        return claim_shown(archive, found)
    if isinstance(found, Actor):
        return _actor(archive, found, limit, offset)
    if isinstance(found, Exchange):
        return exchange_shown(archive, found)
    report_id, _, _ = asked.rpartition("#")
    if not report_id:
        return _report(archive, archive.report(asked))
    for event in _report(archive, archive.report(report_id)).events:
        if event.id == asked:
            return event
    raise NotInArchive(asked, path)


def concluded(archive: Shelves, asked: str) -> Kept | None:
    """The claim, actor or exchange of that id, or the one whose id begins so; raises AmbiguousId. None: it is none."""
    found = archive.with_id(asked)[-1:]
    if not found and len(asked) >= _SHORTEST_BEGINNING:
        found = archive.begun(asked)
    kept = [whole for one in found if (whole := _whole(archive, one))]
    return _only(asked, kept)


def _whole(archive: Shelves, begun: Begun) -> Kept | None:
    match begun.sort:
        case Sort.CLAIM:
            return archive.claim(begun.id)
        case Sort.ACTOR:
            return archive.actor(begun.id)
        case Sort.EXCHANGE:
            return archive.exchange(begun.id)


def _only(asked: str, found: Sequence[Kept]) -> Kept | None:
    if len(found) > 1:
        raise AmbiguousId(asked, [(one.id, _called(one)) for one in found])
    return found[0] if found else None


def _called(one: Kept) -> str:
    if isinstance(one, Exchange):
        return f"{'، '.join(one.giver)} ← {'، '.join(one.recipient)}: {one.goods or ''}"
    return one.gist if isinstance(one, Claim) else one.name


def report_shown(reports: Reports, report: Report, reading: Reading | None) -> ReportShown:
    """A report with what was read in it, archived or not."""
    if reading is None:
        return ReportShown(report, "it could not be read")
    names = {entity.id: entity.name for entity in reading.entities}
    chains = {saying.id: _named(saying.chain, names) for saying in reading.attributions}
    usual = {entity.id: usual_name(entity) for entity in reading.entities}
    return ReportShown(
        report=report,
        unread=reading.unread,
        sayings=tuple(_saying(reports, report.id, saying, chains) for saying in reading.attributions),
        events=tuple(_event(reports, report.id, event, usual, chains) for event in reading.events),
        entities=reading.entities,
        dates=tuple((timex.span.of(report.text), timex.moment) for timex in reading.times),
        model=model_of(reading.reader),
    )


def _report(archive: Shelves, report: Report) -> ReportShown:
    return report_shown(archive, report, archive.reading(report.id))


def claim_shown(archive: Reports, claim: Claim) -> ClaimShown:
    """A claim with every position in its sentence."""
    return ClaimShown(claim, tuple(_position(archive, position) for position in claim.positions))


def exchange_shown(archive: Reports, exchange: Exchange) -> ExchangeShown:
    """An exchange with every telling in its sentence."""
    tellings = tuple(_position(archive, one) for one in exchange.tellings)
    for_what = quoted(archive, exchange.for_what) if exchange.for_what else None
    return ExchangeShown(exchange, tellings, flags(exchange), for_what)


def _position(archive: Reports, position: Position | Telling) -> Saying:
    """A position with the report's own outlet before the chain: it is the nearest of all who say so."""
    words = quoted(archive, position.passage)
    return Saying(words, ((words.outlet or position.passage.report_id,), *position.chain), position.stance)


def _actor(archive: Shelves, actor: Actor, limit: int | None, offset: int) -> ActorShown:
    concerning = ClaimsWanted(named=frozenset((actor.name, *actor.also)))
    events = archive.claims_where(concerning, Order.IN_TIME, limit, offset)
    members = Page.of(archive.members_mentioned(actor.members), limit, offset)
    known = person_by_id(actor.known_as or "")
    return ActorShown(
        actor,
        Page(tuple(_first_mentions(archive, members)), members.total, offset),
        Page(tuple(entry_of(placed) for placed in events), events.total, offset),
        tuple(KnownOffice(o.title, _name_of(o.of), o.held) for o in known.offices) if known else (),
        tuple((relation, _name_of(other)) for relation, other in known.kin) if known else (),
    )


def _name_of(entry: str) -> str:
    country, body, person = country_by_id(entry), organisation_by_id(entry), person_by_id(entry)
    names = (known.names for known in (country, body, person) if known)
    return next((told[0] for told in names if told), entry)


def _first_mentions(archive: Shelves, members: Iterable[Member]) -> list[Quoted]:
    found = []
    for report_id, entity_id in members:
        reading = archive.reading(report_id)
        entities = {entity.id: entity for entity in reading.entities} if reading else {}
        if entity_id in entities:
            found.append(quoted(archive, Passage(report_id, min(entities[entity_id].mentions))))
    return found


def _saying(reports: Reports, report_id: str, saying: Attribution, chains: dict[str, Chain]) -> Saying:
    return Saying(quoted(reports, Passage(report_id, saying.content)), chains[saying.id], saying.stance, saying.id)


def _event(
    reports: Reports, report_id: str, event: Event, names: dict[str, str], chains: dict[str, Chain]
) -> EventShown:
    return EventShown(
        id=f"{report_id}#{event.id}",
        quoted=quoted(reports, Passage(report_id, event.anchor)),
        event=event,
        actor=tuple(names.get(who, who) for who in event.actor),
        recipient=tuple(names.get(who, who) for who in event.recipient),
        place=tuple(names.get(where, where) for where in event.place),
        chain=chains.get(event.attribution, ()) if event.attribution else (),
    )


def _named(chain: Chain, names: dict[str, str]) -> Chain:
    return tuple(tuple(names.get(who, who) for who in link) for link in chain)


class ReportAlone:
    """A report that is in no archive."""

    def __init__(self, report: Report, sentences: tuple[Span, ...]) -> None:
        self._report = report
        self._sentences = sentences

    def report(self, report_id: str) -> Report:
        """The one report there is."""
        return self._report

    def sentences_around(self, passage: Passage) -> Span:
        """The whole sentences that a passage stands in."""
        around = [sentence for sentence in self._sentences if sentence.overlaps(passage.span)] or [passage.span]
        return Span(min(around[0].start, passage.span.start), max(around[-1].end, passage.span.end))
