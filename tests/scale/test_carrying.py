"""A reading that is carried over stands at the places of the report that was made, under the names that it has there."""

from datetime import timedelta
from itertools import islice

import pytest
from carrying import carried, later
from test_worlds import real
from worlds import tellings_of, told_in

from khabar.values.moment import Moment


@pytest.mark.parametrize(
    ("stated", "then"),
    [
        ("2024-06-18", "2024-07-02"),
        ("2024-06", "2024-06"),
        ("2024-W25", "2024-W27"),
        ("2024-12-24/..", "2025-01-07/.."),
    ],
)
def test_a_time_is_as_much_later_as_it_was_stated(stated: str, then: str) -> None:
    assert later(Moment(stated), timedelta(weeks=2)) == Moment(then)


def test_the_reading_of_the_real_report_stays_as_it_is() -> None:
    ((original, world),) = islice(tellings_of(real(), 1), 1)
    assert carried(original, world) == original.reading


def test_every_name_stands_where_it_is_said_to_be_mentioned() -> None:
    renamed = 0
    for original, world in islice(tellings_of(real(), 1), 2, 40):
        report, reading = told_in(original, world), carried(original, world)
        assert reading.report_id == report.id
        for entity, before in zip(reading.entities, original.reading.entities, strict=True):
            spelled = {span.of(report.text) for span in entity.mentions}
            assert bool(entity.mentions) == bool(before.mentions)
            assert entity.name in spelled or before.name not in {s.of(original.report.text) for s in before.mentions}
            renamed += entity.known_as != before.known_as
    assert renamed


def test_what_holds_no_name_that_changed_keeps_its_words() -> None:
    for original, world in islice(tellings_of(real(), 1), 2, 40):
        report, reading = told_in(original, world), carried(original, world)
        cues = [(a.cue, b.cue) for a, b in zip(reading.attributions, original.reading.attributions, strict=True)]
        assert all(a.of(report.text) == b.of(original.report.text) for a, b in cues if a and b)
