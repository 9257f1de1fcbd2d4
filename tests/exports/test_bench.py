"""Reports and readings survive the way into the bench's format and back, and so does an archive."""

from dataclasses import replace
from datetime import date
from typing import Any

from exported import small
from hypothesis import given
from hypothesis import strategies as some

from khabar.exports.bench import line, lines, report_and_reading
from khabar.exports.selection import Selection, Wanted, selected
from khabar.store.archive import Archive
from khabar.values.attribution import Attribution, Mode, Stance
from khabar.values.entity import Entity, Kind
from khabar.values.event import ActorCode, Event, EventMode, EventType, Goods, GoodsCategory, Prominence, Status
from khabar.values.moment import Moment
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.values.span import Span
from khabar.values.timex import Timex

LENGTH = 40  # characters
WORDS = some.text(min_size=1, max_size=12)
IDS = some.sampled_from(("e1", "e2", "a1"))
MANY = some.lists(IDS, max_size=2).map(tuple)
TIMES = some.none() | some.sampled_from(("2024-06-18", "2024-W25", "2022/..")).map(Moment)


KNOWN = some.none() | WORDS
ENDS = some.integers(0, LENGTH)
SPANS = some.tuples(ENDS, ENDS).map(lambda ends: Span(min(ends), max(ends)))
SEVERAL = some.lists(SPANS, max_size=2).map(tuple)
CODES = some.lists(some.builds(ActorCode, KNOWN, KNOWN), max_size=2).map(tuple)
GOODS = some.lists(some.builds(Goods, SPANS, some.sampled_from(GoodsCategory), KNOWN), max_size=2).map(tuple)
CHAINS = some.lists(some.lists(IDS, min_size=1, max_size=2).map(tuple), max_size=3).map(tuple)
ENTITIES = some.builds(Entity, IDS, WORDS, some.sampled_from(Kind), SEVERAL, KNOWN, KNOWN, rule=WORDS)
SAYINGS = some.builds(
    Attribution,
    *(IDS, SPANS, CHAINS, some.sampled_from(Stance), some.sampled_from(Mode), some.none() | SPANS, KNOWN, WORDS),
)
EVENTS = some.builds(
    Event,
    *(IDS, SPANS, some.sampled_from(EventType), some.sampled_from(Status)),
    *(some.none() | some.sampled_from(EventMode), MANY, MANY, MANY, TIMES, GOODS, KNOWN, WORDS),
    *(SEVERAL, SEVERAL, CODES, CODES, some.sampled_from(Prominence)),
)
TEXTS = some.text(min_size=1, max_size=12).map(lambda text: (text * LENGTH)[:LENGTH])
REPORTS = some.builds(
    Report,
    *(WORDS, TEXTS, some.just("1" * 64), KNOWN, KNOWN, some.none() | some.dates(date(1900, 1, 1)), KNOWN, KNOWN),
)
PARTS = [
    some.lists(part, max_size=2).map(tuple)
    for part in (SPANS, ENTITIES, some.builds(Timex, SPANS, TIMES, WORDS), SAYINGS, EVENTS)
]


@given(REPORTS, some.tuples(*PARTS))
def test_what_goes_out_comes_back(report: Report, parts: tuple[Any, ...]) -> None:
    reading = Reading(report.id, "one", "ar", *parts)
    assert report_and_reading(line(report, reading)) == (report, reading)


def test_an_archive_comes_back_whole() -> None:
    before = small()
    assert [*lines(rebuilt(before))] == [*lines(before)]
    assert [*rebuilt(before).readings()] == [*before.readings()]


def test_the_demo_comes_back_but_for_what_the_format_does_not_hold(demo: Selection) -> None:
    for (report, reading), (same, read) in zip(demo.readings(), rebuilt(demo).readings(), strict=True):
        nameless = tuple(replace(entity, known_as=None) for entity in reading.entities)
        assert (same, read) == (report, replace(reading, entities=nameless))


def rebuilt(before: Selection) -> Selection:
    archive = Archive.in_memory()
    for told in lines(before):
        archive.keep(*report_and_reading(told))
    return selected(archive, Wanted())
