"""Readings as people corrected them: what was read stays kept, and what people ruled comes first."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from khabar.errors import BadMoment
from khabar.values.attribution import Attribution, Stance
from khabar.values.correction import Corrected, Correction, Ruling
from khabar.values.event import Event, EventType, Status
from khabar.values.moment import Moment
from khabar.values.reading import Reading
from khabar.values.span import Span

Item = TypeVar("Item", Attribution, Event)


def corrected(reading: Reading, corrections: Iterable[Correction]) -> Reading:
    """The reading after all rulings on its report, the earliest first; one on words of no item changes nothing."""
    for correction in sorted(corrections, key=lambda c: (c.at, c.where, c.ruling)):
        if correction.where.report_id == reading.report_id:
            reading = _after(correction, reading)
    return reading


def item_at(reading: Reading, of: Corrected, span: Span) -> Attribution | Event | None:
    """The item of that kind whose words share most with the span; None: none shares any."""
    if of is Corrected.SAYING:
        return _nearest([(one.content, one) for one in reading.attributions], span)
    return _nearest([(one.anchor, one) for one in reading.events], span)


def words_of(item: Attribution | Event) -> Span:
    """The words by which an item is known for good."""
    return item.content if isinstance(item, Attribution) else item.anchor


def is_possible(of: Corrected, ruling: Ruling, value: str | None) -> bool:
    """Whether such an item can have that said of it."""
    if ruling in (Ruling.RIGHT, Ruling.WRONG):
        return value is None
    if value is None or (ruling is Ruling.STANCE) is not (of is Corrected.SAYING):
        return False
    if ruling is Ruling.TIME:
        return _is_moment(value)
    return value in {Ruling.STANCE: tuple(Stance), Ruling.STATUS: tuple(Status), Ruling.TYPE: tuple(EventType)}[ruling]


def _is_moment(value: str) -> bool:
    try:
        Moment(value)
    except BadMoment:
        return False
    return True


def _after(correction: Correction, reading: Reading) -> Reading:
    match item_at(reading, correction.of, correction.where.span):
        case Attribution() as saying if correction.ruling is Ruling.WRONG:
            return _without_saying(reading, saying)
        case Event() as event if correction.ruling is Ruling.WRONG:
            return replace(reading, events=tuple(one for one in reading.events if one is not event))
        case Attribution() as saying:
            return replace(reading, attributions=_with(reading.attributions, saying, _saying(saying, correction)))
        case Event() as event:
            return replace(reading, events=_with(reading.events, event, _event(event, correction)))
    return reading


def _nearest(items: Sequence[tuple[Span, Item]], span: Span) -> Item | None:
    shares = [
        (min(own.end, span.end) - max(own.start, span.start), -len(own), -at) for at, (own, _) in enumerate(items)
    ]
    most = max(shares, default=None)
    return items[-most[2]][1] if most and most[0] > 0 else None


def _saying(saying: Attribution, correction: Correction) -> Attribution:
    if correction.ruling is Ruling.STANCE and correction.value:
        return replace(saying, stance=Stance(correction.value), ruled=True)
    return saying


def _event(event: Event, correction: Correction) -> Event:
    match correction.ruling, correction.value:
        case Ruling.STATUS, str(value):
            return replace(event, status=Status(value))
        case Ruling.TYPE, str(value):
            return replace(event, type=EventType(value), mode=None)
        case Ruling.TIME, str(value):
            return replace(event, time=Moment(value))
    return event


def _with(items: tuple[Item, ...], old: Item, new: Item) -> tuple[Item, ...]:
    return tuple(new if one is old else one for one in items)


def _without_saying(reading: Reading, gone: Attribution) -> Reading:
    """What stood in the saying then stands in the one around it, and is no longer told through its speakers."""
    around = {one.id: one for one in reading.attributions}
    left = [_freed(one, gone, around) for one in reading.attributions if one is not gone]
    events = (replace(e, attribution=gone.within) if e.attribution == gone.id else e for e in reading.events)
    return replace(reading, attributions=tuple(left), events=tuple(events))


def _freed(one: Attribution, gone: Attribution, around: Mapping[str, Attribution]) -> Attribution:
    if not _stands_in(one, gone, around):
        return one
    outer = around[gone.within].chain if gone.within else ()
    within = gone.within if one.within == gone.id else one.within
    return replace(one, within=within, chain=(*outer, *one.chain[len(gone.chain) :]))


def _stands_in(one: Attribution, gone: Attribution, around: Mapping[str, Attribution]) -> bool:
    at = one
    while at.within and at is not gone:
        at = around[at.within]
    return at is gone
