"""A build on a cluster that goes on in processes of its own, to be watched and killed."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

MADE = 320  # reports
PATIENCE = 900  # seconds
APART = Path(__file__).with_name("building_apart.py")
TWO_MACHINES = "local-cluster[2,1,1024]"


class Going:
    """It is begun when it is made; `within` stands before its command, `told` is added to its environment."""

    def __init__(
        self,
        archive: Path,
        reports: Path,
        per_round: int,
        master: str = TWO_MACHINES,
        parts: Path | None = None,
        within: Sequence[str] = (),
        told: Mapping[str, str] | None = None,
    ) -> None:
        self.parts = parts or Path(f"{archive}.parts")
        command = [*within, sys.executable, APART, archive, self.parts, master, str(per_round), reports]
        self._said = archive.with_suffix(".said")
        with self._said.open("a") as said:
            self._process = subprocess.Popen(
                command, stdout=said, stderr=said, start_new_session=True, env=os.environ | (told or {})
            )

    def wait_for(self, done: Callable[[], bool]) -> None:
        until = time.monotonic() + PATIENCE
        while not done():
            assert self._process.poll() is None, self._said.read_text()
            assert time.monotonic() < until, self._said.read_text()
            time.sleep(0.1)

    def is_reading(self) -> bool:
        """Whether two machines that are this one read."""
        return self.is_to_be_read() and len(self.readers()) == 2

    def is_to_be_read(self) -> bool:
        """Whether it is known what is to be read."""
        return (self.parts / "wanted" / "_SUCCESS").exists()

    def committed(self) -> int:
        """Files of readings; the first, which is empty, was there before any was read."""
        return len(list((self.parts / "read").glob("*.parquet"))) - 1

    def machines(self) -> list[int]:
        """The processes that stand for machines."""
        return [pid for pid in self._all() if b"CoarseGrainedExecutorBackend" in command_of(pid)]

    def readers(self) -> list[int]:
        """The processes from which those are forked that read."""
        return readers_of(self._all())

    def keys_read(self) -> list[str]:
        """The key of every report that is kept as read, as often as it is."""
        from pyarrow.parquet import ParquetFile

        files = sorted((self.parts / "read").glob("*.parquet"))
        return [key for file in files for key in ParquetFile(file).read(columns=["key"]).column("key").to_pylist()]

    def _all(self) -> list[int]:
        found, ahead = [], [self._process.pid]
        while ahead:
            found += ahead
            ahead = [child for parent in ahead for child in children_of(parent)]
        return found

    def kill(self) -> None:
        os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()

    def end(self) -> str:
        assert self._process.wait(PATIENCE) == 0, self._said.read_text()
        return self._said.read_text()


def readers_of(pids: Sequence[int]) -> list[int]:
    """Those from which processes are forked that read."""
    return [pid for pid in pids if b"multiprocessing.forkserver" in command_of(pid)]


def command_of(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def children_of(pid: int) -> list[int]:
    try:
        return [int(n) for task in Path(f"/proc/{pid}/task").iterdir() for n in (task / "children").read_text().split()]
    except OSError:
        return []
