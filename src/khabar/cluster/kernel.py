"""What every machine does: rows in, rows out, the same for the same rows wherever and however often it is done."""

from collections import deque
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

import pyarrow as pa

from khabar.cluster.intake import Intake
from khabar.cluster.rows import CAME, READ, TOLD, Row, batches_of, line_of, rows_in, value_in
from khabar.cluster.rows import came as row_of
from khabar.engine import read
from khabar.errors import OtherKhabar
from khabar.runners import READY, outcomes
from khabar.store.digests_as_json import digest_as_text
from khabar.values.reading import Reading
from khabar.values.report import Report, Unreadable, writable
from khabar.versions import reader, weigher
from khabar.weighing.digest import digest_of
from khabar.weighing.piece import Piece, telling_of
from khabar.weighing.shelf import Opened
from khabar.workers.attempts import Work
from khabar.workers.bounds import Bounds


class _Bundle:
    """The reports of one story."""

    def __init__(self, read: Iterable[tuple[Report, Reading]]) -> None:
        self._read = {report.id: (report, reading) for report, reading in read}

    def digests(self) -> tuple[()]:
        """None: the outline is drawn already."""
        return ()

    def read(self, report_id: str) -> tuple[Report, Reading]:
        """One of them."""
        return self._read[report_id]


class Whole(NamedTuple):
    """All that is made of one report."""

    reading: str
    mark: str  # of its digest
    digest: str


def taken_in(batches: Iterable[pa.RecordBatch], intake: Intake) -> Iterator[pa.RecordBatch]:
    """Rows of FOUND made rows of CAME."""
    return batches_of((row for file in rows_in(batches) for row in _came(file, intake)), CAME)


def _came(file: Row, intake: Intake) -> Iterator[Row]:
    for number, item in enumerate(intake.items(file)):
        yield row_of(file["file"], number, writable(item))


def read_in(
    batches: Iterable[pa.RecordBatch], bounds: Bounds, version: str, work: Work[Whole]
) -> Iterator[pa.RecordBatch]:
    """Rows of CAME that are reports made rows of READ: each by a process that may die over it, which sets it aside.

    Raises OtherKhabar where another version than the asked one stands on this machine.
    """
    if reader() != version:
        raise OtherKhabar(reader(), version)
    reports = ((row["key"], value_in(Report, row["told"])) for row in rows_in(batches))
    return batches_of(_read(reports, bounds, work), READ)


def _read(keyed: Iterable[tuple[str, Report]], bounds: Bounds, work: Work[Whole]) -> Iterator[Row]:
    keys: deque[str] = deque()  # of those that are not given out yet

    def reports() -> Iterator[Report]:
        for key, report in keyed:
            keys.append(key)
            yield report

    for report, outcome in outcomes(reports(), work, 1, bounds, READY):
        yield {"key": keys.popleft(), "reader": reader(), "report": line_of(report), **_told(outcome)}


def whole(report: Report) -> Whole:
    """All that is made of one report: a pure function of it."""
    reading = read(report)
    digest = None if reading.unread else digest_of(report, reading)
    return Whole(line_of(reading), digest.mark if digest else "", digest_as_text(digest) if digest else "")


def _told(outcome: Whole | Unreadable) -> Row:
    if isinstance(outcome, Unreadable):
        return {"outcome": line_of(outcome), "mark": None, "digest": None}
    return {"outcome": outcome.reading, "mark": outcome.mark, "digest": outcome.digest}


def told_in(batches: Iterable[pa.RecordBatch], version: str) -> Iterator[pa.RecordBatch]:
    """Rows of stories, each before the rows of its reports, made rows of TOLD.

    Raises OtherKhabar where another version than the asked one stands on this machine.
    """
    if weigher() != version:
        raise OtherKhabar(weigher(), version)
    stories = groupby(rows_in(batches), itemgetter("number"))
    return batches_of((_telling(*rows) for _, rows in stories), TOLD)


def _telling(head: Row, *reports: Row) -> Row:
    shelf = _Bundle((value_in(Report, row["report"]), value_in(Reading, row["reading"])) for row in reports)
    telling = telling_of(value_in(Piece, head["piece"]), Opened(shelf))
    return {"key": head["key"], "weigher": weigher(), "telling": line_of(telling)}
