"""Connections that are cut when the patience with them is over: a server may send a byte now and then for ever."""

import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Timer


@dataclass(slots=True)
class Cut:
    """Whether a connection was cut."""

    ended: bool = False


@contextmanager
def cut_after(seconds: float, connected: Callable[[], socket.socket | None]) -> Iterator[Cut]:
    """Cuts the line that is connected then, if what is done in here takes more seconds."""
    cut = Cut()

    def end() -> None:
        cut.ended = True
        open_one = connected()
        if open_one is not None:
            with suppress(OSError):  # it was closed meanwhile
                open_one.shutdown(socket.SHUT_RDWR)

    timer = Timer(seconds, end)
    timer.daemon = True
    timer.start()
    try:
        yield cut
    finally:
        timer.cancel()
