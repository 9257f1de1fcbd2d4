"""Reports as the page shows them: who says what in each, and its text with everything marked."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from khabar.values.attribution import Stance
from khabar.values.moment import Moment
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.values.span import Span
from khabar.views.dossier.chains import beginning_of
from khabar.views.dossier.layers import Mark, Piece, merged, paragraphs, without_links_around_marks
from khabar.views.dossier.library import Card
from khabar.views.dossier.names import Named, Names
from khabar.views.dossier.places import Back, Places, mark_id
from khabar.views.dossier.words import word

_OPEN = (Stance.DECLINES, Stance.QUESTIONS)
_GLIMPSE = 90  # characters of a saying in the list


@dataclass(frozen=True, slots=True)
class SayingItem:
    """Who says what, in one line."""

    chain: tuple[tuple[Named, ...], ...]
    stance: str
    words: str
    href: str


@dataclass(frozen=True, slots=True)
class EventItem:
    """Who does what to whom, in one line."""

    words: str
    href: str
    type: str
    status: str
    actor: tuple[Named, ...]
    recipient: tuple[Named, ...]
    time: Moment | None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One line of the text."""

    pieces: tuple[Piece, ...]
    is_furniture: bool


@dataclass(frozen=True, slots=True)
class ReportItem:
    """One report with its text."""

    card: Card
    copy_of: Card | None  # None: it copies none
    copied_by: tuple[Card, ...]
    unread: bool
    sayings: tuple[SayingItem, ...]
    events: tuple[EventItem, ...]
    paragraphs: tuple[Paragraph, ...]
    cut: int  # characters left out at its end
    elsewhere: tuple[str, ...]  # ids that links lead to and no word of the text bears


def report_item(
    card: Card, report: Report, reading: Reading | None, names: Names, places: Places, most: int
) -> ReportItem:
    """A report with everything that was read in it and all that the page links to; without its ties to copies."""
    marks = without_links_around_marks(merged(_marks(card, reading, places)))
    lines = tuple(paragraphs(report.text, marks, most))
    body = reading.body if reading else ()
    linked = _linked(card, reading, names) if reading else {}
    borne = {piece.mark.id for _, pieces in lines for piece in pieces if piece.mark}
    return ReportItem(
        card=card,
        copy_of=None,
        copied_by=(),
        unread=reading is None or reading.unread is not None,
        sayings=tuple(_sayings(card, report, reading, linked, most)) if reading else (),
        events=tuple(_events(card, report, reading, linked, most)) if reading else (),
        paragraphs=tuple(Paragraph(pieces, _is_furniture(line, body)) for line, pieces in lines),
        cut=max(0, len(report.text) - most),
        elsewhere=tuple(mark.id for mark in marks if mark.id and mark.id not in borne and mark.span.start < most),
    )


def _is_furniture(line: Span, body: Iterable[Span]) -> bool:
    spans = tuple(body)
    return bool(spans) and not any(span.overlaps(line) for span in spans)


def _marks(card: Card, reading: Reading | None, places: Places) -> Iterator[Mark]:
    for span, backs in places.used_in(card.id).items():
        yield Mark(span, _layers(backs), mark_id(card.number, span), backs)
    if reading is None:
        return
    own_names = {entity.id: entity.name for entity in reading.entities}
    for saying in reading.attributions:
        layers = ("saying", saying.stance.value, *(("open",) if saying.stance in _OPEN else ()))
        speakers = f"{word('page.separator')} ".join(own_names.get(who, who) for link in saying.chain for who in link)
        title = f"{word(f'stance.{saying.stance.value}')}: {speakers}"
        yield Mark(saying.content, layers, mark_id(card.number, saying.content), title=title)
        if saying.cue and len(saying.cue):
            yield Mark(saying.cue, ("cue",))
    for event in reading.events:
        title = f"{word(f'type.{event.type.value}')} · {word(f'status.{event.status.value}')}"
        yield Mark(event.anchor, ("event", event.status.value), mark_id(card.number, event.anchor), title=title)


def _layers(backs: Iterable[Back]) -> tuple[str, ...]:
    kinds = {back.kind for back in backs}
    return ("cited",) if "claim" in kinds or not kinds else ("name",)


def _sayings(
    card: Card, report: Report, reading: Reading, linked: Mapping[str, Named], most: int
) -> Iterator[SayingItem]:
    for saying in reading.attributions:
        if saying.content.start < most:
            yield SayingItem(
                chain=tuple(_taking_part(link, linked) for link in saying.chain),
                stance=saying.stance.value,
                words=beginning_of(saying.content.of(report.text), _GLIMPSE),
                href=f"#{mark_id(card.number, saying.content)}",
            )


def _events(
    card: Card, report: Report, reading: Reading, linked: Mapping[str, Named], most: int
) -> Iterator[EventItem]:
    for event in reading.events:
        if event.anchor.start < most:
            yield EventItem(
                words=event.anchor.of(report.text),
                href=f"#{mark_id(card.number, event.anchor)}",
                type=event.type.value,
                status=event.status.value,
                actor=_taking_part(event.actor, linked),
                recipient=_taking_part(event.recipient, linked),
                time=event.time,
            )


def _taking_part(who: Iterable[str], linked: Mapping[str, Named]) -> tuple[Named, ...]:
    return tuple(linked[one] for one in who if one in linked)


def _linked(card: Card, reading: Reading, names: Names) -> dict[str, Named]:
    numbers = {entity.id: names.of_member.get((card.id, entity.id)) for entity in reading.entities}
    return {e.id: Named(e.name, f"#a{n}" if (n := numbers[e.id]) else None) for e in reading.entities}
