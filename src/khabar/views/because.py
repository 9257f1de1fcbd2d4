"""Each item of a reading in words, with what read each of its parts."""

from collections.abc import Iterator
from dataclasses import dataclass

from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.values.why import Part, Why
from khabar.views.usual_names import usual_name


@dataclass(frozen=True, slots=True)
class Because:
    """One part of an item."""

    part: Part
    label: str  # `khabar explain` tells what it means
    words: str  # empty: no words show it


@dataclass(frozen=True, slots=True)
class Explained:
    """One item with all its parts."""

    id: str  # of the item in its report; empty: a date
    what: str  # asserts, ASSAULT, person …
    words: str
    parts: tuple[Because, ...]


def because(report: Report, reading: Reading) -> Iterator[Explained]:
    """Every saying, event, name and date of a report, in the order in which `khabar read` shows them."""
    text = report.text
    for saying in reading.attributions:
        yield Explained(saying.id, saying.stance, saying.content.of(text), _parts(saying.why, text))
    for event in reading.events:
        yield Explained(event.id, f"{event.type} {event.status}", event.anchor.of(text), _parts(event.why, text))
    for entity in reading.entities:
        yield Explained(entity.id, entity.kind, usual_name(entity), _parts(entity.why, text))
    for timex in reading.times:
        parts = _parts((Why(Part.DATE, timex.rule, timex.span),), text)
        yield Explained("", str(timex.moment or "?"), timex.span.of(text), parts)


def _parts(whys: tuple[Why, ...], text: str) -> tuple[Because, ...]:
    return tuple(Because(why.part, str(why.label), why.span.of(text) if why.span else "") for why in whys)
