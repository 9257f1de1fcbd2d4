"""The life of a process that reads: batches of reports in, their outcomes out."""

import signal
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from queue import SimpleQueue
from threading import Thread
from typing import Any

from khabar.values.report import Report
from khabar.workers.attempts import Outcome, Work, outcome_of, refused
from khabar.workers.bounds import Bounds, hold_memory, within
from khabar.workers.settling import settle

Batch = tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a batch, and whether the process goes on."""

    outcomes: tuple[Outcome[Any], ...]
    last: bool = False  # its memory ran out: it ends here, and another begins anew


STARTED = Answer(())  # what a process says before it has read anything


def serve(pipe: Connection, work: Work[Any], bounds: Bounds) -> None:
    """Reads until the other end is closed; ends itself where a report exceeds the bounds."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who started us decides when to stop
    with suppress(OSError):
        pipe.send(STARTED)
    hold_memory(bounds.megabytes)
    batches: SimpleQueue[Batch | None] = SimpleQueue()
    # By a thread, so that whoever gives us a batch need not wait until we are done with the one before.
    Thread(target=_receive, args=(pipe, batches), daemon=True).start()
    settled = False
    with suppress(OSError):
        while (batch := batches.get()) is not None:
            answer = _read(batch, work, bounds)
            pipe.send(answer)
            if answer.last:
                return
            if not settled:
                settle()
                settled = True


def _receive(pipe: Connection, batches: "SimpleQueue[Batch | None]") -> None:
    try:
        with suppress(EOFError, OSError):
            while True:
                batches.put(pipe.recv())
    finally:
        batches.put(None)


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
