"""A process that reads, as the one sees it who gives it work."""

import time
from collections import deque
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any

from khabar.values.report import Report
from khabar.workers.attempts import Work
from khabar.workers.bounds import OUT_OF_TIME, Bounds
from khabar.workers.child import STARTED, Answer, serve
from khabar.workers.starting import end, launched


@dataclass(slots=True)
class Task:
    """Reports that are given out together."""

    place: int  # of the first, among all that came in
    reports: tuple[Report, ...]
    deaths: int = 0  # processes that ended over it, where it is one report

    def split(self, done: int = 0) -> list["Task"]:
        """Those that are not done yet, each alone."""
        return [Task(self.place + at, (report,)) for at, report in enumerate(self.reports) if at >= done]


@dataclass(slots=True, eq=False)
class Worker:
    """A process with the tasks that it has and has not answered, the one it is at first."""

    process: BaseProcess
    pipe: Connection
    bounds: Bounds
    held: deque[Task] = field(default_factory=deque)
    since: float = 0.0  # when it began the first of them
    started: bool = False  # whether it has told that it is there

    @classmethod
    def of(cls, work: Work[Any], bounds: Bounds, ready: str | None) -> "Worker":
        """A new process; those of one kind share what the module `ready` loads."""
        process, pipe = launched(serve, ready, work, bounds)
        return cls(process, pipe, bounds)

    def give(self, task: Task) -> None:
        """Hands over a task, to be done after those that it has."""
        if not self.held:
            self.since = time.monotonic()
        self.held.append(task)
        with suppress(OSError):  # it died meanwhile: seen when its answer is asked for
            self.pipe.send(task.reports)

    def starts(self) -> bool:
        """Hears it tell that it is there; False: it died before it had seen a report."""
        try:
            self.started = self.pipe.recv() == STARTED
        except (EOFError, OSError):
            return False
        self.since = time.monotonic()
        return self.started

    def answered(self) -> tuple[Task, Answer] | None:
        """The task that was first, with its answer; None: the process died over it."""
        try:
            answer: Answer = self.pipe.recv()
        except (EOFError, OSError):
            return None
        self.since = time.monotonic()
        return self.held.popleft(), answer

    @property
    def patience(self) -> float:
        """For how many seconds more it may be waited for."""
        return self.since + self.bounds.patience_for(self.held[0].reports) - time.monotonic()

    def cause_of_death(self) -> str:
        """How the process ended."""
        self.process.join()
        code = self.process.exitcode
        return f"signal {-code}" if code is not None and code < 0 else f"exit code {code}"

    @property
    def ran_out_of_time(self) -> bool:
        """Whether the system ended it because it had worked too long."""
        return OUT_OF_TIME is not None and self.process.exitcode == -OUT_OF_TIME

    def stop(self) -> None:
        """Ends the process, whatever it is at."""
        end(self.process, self.pipe)
