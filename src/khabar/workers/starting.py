"""Starting a process that works for this one, and how it takes in what it is given."""

import multiprocessing
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from threading import Thread
from typing import Any


def launched(serve: Callable[..., None], ready: str | None, *given: object) -> tuple[BaseProcess, Connection]:
    """A new process that serves the other end of the pipe; those of one kind share what the module `ready` loads."""
    ours, theirs = multiprocessing.Pipe()
    process = _process(ready)(target=serve, args=(theirs, *given), daemon=True)
    process.start()
    theirs.close()
    return process, ours


def end(process: BaseProcess, pipe: Connection) -> None:
    """Ends a process, whatever it is at."""
    pipe.close()
    process.kill()
    process.join()


def heed_no_interrupt() -> None:
    """A key that stops all processes stops the one who started us, and that one decides when we stop."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def given_through(pipe: Connection) -> Iterator[Any]:
    """What comes through the pipe, one after another, until the other end is closed.

    It is taken in by a thread, so that whoever gives us something need not wait until we are done with what was before.
    """
    came: SimpleQueue[tuple[()] | tuple[Any]] = SimpleQueue()
    Thread(target=_receive, args=(pipe, came), daemon=True).start()
    while one := came.get():
        yield one[0]


def _receive(pipe: Connection, came: "SimpleQueue[tuple[()] | tuple[Any]]") -> None:
    try:
        with suppress(EOFError, OSError):
            while True:
                came.put((pipe.recv(),))
    finally:
        came.put(())


def _process(ready: str | None) -> Callable[..., BaseProcess]:
    if sys.platform == "win32":
        return multiprocessing.get_context("spawn").Process
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload([ready] if ready else [])
    return context.Process
