"""The words that an answer rests on, in their sentence, with the report that they stand in."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from khabar.values.reason import Passage
from khabar.values.report import Report
from khabar.values.span import Span


class Reports(Protocol):
    """What it takes to show words in their place."""

    def report(self, report_id: str) -> Report:
        """The report of that id."""

    def sentences_around(self, passage: Passage) -> Span:
        """The whole sentences that a passage stands in."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a report, with what stands before and behind them in their sentence."""

    passage: Passage
    before: str
    words: str
    after: str
    outlet: str | None  # None: the report does not tell
    published: date | None  # None: not known
    title: str | None  # None: not known


def quoted(reports: Reports, passage: Passage) -> Quoted:
    """The passage in its sentence."""
    report = reports.report(passage.report_id)
    around = reports.sentences_around(passage)
    return Quoted(
        passage=passage,
        before=report.text[around.start : passage.span.start],
        words=passage.span.of(report.text),
        after=report.text[passage.span.end : around.end],
        outlet=report.outlet,
        published=report.published,
        title=report.title,
    )
