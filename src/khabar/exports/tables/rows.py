"""The rows of all tables, in one pass over the reports, the claims, the ledger and the actors."""

from collections.abc import Collection, Container, Iterable, Iterator
from functools import lru_cache
from itertools import chain

from khabar.exports.occurrences import HELD, Occurrence, occurrences_in
from khabar.exports.provenance import chain_of, entities_of, names_of, offsets, told_by
from khabar.exports.selection import Selection
from khabar.exports.tables import columns as tables
from khabar.exports.tables.columns import Row, Table
from khabar.values.actor import Actor
from khabar.values.event import ActorCode, Goods
from khabar.values.moment import Moment
from khabar.values.quad import quad_of
from khabar.values.reading import Reading
from khabar.values.reason import Reason
from khabar.values.report import Report
from khabar.values.span import Span
from khabar.values.wanted import Placed
from khabar.views.exchanges import Transfer
from khabar.views.ledger_table import cells, listed

Told = tuple[Table, Row]
_OF_REPORTS = frozenset({tables.REPORTS, tables.ENTITIES, tables.TIMES, tables.ATTRIBUTIONS, tables.EVENTS})
_OF_CLAIMS = frozenset({tables.CLAIMS, tables.POSITIONS, tables.REASONS})
_OF_EXCHANGES = frozenset({tables.EXCHANGES, tables.TELLINGS})
_OF_ACTORS = frozenset({tables.ACTORS, tables.MEMBERS, tables.REASONS})


def rows(selection: Selection, only: Collection[Table] = tables.TABLES) -> Iterator[Told]:
    """Every row with its table; those of one table come in a fixed order. `only`: others may be left out."""
    if not _OF_REPORTS.isdisjoint(only):
        yield from _read(selection, with_events=tables.EVENTS in only)
    if not _OF_CLAIMS.isdisjoint(only):
        yield from chain.from_iterable(_claimed(placed) for placed in selection.placed_claims())
    if not _OF_EXCHANGES.isdisjoint(only):
        yield from chain.from_iterable(_exchanged(transfer) for transfer in selection.transfers())
    if not _OF_ACTORS.isdisjoint(only):
        yield from chain.from_iterable(_acting(actor, selection) for actor in selection.actors())


def _read(selection: Selection, *, with_events: bool) -> Iterator[Told]:
    claim_of = lru_cache(HELD)(selection.archive.claim)
    for report, reading in selection.readings():
        yield tables.REPORTS, _report(report, reading)
        yield from _named(report, reading)
        yield from _timed(report, reading)
        yield from _said(report, reading)
        if with_events:
            for one in occurrences_in(report, reading, selection, claim_of):
                yield tables.EVENTS, _event(one)


def _report(report: Report, reading: Reading) -> Row:
    day = report.published.isoformat() if report.published else None
    own = (report.id, report.sha256, report.outlet, report.url, day, report.title)
    return (*own, len(report.text), reading.language, reading.reader, report.note)


def _named(report: Report, reading: Reading) -> Iterator[Told]:
    for e in reading.entities:
        spans = listed(map(offsets, e.mentions))
        yield tables.ENTITIES, (report.id, e.id, e.name, e.kind, e.wikidata, e.of, len(e.mentions), spans, e.rule)


def _timed(report: Report, reading: Reading) -> Iterator[Told]:
    for one in reading.times:
        where = (report.id, one.span.start, one.span.end, _on_one_line(one.span, report))
        yield tables.TIMES, (*where, *_time(one.moment), one.rule)


def _said(report: Report, reading: Reading) -> Iterator[Told]:
    entities = entities_of(reading)
    for one in reading.attributions:
        words = _on_one_line(one.content, report)
        own = (report.id, one.id, one.content.start, one.content.end, words, one.stance, one.mode)
        by = (told_by(chain_of(one, entities)), told_by(one.chain))
        yield tables.ATTRIBUTIONS, (*own, *by, *_ends(one.cue), one.within, one.rule)


def _event(one: Occurrence) -> Row:
    event, claim = one.event, one.claim
    words = _on_one_line(event.anchor, one.report)
    judged = (claim.id, claim.assessment.verdict) if claim else (None, None)
    own = (one.report.id, event.id, *judged, event.anchor.start, event.anchor.end, words)
    kind = (event.type, event.mode, quad_of(event.type), event.status, event.prominence)
    actor = (listed(names_of(event.actor, one.entities)), _codes(event.actor_codes))
    recipient = (listed(names_of(event.recipient, one.entities)), _codes(event.recipient_codes))
    place = listed(names_of(event.place, one.entities))
    goods = listed(_goods(ware, one.report) for ware in event.goods)
    return (
        *(*own, *kind, *actor, *recipient, place, *_time(event.time)),
        *(goods, event.attribution, told_by(one.chain), event.rule),
    )


def _claimed(placed: Placed) -> Iterator[Told]:
    claim, assessment = placed.claim, placed.claim.assessment
    reported = placed.reported.isoformat() if placed.reported else None
    who = (listed(claim.actor), listed(claim.recipient), listed(claim.place))
    own = (claim.id, _line(claim.gist), claim.type, placed.status, assessment.verdict, *who, *_time(claim.time))
    asserted, denied = (listed(o.name for o in side) for side in (assessment.asserts, assessment.denies))
    sides = (asserted, len(assessment.asserts), denied, len(assessment.denies))
    reasons = listed(dict.fromkeys(reason.code for reason in assessment.reasons))
    yield tables.CLAIMS, (*own, reported, *sides, reasons)
    for p in claim.positions:
        where = (p.passage.report_id, p.passage.span.start, p.passage.span.end)
        yield tables.POSITIONS, (claim.id, *where, p.stance, told_by(p.chain), p.event)
    yield from _because("claim", claim.id, "verdict", assessment.reasons)
    yield from _because("claim", claim.id, "merge", claim.merged_because)


def _exchanged(transfer: Transfer) -> Iterator[Told]:
    yield tables.EXCHANGES, tuple(cells(transfer))
    for t in transfer.exchange.tellings:
        where = (t.passage.report_id, t.passage.span.start, t.passage.span.end)
        goods = _ends(t.goods.span if t.goods else None)
        own = (transfer.exchange.id, *where, t.stance, t.stage, told_by(t.chain), t.event)
        yield tables.TELLINGS, (*own, *goods, t.quantity)


def _acting(actor: Actor, selection: Selection) -> Iterator[Told]:
    offices = listed(office.title for office in actor.offices)
    own = (actor.id, actor.name, actor.kind, listed(actor.also), actor.wikidata, actor.known_as, actor.of)
    yield tables.ACTORS, (*own, offices, len(actor.reports))
    for report, entity in actor.members:
        if selection.reports is None or report in selection.reports:
            yield tables.MEMBERS, (actor.id, report, entity)
    told = [r for r in actor.merged_because if selection.reports is None or _are_in(r, selection.reports)]
    yield from _because("actor", actor.id, "merge", told)


def _because(of: str, own_id: str, about: str, reasons: Iterable[Reason]) -> Iterator[Told]:
    """Each passage that shows a reason; one row without any for a reason that none shows."""
    for reason in reasons:
        own = (of, own_id, about, reason.code, _line(reason.detail))
        for passage in reason.shown_by:
            yield tables.REASONS, (*own, passage.report_id, passage.span.start, passage.span.end)
        if not reason.shown_by:
            yield tables.REASONS, (*own, None, None, None)


def _are_in(reason: Reason, reports: Container[str]) -> bool:
    return all(passage.report_id in reports for passage in reason.shown_by)


def _time(time: Moment | None) -> tuple[str | None, str | None, str | None]:
    """As it was told, with its first and last day."""
    if time is None:
        return None, None, None
    first, last = time.earliest, time.latest
    return time.edtf, first.isoformat() if first else None, last.isoformat() if last else None


def _codes(codes: tuple[ActorCode, ...]) -> str:
    return listed(f"{code.country or ''}{code.role or ''}" for code in codes)


def _goods(ware: Goods, report: Report) -> str:
    return f"{ware.category} {ware.quantity or ''}".rstrip() + f" «{_on_one_line(ware.span, report)}»"


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (None, None) if span is None else (span.start, span.end)


def _on_one_line(span: Span, report: Report) -> str:
    return _line(span.of(report.text))


def _line(text: str) -> str:
    return " ".join(text.split())
