"""The life of a process that reads: batches of reports in, their outcomes out."""

from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from typing import Any

from khabar.values.report import Report
from khabar.workers.attempts import Outcome, Work, outcome_of, refused
from khabar.workers.bounds import Bounds, hold_memory, within
from khabar.workers.settling import settle
from khabar.workers.starting import given_through, heed_no_interrupt

Batch = tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a batch, and whether the process goes on."""

    outcomes: tuple[Outcome[Any], ...]
    last: bool = False  # its memory ran out: it ends here, and another begins anew


STARTED = Answer(())  # what a process says before it has read anything


def serve(pipe: Connection, work: Work[Any], bounds: Bounds) -> None:
    """Reads until the other end is closed; ends itself where a report exceeds the bounds."""
    heed_no_interrupt()
    with suppress(OSError):
        pipe.send(STARTED)
    hold_memory(bounds.megabytes)
    settled = False
    with suppress(OSError):
        for batch in given_through(pipe):
            answer = _read(batch, work, bounds)
            pipe.send(answer)
            if answer.last:
                return
            if not settled:
                settle()
                settled = True


def _read(batch: Batch, work: Work[Any], bounds: Bounds) -> Answer:
    read: list[Outcome[Any]] = []
    for report in batch:
        try:
            with within(bounds.seconds_for((report,))):
                read.append(outcome_of(work, report))
        except MemoryError:
            read.append(
                refused(report, f"reading it takes more than {bounds.megabytes} MB of memory: give it in parts")
            )
            return Answer(tuple(read), last=True)
    return Answer(tuple(read))
