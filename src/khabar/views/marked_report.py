"""A report's text with everything marked that was read in it, and the words to which an answer points."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from khabar.values.attribution import Stance
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.values.span import Span
from khabar.views.dossier.layers import Mark, Piece, merged, paragraphs

CITED = "cited"
_LOOKS = {Stance.DENIES: ("denies",), Stance.DECLINES: ("open",), Stance.QUESTIONS: ("open",)}


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the text."""

    pieces: tuple[Piece, ...]
    is_furniture: bool  # no part of the article


def marked_lines(report: Report, reading: Reading | None, cited: Iterable[Span] = ()) -> tuple[Line, ...]:
    """The lines with their marks; `x1`, `a1` and `v1` among a mark's layers are the items that it is of, as `of-x1`."""
    within = [span for span in cited if span.end <= len(report.text)]
    marks = merged((*(Mark(span, (CITED,), CITED) for span in within), *(_read(reading) if reading else ())))
    body = reading.body if reading else ()
    lines = paragraphs(report.text, marks, len(report.text))
    return tuple(Line(pieces, bool(body) and not any(s.overlaps(line) for s in body)) for line, pieces in lines)


def _read(reading: Reading) -> Iterator[Mark]:
    for saying in reading.attributions:
        yield Mark(saying.content, ("saying", *_LOOKS.get(saying.stance, ()), f"of-{saying.id}"), f"m-{saying.id}")
        if saying.cue and len(saying.cue):
            yield Mark(saying.cue, ("cue", f"of-{saying.id}"))
    for event in reading.events:
        yield Mark(event.anchor, ("event", event.status.value, f"of-{event.id}"), f"m-{event.id}")
    for entity in reading.entities:
        for n, mention in enumerate(entity.mentions):
            yield Mark(mention, ("named", entity.kind.value, f"of-{entity.id}"), None if n else f"m-{entity.id}")
    for n, timex in enumerate(reading.times):
        yield Mark(timex.span, ("date", f"of-t{n}"), f"m-t{n}")
