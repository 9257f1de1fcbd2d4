"""English reports of one sentence or a few, read; and what tests say of the readings in words."""

from datetime import date
from hashlib import sha256

from khabar.extraction.english.reading import read_english
from khabar.reports.body import body_in
from khabar.values.attribution import Attribution
from khabar.values.event import Event
from khabar.values.reading import Reading
from khabar.values.report import Report

TUESDAY = date(2024, 6, 18)


def english(text: str, report_id: str = "en", outlet: str | None = None, published: date | None = TUESDAY) -> Report:
    return Report(report_id, text, sha256(text.encode()).hexdigest(), outlet, published=published)


def reading_of(text: str, outlet: str | None = None) -> Reading:
    report = english(text, outlet=outlet)
    return read_english(report, body_in(report.text), "reader")


def names(reading: Reading, ids: tuple[str, ...]) -> list[str]:
    named = {e.id: e.name for e in reading.entities}
    return [named[i] for i in ids]


def said(text: str, outlet: str | None = None) -> list[tuple[str, list[list[str]], str]]:
    """Each saying: content, chain, stance."""
    reading = reading_of(text, outlet)
    return [_told(reading, a, text) for a in reading.attributions]


def _told(reading: Reading, a: Attribution, text: str) -> tuple[str, list[list[str]], str]:
    return a.content.of(text), [names(reading, link) for link in a.chain], a.stance.value


def done(text: str) -> list[tuple[str, str, list[str], list[str], str]]:
    """Each event: anchor, type, actor, recipient, status."""
    reading = reading_of(text)
    return [_event(reading, e, text) for e in reading.events]


def _event(reading: Reading, e: Event, text: str) -> tuple[str, str, list[str], list[str], str]:
    return e.anchor.of(text), e.type.value, names(reading, e.actor), names(reading, e.recipient), e.status.value
