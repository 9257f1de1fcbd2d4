"""Reports with their readings in the bench's format: JSON lines that can be read, scored and built from again."""

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from khabar.errors import BadForm
from khabar.exports.selection import Selection
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.views.bench_format import prediction, reading_from

_OF_A_REPORT = ("outlet", "url", "published", "title", "note", "sha256", "text")


def lines(selection: Selection) -> Iterator[str]:
    """One line a report: what it is, and what was read in it."""
    for report, reading in selection.readings():
        yield line(report, reading)


def line(report: Report, reading: Reading) -> str:
    """One report as one line."""
    told = prediction(reading, report.text)
    published = report.published.isoformat() if report.published else None
    own = {name: getattr(report, name) for name in _OF_A_REPORT} | {"published": published}
    return json.dumps({"id": told.pop("id"), **own, **told}, ensure_ascii=False) + "\n"


def report_and_reading(line: str) -> tuple[Report, Reading]:
    """What a line tells, again as values; raises BadForm."""
    given: dict[str, Any] = json.loads(line)
    try:
        own = {name: given[name] for name in _OF_A_REPORT}
        day = date.fromisoformat(own.pop("published")) if own["published"] else own.pop("published")
        return Report(id=given["id"], published=day, **own), reading_from(given)
    except (KeyError, TypeError, ValueError) as wrong:
        raise BadForm("Report", repr(given)[:120]) from wrong
