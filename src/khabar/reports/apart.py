"""Files that may bring down who reads them, read in a process apart that has little memory and little time."""

import io
import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from threading import Thread
from typing import IO, Any

from khabar.reports.found import Found
from khabar.reports.limits import MEGABYTE, Limits, in_words
from khabar.workers.bounds import limit

_START = "import json, sys; sys.path[:] = json.loads(sys.argv.pop(1)); from khabar.reports.apart import serve; serve()"
_NO_MEMORY, _SPOILT = 3, 1  # how the process ends
_GRACE = 5  # seconds between the signal that tells the time is over and the one that ends it


class Failed(RuntimeError):
    """The process apart did not come to its end, and why."""


def values_of(found: Found, task: str, limits: Limits) -> Iterator[Any]:
    """What the module `task` of this room tells of a file, value by value; raises Failed.

    The module's `values_in(file)` is called in a process of its own, and gives values that JSON can hold.
    """
    seconds = limits.apart_seconds + found.size // MEGABYTE
    with found.open() as file, _started(task, file, limits.apart_memory, seconds) as process:
        feeder = None if _is_on_disk(file) else Thread(target=_feed, args=(file, process), daemon=True)
        try:
            if feeder:
                feeder.start()
            yield from _values(process, limits)
            _checked(process.wait(), limits, seconds)
        finally:
            process.kill()
            if feeder:
                feeder.join()


def serve() -> None:
    """The life of the process apart: a file in, values out."""
    task, memory, seconds = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    # Seconds of work, not of waiting: how busy the machine is must not decide what can be read.
    limit(RLIMIT_AS=(memory, memory), RLIMIT_CPU=(seconds, seconds + _GRACE), RLIMIT_CORE=(0, 0))
    out = sys.stdout.buffer
    try:
        for value in import_module(f"khabar.reports.{task}").values_in(_seekable(sys.stdin.buffer)):
            out.write(json.dumps(value).encode() + b"\n")
        out.flush()
    except MemoryError:
        os._exit(_NO_MEMORY)  # an orderly end would need memory, too
    except RecursionError:
        os._exit(_SPOILT)


def _seekable(file: IO[bytes]) -> IO[bytes]:
    return file if file.seekable() else io.BytesIO(file.read())


def _started(task: str, file: IO[bytes], memory: int, seconds: int) -> "subprocess.Popen[bytes]":
    # Isolated: nothing that lies in the folder of the reports is taken for a module.
    command = [sys.executable, "-I", "-c", _START, json.dumps(sys.path), task, str(memory), str(seconds)]
    source = file if _is_on_disk(file) else subprocess.PIPE
    return subprocess.Popen(command, stdin=source, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)


def _is_on_disk(file: IO[bytes]) -> bool:
    try:
        return file.fileno() >= 0
    except OSError:
        return False


def _feed(file: IO[bytes], process: "subprocess.Popen[bytes]") -> None:
    assert process.stdin
    with suppress(OSError), process.stdin as sink:  # it ended before it had read all
        while piece := file.read(MEGABYTE):
            sink.write(piece)


def _values(process: "subprocess.Popen[bytes]", limits: Limits) -> Iterator[Any]:
    assert process.stdout
    while (line := process.stdout.readline(limits.json)).endswith(b"\n"):
        yield json.loads(line)
    if len(line) >= limits.json:
        raise Failed(f"what is told of it at once has more than {in_words(limits.json)}")


def _checked(status: int, limits: Limits, seconds: int) -> None:
    """Raises Failed where the process did not end well."""
    if status == _NO_MEMORY:
        raise Failed(f"reading it takes more than {in_words(limits.apart_memory)} of memory")
    if status == -getattr(signal, "SIGXCPU", 0):
        raise Failed(f"reading it takes more than {seconds} seconds")
    if status:
        raise Failed("it is damaged")
