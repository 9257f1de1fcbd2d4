"""Whoever kills a machine of the cluster, a process on it or the build itself, loses no report and doubles none."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import pytest
from growing import make
from standing import Standing, standing_in

from khabar.builds import build
from khabar.reports.intake import reports_in
from khabar.store.archive import Archive

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        find_spec("pyspark") is None or shutil.which("java") is None,
        reason="no Spark here: it needs pip install 'khabar[spark]' and Java 17",
    ),
]
DEMO = Path(__file__).parents[2] / "demo" / "reports"
NUMBER = 320
PATIENCE = 900  # seconds
APART = Path(__file__).with_name("building_apart.py")
TWO_MACHINES = "local-cluster[2,1,1024]"


@pytest.fixture(scope="module")
def reports(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("reports")
    make(DEMO, folder / "made.jsonl", NUMBER, 1)
    return folder


@pytest.fixture(scope="module")
def here(reports: Path, tmp_path_factory: pytest.TempPathFactory) -> Standing:
    """What stands in the archive that this machine builds of them."""
    path = tmp_path_factory.mktemp("here") / "a.khabar"
    with Archive.to_write(path) as archive:
        assert build(archive, reports_in([reports]), 2).new == NUMBER
    return standing_in(path)


class Going:
    """A build that goes on in processes of its own."""

    def __init__(self, archive: Path, reports: Path, per_round: int) -> None:
        command = [sys.executable, APART, archive, TWO_MACHINES, str(per_round), reports]
        self._parts = Path(f"{archive}.parts")
        self._said = archive.with_suffix(".said")
        with self._said.open("a") as said:
            self._process = subprocess.Popen(command, stdout=said, stderr=said, start_new_session=True)

    def wait_for(self, done: Callable[[], bool]) -> None:
        until = time.monotonic() + PATIENCE
        while not done():
            assert self._process.poll() is None, self._said.read_text()
            assert time.monotonic() < until, self._said.read_text()
            time.sleep(0.1)

    def is_reading(self) -> bool:
        return (self._parts / "wanted" / "_SUCCESS").exists() and len(self.readers()) == 2

    def committed(self) -> int:
        """Files of readings; the first, which is empty, was there before any was read."""
        return len(list((self._parts / "read").glob("*.parquet"))) - 1

    def machines(self) -> list[int]:
        """The processes that stand for machines."""
        return [pid for pid in self._all() if b"CoarseGrainedExecutorBackend" in command_of(pid)]

    def readers(self) -> list[int]:
        """The processes from which those are forked that read."""
        return [pid for pid in self._all() if b"multiprocessing.forkserver" in command_of(pid)]

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


def keys_read(parts: Path) -> list[str]:
    from pyarrow.parquet import ParquetFile

    files = sorted((parts / "read").glob("*.parquet"))
    return [key for file in files for key in ParquetFile(file).read(columns=["key"]).column("key").to_pylist()]


def test_a_machine_and_a_process_that_are_killed_lose_and_double_nothing(
    reports: Path, here: Standing, tmp_path: Path
) -> None:
    archive = tmp_path / "a.khabar"
    going = Going(archive, reports, 20_000)
    going.wait_for(going.is_reading)
    for victims in (going.machines, going.readers):
        first, *_ = victims()
        os.kill(first, signal.SIGKILL)
        assert going.committed() == 0
        going.wait_for(lambda gone=first: gone not in going.machines() and len(going.readers()) == 2)
    assert f"new={NUMBER}," in going.end()
    assert sorted(keys_read(Path(f"{archive}.parts"))) == sorted(set(keys_read(Path(f"{archive}.parts"))))
    assert standing_in(archive) == here


def test_a_build_that_is_killed_goes_on_with_what_was_not_read(reports: Path, here: Standing, tmp_path: Path) -> None:
    archive = tmp_path / "a.khabar"
    first = Going(archive, reports, 80)
    first.wait_for(lambda: first.committed() > 0 and first.is_reading())
    first.kill()
    before = keys_read(Path(f"{archive}.parts"))
    assert 0 < len(before) < NUMBER
    assert f"new={NUMBER}," in Going(archive, reports, 80).end()
    after = keys_read(Path(f"{archive}.parts"))
    assert len(after) == len(set(after)) == NUMBER
    assert set(before) < set(after)
    assert standing_in(archive) == here
