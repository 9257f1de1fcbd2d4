"""A disk that is full or forbidden, and two who write at once: told in words, and nothing is lost."""

import os
import random
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from disks import KHABAR, Disk, anew
from standing import Standing, an_event_in, standing_in

from archive_rows import rows_of

Times = pytest.mark.parametrize("times", [2, pytest.param(60, marks=pytest.mark.slow)])


@Times
def test_a_disk_that_fills_up_anywhere_stops_a_build_and_loses_nothing(
    disk: Disk, built, some: Path, all_of_them: Path, first: Standing, whole: Standing, tmp_path: Path, times: int
) -> None:
    archive, given = disk.under / "a.khabar", ("--archive", disk.under / "a.khabar", "--workers", 1)
    shutil.copy(built(some), archive)
    asked = len(disk.recorded(tmp_path / "record", "build", all_of_them, *given))
    for n in range(times):
        anew(disk, built(some))
        at = random.Random(n).randint(1, int(asked * 0.8))
        refused = disk.run("build", all_of_them, *given, full_at=at)
        if refused.returncode:
            assert "the disk is full" in refused.stderr, f"full at request {at}"
        assert "Traceback" not in refused.stderr
        assert rows_of(archive) in (first.conclusions, whole.conclusions), f"full at request {at}"
        assert disk.run("build", all_of_them, *given).returncode == 0
        assert standing_in(archive) == whole, f"full at request {at}"


@Times
def test_a_disk_that_fills_up_leaves_no_half_of_a_correction(
    disk: Disk, built, some: Path, first: Standing, tmp_path: Path, times: int
) -> None:
    archive = disk.under / "a.khabar"
    said = ("correct", an_event_in(built(some)), "--wrong", "--archive", archive)
    shutil.copy(built(some), archive)
    asked = len(disk.recorded(tmp_path / "record", *said))
    after = rows_of(archive)
    for n in range(times):
        anew(disk, built(some))
        at = 1 + n * asked // times
        refused = disk.run(*said, full_at=at)
        assert "Traceback" not in refused.stderr
        assert rows_of(archive) in (first.conclusions, after), f"full at request {at}"
        assert disk.run("check", "--archive", archive).returncode == 0
        assert disk.run(*said).returncode == 0
        assert rows_of(archive) == after, f"full at request {at}"


FORBIDDEN = """
mount -t tmpfs none "$1" && cp "$2" "$1/a.khabar" && mount -o remount,ro "$1" || exit 77
shift 2
exec "$@"
"""


@pytest.mark.parametrize(
    ("command", "ends", "told"),
    [
        (("claims",), 0, ""),
        (("check",), 0, ""),
        (("build",), 1, "may not be written to"),
        (("correct",), 1, "may not be written to"),
    ],
)
def test_a_disk_for_reading_only_is_read_and_refuses_the_rest(
    built, some: Path, tmp_path: Path, command: tuple[str, ...], ends: int, told: str
) -> None:
    if os.geteuid() or shutil.which("unshare") is None:
        pytest.skip("only the administrator can mount a disk for reading only")
    given = {"build": (some,), "correct": (an_event_in(built(some)), "--wrong")}.get(command[0], ())
    asked = [*KHABAR, *command, *given, "--archive", tmp_path / "a.khabar"]
    done = subprocess.run(
        list(map(str, ["unshare", "--mount", "sh", "-c", FORBIDDEN, "sh", tmp_path, built(some), *asked])),
        capture_output=True,
        text=True,
    )
    if done.returncode == 77 or "unshare" in done.stderr:
        pytest.skip("no disk can be mounted here")
    assert (done.returncode, told in done.stderr, "Traceback" in done.stderr) == (ends, True, False), done.stderr


def test_two_builds_at_once_come_to_what_one_comes_to(
    some: Path, all_of_them: Path, whole: Standing, tmp_path: Path
) -> None:
    commands = [
        [*KHABAR, "build", str(reports), "--archive", str(tmp_path / "a.khabar")]
        for reports in (all_of_them, some, all_of_them)
    ]
    going = [subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) for command in commands]
    told = [one.communicate()[1] for one in going]
    assert [one.returncode for one in going] == [0, 0, 0], told
    assert standing_in(tmp_path / "a.khabar") == whole


HOLDING = "import sqlite3, sys; d = sqlite3.connect(sys.argv[1]); d.execute('BEGIN IMMEDIATE'); print('', flush=True); input()"


def test_who_corrects_while_another_writes_for_long_is_told_so(built, some: Path, tmp_path: Path) -> None:
    shutil.copy(built(some), tmp_path / "a.khabar")
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDING, tmp_path / "a.khabar"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert holder.stdout
    holder.stdout.readline()
    said = [*KHABAR, "correct", an_event_in(built(some)), "--wrong", "--archive", str(tmp_path / "a.khabar")]
    refused = subprocess.run(said, capture_output=True, text=True)
    holder.communicate(b"\n")
    assert (refused.returncode, "another program is writing" in refused.stderr) == (1, True)
    assert not (tmp_path / "a.khabar.corrections.jsonl").exists()
    assert subprocess.run(said, capture_output=True).returncode == 0
