"""How much of the machine one report may take, and a process that holds itself to it."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass

from khabar.values.report import Report

MEGABYTE = 1024 * 1024
LONG = 1_000_000  # characters: so many more may take as long again
OUT_OF_TIME = getattr(signal, "SIGPROF", None)  # None: a system that cannot count a process's seconds of work


@dataclass(frozen=True, slots=True)
class Bounds:
    """What reading one report may take."""

    seconds: float = 60.0  # of work, since how busy the machine is must not decide what can be read
    megabytes: int = 1024  # of the process that reads it
    waiting: float = 10.0  # times the seconds of work, on the clock: machines are busy, but no report is worth more

    def seconds_for(self, reports: tuple[Report, ...]) -> float:
        """Seconds of work for these: the usual for each, and as much again for each million characters."""
        return sum(self.seconds * (1 + len(report.text) / LONG) for report in reports)

    def patience_for(self, reports: tuple[Report, ...]) -> float:
        """Seconds on the clock, after which a process will never end by itself."""
        return self.waiting * self.seconds_for(reports)


USUAL = Bounds()


@dataclass(frozen=True, slots=True)
class Crew:
    """How many processes read, and what each of them may take."""

    number: int | None = None  # None: as many as there are processors, and one for a handful of reports
    bounds: Bounds = USUAL


def hold_memory(megabytes: int) -> None:
    """Lets this process have so much memory of its own and no more; asking for more raises MemoryError."""
    limit(RLIMIT_DATA=(megabytes * MEGABYTE, None), RLIMIT_CORE=(0, None))


def limit(**bounds: tuple[int, int | None]) -> None:
    """Sets limits on this process by their names in `resource`: when it is told, and when it is ended.

    None leaves the latter as it is. What a system has no limit for is left without one: Windows has none.
    """
    try:
        import resource
    except ImportError:
        return
    for name, (soft, hard) in bounds.items():
        what = getattr(resource, name)
        with suppress(ValueError, OSError):
            resource.setrlimit(what, (soft, resource.getrlimit(what)[1] if hard is None else hard))


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """The system ends this process, whatever it is at, when what is done here takes more seconds of work."""
    if OUT_OF_TIME is None:
        yield
        return
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
