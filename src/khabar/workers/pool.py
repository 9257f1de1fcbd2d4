"""Some processes that read a stream of reports; which of them died over which report is always found."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from multiprocessing.connection import wait
from typing import Any

from khabar.errors import WorkersCannotStart
from khabar.values.report import Report
from khabar.workers.attempts import Outcome, Work, refused
from khabar.workers.bounds import Bounds
from khabar.workers.worker import Task, Worker

TRIES = 2  # a process may be killed for reasons that are not its report's; twice is the report's
_BATCH = 4  # reports that go out together: enough that handing over costs little
_BATCH_CHARACTERS = 20_000  # a batch of long reports is full earlier
_HELD = 2  # tasks of a worker: the one that it is at, and one that it need not wait for
_STILLBORN = 4  # processes in a row: not the reports are at fault, but what the processes need
_AHEAD = 64  # reports a worker that may be taken in before their turn to be given out


class Pool:
    """So many processes, until all reports are done."""

    def __init__(self, work: Work[Any], workers: int, bounds: Bounds, ready: str | None = None) -> None:
        self._start: Callable[[], Worker] = partial(Worker.of, work, bounds, ready)
        self._bounds = bounds
        self._workers = [self._start() for _ in range(workers)]
        self._again: deque[Task] = deque()
        self._done: dict[int, tuple[Report, Outcome[Any]]] = {}
        self._taken = 0
        self._stillborn = 0  # processes, one after the other, that died before they had seen a report
        self._given_out = 0

    def run(self, reports: Iterable[Report]) -> Iterator[tuple[Report, Outcome[Any]]]:
        """Each report with its outcome, in the order given; takes no more reports than it can soon give out."""
        incoming = iter(reports)
        try:
            self._feed(incoming)
            while any(worker.held for worker in self._workers):
                self._collect()
                self._feed(incoming)
                while self._given_out in self._done:
                    yield self._done.pop(self._given_out)
                    self._given_out += 1
                    self._feed(incoming)
        finally:
            for worker in self._workers:
                worker.stop()

    def _feed(self, incoming: Iterator[Report]) -> None:
        for held in range(_HELD):
            for worker in self._workers:
                if len(worker.held) == held and (task := self._next(incoming)):
                    worker.give(task)

    def _next(self, incoming: Iterator[Report]) -> Task | None:
        if self._again:
            return self._again.popleft()
        # bounded: a slow report must not make the finished ones behind it fill the memory
        if self._taken - self._given_out >= _AHEAD * len(self._workers):
            return None
        batch = tuple(_batch_of(incoming))
        self._taken += len(batch)
        return Task(self._taken - len(batch), batch) if batch else None

    def _collect(self) -> None:
        busy = [worker for worker in self._workers if worker.held]
        patience = min(worker.patience for worker in busy)
        ready = wait([worker.pipe for worker in busy], timeout=max(0.0, patience))
        for worker in busy:
            if worker.pipe in ready:
                self._hear(worker)
            elif worker.patience <= 0:
                self._replace(worker)
                self._try_again(worker, self._out_of_time(worker), final=True)

    def _hear(self, worker: Worker) -> None:
        if worker.started:
            self._take_answer(worker)
        elif worker.starts():
            self._stillborn = 0
        else:
            self._stillborn += 1
            if self._stillborn >= _STILLBORN:
                raise WorkersCannotStart(worker.cause_of_death())
            self._replace(worker)
            self._again.extend(worker.held)

    def _take_answer(self, worker: Worker) -> None:
        answered = worker.answered()
        if answered is None:
            cause = worker.cause_of_death()
            late = worker.ran_out_of_time
            reason = (
                self._out_of_time(worker) if late else f"it ended the process that read it ({cause}), {TRIES} times"
            )
            self._replace(worker)
            self._try_again(worker, reason, final=late)
            return
        task, answer = answered
        for at, outcome in enumerate(answer.outcomes):
            self._done[task.place + at] = task.reports[at], outcome
        if answer.last:
            self._replace(worker)
            self._again.extend([*task.split(len(answer.outcomes)), *worker.held])

    def _replace(self, worker: Worker) -> None:
        worker.stop()
        self._workers[self._workers.index(worker)] = self._start()

    def _try_again(self, worker: Worker, reason: str, *, final: bool) -> None:
        """What a dead worker was at, each report alone, until it is known which one it was; that is set aside."""
        first, *others = worker.held
        self._again.extend(others)
        first.deaths = TRIES if final else first.deaths + 1
        if len(first.reports) > 1:
            self._again.extendleft(reversed(first.split()))
        elif first.deaths < TRIES:
            self._again.appendleft(first)
        else:
            (report,) = first.reports
            self._done[first.place] = report, refused(report, reason)

    def _out_of_time(self, worker: Worker) -> str:
        seconds = self._bounds.seconds_for(worker.held[0].reports)
        return f"reading it takes more than {seconds:.3g} seconds: give it in parts"


def _batch_of(incoming: Iterator[Report]) -> Iterator[Report]:
    characters = 0
    for number, report in enumerate(incoming, start=1):
        yield report
        characters += len(report.text)
        if number >= _BATCH or characters >= _BATCH_CHARACTERS:
            return
