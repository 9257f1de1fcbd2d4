"""How goods travel: by which means, from where, by way of where."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from khabar.extraction.events.lexicon import Words, folded, stands_at
from khabar.knowledge.carriage import Way, carriage_words
from khabar.language.analysis import AnalysedText, Range
from khabar.values.entity import EntityId, Kind
from khabar.values.event import Event, EventType
from khabar.values.exchange import Means
from khabar.values.reading import Reading
from khabar.values.span import Span
from khabar.weighing.matter import Matter

_GIVING = frozenset({EventType.TRANSFER, EventType.AID})
_LANDS = {Way.BY: (Kind.PLACE, Kind.COUNTRY), Way.END: (Kind.PLACE,)}


@dataclass(frozen=True, slots=True)
class Carriage:
    """What a sentence tells of how goods travel."""

    route: tuple[EntityId, ...] = ()
    means: tuple[Means, ...] = ()
    words: Span | None = None  # from the first word for it to the last; None: it tells nothing


class _Stop(NamedTuple):
    """A place on the way."""

    first: int
    last: int
    place: EntityId
    sure: bool  # what stands there by itself tells that goods go through it


def carriage_of(report: int, event: Event, matter: Matter) -> Carriage:
    """Means and places told in an event's sentence, from the transfer before it in it to the next."""
    text, reading = matter.texts[report], matter.readings[report]
    first, last = _stretch(text, reading, event)
    forms = tuple(token.form for token in text.tokens[:last])
    means = [(at, at + n, one) for at in range(first, last) for n, one in _means_at(forms, at)]
    stops = [s for s in _stops(text, reading, forms, (first, last), event) if s.place not in _parties(event)]
    if not means and len(stops) < 2 and not any(stop.sure for stop in stops):
        stops = []  # one place behind من may be anything: he who is from there, a house of its
    ends = [*((at, end) for at, end, _ in means), *((s.first, s.last) for s in stops)]
    if not ends:
        return Carriage()
    return Carriage(
        tuple(dict.fromkeys(stop.place for stop in stops)),
        tuple(dict.fromkeys(one for _, _, one in means)),
        text.span(min(at for at, _ in ends), max(end for _, end in ends)),
    )


def _parties(event: Event) -> Sequence[EntityId]:
    return (*event.actor, *event.recipient)


def _stretch(text: AnalysedText, reading: Reading, event: Event) -> Range:
    first, last = text.sentence_at(text.range_of(event.anchor)[0])
    sentence = text.span(first, last)
    others = [e.anchor for e in reading.events if e.type in _GIVING and sentence.covers(e.anchor)]
    before = [span for span in others if span.end <= event.anchor.start]
    after = [span for span in others if span.start >= event.anchor.end]
    return (
        text.range_of(max(before))[1] if before else first,
        text.range_of(min(after))[0] if after else last,
    )


def _means_at(forms: tuple[str, ...], at: int) -> Iterator[tuple[int, Means]]:
    for words, means in _means():
        length = stands_at(words, forms, at)
        if length:
            yield length, means


def _stops(
    text: AnalysedText, reading: Reading, forms: tuple[str, ...], stretch: Range, event: Event
) -> Iterator[_Stop]:
    """The places that stand right behind a preposition of the way."""
    anchor = text.range_of(event.anchor)[0]
    inside = text.span(*stretch)
    for entity in reading.entities:
        for mention in entity.mentions if entity.kind in _LANDS[Way.BY] else ():
            if not inside.covers(mention):
                continue
            first, last = text.range_of(mention)
            way = _way_before(forms, first)
            if way is None or entity.kind not in _LANDS[way] or (way is Way.END and first < anchor):
                continue
            sure = way is Way.BY or stands_at(_words_of(Way.GATE), forms, first) > 0
            yield _Stop(first, last, entity.id, sure)


def _way_before(forms: tuple[str, ...], at: int) -> Way | None:
    """What preposition of the way ends right before a token."""
    for way in (Way.BY, Way.END):
        words = _words_of(way)
        if any(stands_at(words, forms[:at], at - length) == length for length in (2, 1) if at >= length):
            return way
    return None


@cache
def _means() -> tuple[tuple[Words, Means], ...]:
    return tuple((folded(one.words), one.means) for one in carriage_words() if one.means)


@cache
def _words_of(way: Way) -> Words:
    return folded(tuple(word for one in carriage_words() if one.way is way for word in one.words))
