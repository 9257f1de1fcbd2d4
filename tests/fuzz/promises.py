"""What holds of whatever comes in: it is kept or refused with the reason, and what is read of it stands in its text."""

from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass

from khabar.engine import read
from khabar.store.values_as_json import from_json, to_json
from khabar.values.reading import Reading
from khabar.values.report import Report, Unreadable
from khabar.values.span import Span


def all_told(items: Sequence[Report | Unreadable]) -> None:
    """Nothing that came in goes out without a word, and every word says something."""
    assert items, "it came in, and neither a report nor a reason came of it"
    for item in items:
        if isinstance(item, Unreadable):
            assert item.source
            assert item.reason.strip()
        else:
            assert item.text.strip()
            assert item.id
            assert len(item.sha256) == 64


def read_well(report: Report) -> None:
    """Two readings are one; every span lies in the text; what an archive would keep is what was read."""
    reading = read(report)
    assert read(report) == reading
    for span in spans_in(reading):
        span.of(report.text)
    assert from_json(Reading, to_json(reading)) == reading


def spans_in(value: object) -> Iterator[Span]:
    """Every span in a value, however deep."""
    if isinstance(value, Span):
        yield value
    elif isinstance(value, tuple):
        for item in value:
            yield from spans_in(item)
    elif is_dataclass(value):
        for field in fields(value):
            yield from spans_in(getattr(value, field.name))
