"""A guard for work that must end, however busy the machine: what grows with the square of its text would take hours."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

ENDLESS = 60  # seconds of the processor: tens of times what the slowest of these tests takes


class NeverEnds(Exception):
    """The work inside was cut."""


@contextmanager
def that_ends() -> Iterator[None]:
    """Raises `NeverEnds` when what stands inside goes on and on."""

    def cut(_: int, __: FrameType | None) -> None:
        raise NeverEnds

    before = signal.signal(signal.SIGVTALRM, cut)
    signal.setitimer(signal.ITIMER_VIRTUAL, ENDLESS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
