"""Every example of the words of dates holds a date, and every near miss holds none."""

from datetime import date

import pytest

from khabar.knowledge.calendar import calendar_examples, calendar_words, named_days
from khabar.language.times import timexes_in

PUBLISHED = date(2024, 5, 22)  # a Wednesday
EXAMPLES = [(e.entry, text) for e in calendar_examples() for text in e.examples]
NEAR_MISSES = [(e.entry, text) for e in calendar_examples() for text in e.counterexamples]
VALUES = {word.entry: word for word in calendar_words()} | {f"named-day.{d.value}": d for d in named_days()}


@pytest.mark.parametrize(("entry", "text"), EXAMPLES)
def test_an_example_holds_a_date_of_its_entry(entry, text):
    found = timexes_in(text, PUBLISHED)
    assert found
    moment = found[-1].moment
    assert moment is not None
    if entry.startswith("month."):
        assert moment.earliest.month == VALUES[entry].value
    if entry.startswith("weekday."):
        assert moment.earliest.weekday() == VALUES[entry].value
    if entry.startswith("named-day."):
        assert moment.edtf == VALUES[entry].value


@pytest.mark.parametrize(("entry", "text"), NEAR_MISSES)
def test_a_near_miss_holds_none(entry, text):
    assert timexes_in(text, PUBLISHED) == ()
