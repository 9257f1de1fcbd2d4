"""Reading many reports: here, or on a pool of processes that outlives the death of any of them. The order stays."""

import gc
import multiprocessing
import os
import signal
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import chain, islice
from multiprocessing.connection import Connection, wait
from multiprocessing.context import ForkServerContext, ForkServerProcess
from pathlib import Path

from khabar.errors import CannotAsk, NoAnswer
from khabar.values.reading import Reading
from khabar.values.report import Report, Unreadable

Work = Callable[[Report], Reading]
Outcome = Reading | Unreadable

TRIES = 2  # a process may be killed for reasons that are not its report's; twice is the report's
PATIENCE = 600.0  # seconds for one report: a hundred times what the longest newspaper page takes
_AHEAD = 16  # reports a worker that may be finished before their turn to be given out
_FEW = 32  # reports: below, a pool takes longer to start than to do the work


def outcomes(reports: Iterable[Report], work: Work, workers: int | None = None) -> Iterator[tuple[Report, Outcome]]:
    """Each report with its reading or the reason why there is none, in the order given, with any number of workers.

    None: as many as there are processors, and none beside this process for a handful of reports.
    """
    if workers is None:
        first = list(islice(reports, _FEW)) if isinstance(reports, Iterator) else list(reports)
        reports = chain(first, reports if isinstance(reports, Iterator) else ())
        workers = 1 if len(first) < _FEW else _processors()
    if workers <= 1:
        return ((report, attempt(work, report)) for report in reports)
    return _on_a_pool(reports, work, workers)


def attempt(work: Work, report: Report) -> Outcome:
    """The reading, or what stood in its way; raises CannotAsk where nothing else can be read either."""
    try:
        return work(report)
    except CannotAsk:  # no other report would fare better
        raise
    except NoAnswer as error:
        return Unreadable(report.id, str(error), report.sha256)
    except Exception as fault:  # noqa: BLE001  whatever the fault, the other reports must still be read
        return Unreadable(report.id, _reason(fault), report.sha256)


def _on_a_pool(reports: Iterable[Report], work: Work, workers: int) -> Iterator[tuple[Report, Outcome]]:
    incoming = iter(reports)
    for first in incoming:  # without a first report there is nothing to start processes for
        yield from _Pool(work, workers).run(chain([first], incoming))


def _reason(fault: Exception) -> str:
    *_, last = traceback.extract_tb(fault.__traceback__)
    return f"a fault of the reader: {type(fault).__name__}: {fault} (at {Path(last.filename).name}:{last.lineno})"


def _processors() -> int:
    """Those that we may run on, which are fewer than there are in a container or on a shared machine."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else multiprocessing.cpu_count()


@dataclass(slots=True)
class _Task:
    place: int
    report: Report
    deaths: int = 0


@dataclass(slots=True)
class _Worker:
    process: ForkServerProcess
    pipe: Connection
    task: _Task | None = None
    since: float = field(default_factory=time.monotonic)

    def give(self, task: _Task) -> None:
        self.task = task
        self.since = time.monotonic()
        with suppress(OSError):  # it died meanwhile: seen when its answer is asked for
            self.pipe.send(task.report)

    def stop(self) -> None:
        self.pipe.close()
        self.process.kill()
        self.process.join()


class _Pool:
    """Processes that each read one report at a time; which of them died over which report is always known."""

    def __init__(self, work: Work, workers: int) -> None:
        self._work = work
        self._context: ForkServerContext = multiprocessing.get_context("forkserver")
        self._context.set_forkserver_preload([work.__module__])
        self._workers = [self._new_worker() for _ in range(workers)]
        self._again: list[_Task] = []
        self._done: dict[int, tuple[Report, Outcome]] = {}
        self._given_out = 0

    def run(self, reports: Iterable[Report]) -> Iterator[tuple[Report, Outcome]]:
        tasks = (_Task(place, report) for place, report in enumerate(reports))
        try:
            self._feed(tasks)
            while any(worker.task for worker in self._workers):
                self._collect()
                self._feed(tasks)
                while self._given_out in self._done:
                    yield self._done.pop(self._given_out)
                    self._given_out += 1
                    self._feed(tasks)
        finally:
            for worker in self._workers:
                worker.stop()

    def _feed(self, tasks: Iterator[_Task]) -> None:
        for worker in self._workers:
            if worker.task is None and (task := self._next(tasks)):
                worker.give(task)

    def _next(self, tasks: Iterator[_Task]) -> _Task | None:
        if self._again:
            return self._again.pop(0)
        # bounded: a slow report must not make the finished ones behind it fill the memory
        if len(self._done) >= _AHEAD * len(self._workers):
            return None
        return next(tasks, None)

    def _collect(self) -> None:
        busy = [worker for worker in self._workers if worker.task]
        patience = min(worker.since for worker in busy) + PATIENCE - time.monotonic()
        ready = wait([worker.pipe for worker in busy], timeout=max(0.0, patience))
        for at, worker in enumerate(self._workers):
            if worker.task and worker.pipe in ready:
                self._answer(at)
            elif worker.task and time.monotonic() - worker.since >= PATIENCE:
                worker.task.deaths = TRIES
                self._bury(at, f"it could not be read in {PATIENCE:.0f} seconds")

    def _answer(self, at: int) -> None:
        worker = self._workers[at]
        assert worker.task  # only busy workers are waited for
        try:
            outcome: Outcome = worker.pipe.recv()
        except (EOFError, OSError):
            worker.process.join()
            worker.task.deaths += 1
            self._bury(at, f"it ended the process that read it ({_cause(worker.process.exitcode)}), {TRIES} times")
            return
        self._done[worker.task.place] = worker.task.report, outcome
        worker.task = None

    def _bury(self, at: int, reason: str) -> None:
        """Puts a new worker in the place of a dead one; its report is tried again, or set aside."""
        worker = self._workers[at]
        task = worker.task
        assert task
        worker.stop()
        self._workers[at] = self._new_worker()
        if task.deaths < TRIES:
            self._again.append(task)
        else:
            self._done[task.place] = task.report, Unreadable(task.report.id, reason, task.report.sha256)

    def _new_worker(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_serve, args=(theirs, self._work), daemon=True)
        process.start()
        theirs.close()
        return _Worker(process, ours)


def _serve(pipe: Connection, work: Work) -> None:
    """A worker's life: reports in, outcomes out, until the other end is closed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who started us decides when to stop
    with suppress(EOFError, OSError):
        pipe.send(attempt(work, pipe.recv()))
        settle()
        while True:
            pipe.send(attempt(work, pipe.recv()))


def settle() -> None:
    """To be called once a report was read, in a process that does nothing but read.

    The tables that were loaded for it stay as they are: the garbage collector, which would walk them again and again as
    the caches grow, takes a tenth of the time of reading.
    """
    gc.collect()
    gc.freeze()


def _cause(exitcode: int | None) -> str:
    if exitcode is not None and exitcode < 0:
        return f"signal {-exitcode}"
    return f"exit code {exitcode}"
