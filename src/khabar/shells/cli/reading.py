"""`khabar read`: reports read and shown, without an archive."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from khabar.reports.intake import reports_in, something_in
from khabar.runners import READY, outcomes
from khabar.shells.cli.given import Given
from khabar.shells.cli.model_options import Wanted
from khabar.shells.cli.proposing import reader_of
from khabar.values.reading import Reading
from khabar.values.report import Report, Unreadable
from khabar.views.bench_format import prediction_line
from khabar.views.signs import json_shown, line_shown
from khabar.workers.attempts import Work


@dataclass(frozen=True, slots=True)
class Shape:
    """How reports are shown."""

    as_json: bool = False
    why: bool = False  # with what read each item


@dataclass(frozen=True, slots=True)
class _Line:
    """Somebody who reads, and tells what he read as a line of JSON."""

    read: Work[Reading]
    why: bool

    def __call__(self, report: Report) -> str:
        return prediction_line(self.read(report), report.text, why=self.why)


def read_files(
    files: Sequence[Path],
    given: Given,
    workers: int | None,
    shape: Shape,
    by: Wanted | None = None,
    *,
    strict: bool,
) -> int:
    """Prints every report in the order given; 1 if nothing could be read, or not all where it must, else 0."""
    unreadable: list[Unreadable] = []
    done = 0
    incoming = something_in(reports_in(files, given.told, columns=given.columns), files)
    with reader_of(by, why=shape.why) as reader:
        workers = workers if reader.shared else 1
        work: Work[Reading | str] = _Line(reader.read, shape.why) if shape.as_json else reader.read
        for report, outcome in outcomes(_readable(incoming, unreadable), work, workers, ready=READY):
            if isinstance(outcome, Unreadable):
                unreadable.append(outcome)
                outcome = Reading(report.id, reader.version, "und", unread=outcome.reason)
            else:
                done += 1
            if isinstance(outcome, str):
                print(json_shown(outcome))
            elif shape.as_json:
                print(json_shown(prediction_line(outcome, report.text, why=shape.why)))
            else:
                _show(report, outcome, why=shape.why)
    for what in unreadable:
        print(line_shown(f"khabar: {what.source}: {what.reason}"), file=sys.stderr)
    return 1 if unreadable and (strict or not done) else 0


def _readable(incoming: Iterator[Report | Unreadable], unreadable: list[Unreadable]) -> Iterator[Report]:
    for came in incoming:
        if isinstance(came, Unreadable):
            unreadable.append(came)
        else:
            yield came


def _show(report: Report, reading: Reading, *, why: bool) -> None:
    from khabar.language.analysis import analyse
    from khabar.shells.cli.answers.reports import report_answer
    from khabar.shells.cli.printing import console
    from khabar.shells.cli.whys import whys
    from khabar.views.because import because
    from khabar.views.shown import ReportAlone, report_shown

    analysed = analyse(report.text, reading.body)
    sentences = tuple(analysed.span(first, last) for first, last in analysed.sentences)
    out = console()
    out.print(report_answer(report_shown(ReportAlone(report, sentences), report, reading)))
    if why:
        out.print(whys(because(report, reading)))
