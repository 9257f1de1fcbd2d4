"""Whoever kills Khabar, wherever, loses no report, doubles none and never sees half of an answer."""

import json
import os
import random
import shutil
import signal
import subprocess
import time
from pathlib import Path

import pytest
from disks import KHABAR, Disk, anew
from standing import Standing, an_event_in, standing_in

from archive_rows import rows_of

Kills = pytest.mark.parametrize("kills", [3, pytest.param(100, marks=pytest.mark.slow)])


@Kills
def test_a_build_that_is_killed_anywhere_goes_on_as_if_it_had_not_been(
    disk: Disk, built, some: Path, all_of_them: Path, first: Standing, whole: Standing, tmp_path: Path, kills: int
) -> None:
    archive, given = disk.under / "a.khabar", ("--archive", disk.under / "a.khabar", "--workers", 1)
    shutil.copy(built(some), archive)
    asked = len(disk.recorded(tmp_path / "record", "build", all_of_them, *given))
    killed = 0
    while killed < kills:
        chance = random.Random(killed)
        anew(disk, built(some))
        for _ in range(chance.randint(1, 3)):
            at, halfway = chance.randint(1, asked), chance.choice([1, None])
            done = disk.run("build", all_of_them, *given, dies_at=at, halfway=halfway)
            killed += done.returncode == -signal.SIGKILL
            assert rows_of(archive) in (first.conclusions, whole.conclusions), f"killed at request {at}"
        assert disk.run("build", all_of_them, *given).returncode == 0
        assert standing_in(archive) == whole, f"killed at request {at}"


@Kills
def test_a_build_that_is_killed_at_any_moment_goes_on_as_if_it_had_not_been(
    all_of_them: Path, whole: Standing, tmp_path: Path, kills: int
) -> None:
    archive = tmp_path / "a.khabar"
    command = [*KHABAR, "build", str(all_of_them), "--archive", str(archive)]
    begun = time.monotonic()
    subprocess.run(command, capture_output=True, check=True)
    usual = time.monotonic() - begun
    for n in range(kills):
        for file in tmp_path.iterdir():
            file.unlink()
        going = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        time.sleep(usual * random.Random(n).uniform(0.2, 1.0))
        os.killpg(going.pid, signal.SIGKILL)
        going.wait()
        subprocess.run(command, capture_output=True, check=True)
        assert standing_in(archive) == whole, f"kill {n}"


@Kills
def test_a_correction_that_is_killed_anywhere_was_said_or_was_not(
    disk: Disk, built, some: Path, first: Standing, tmp_path: Path, kills: int
) -> None:
    archive = disk.under / "a.khabar"
    said = ("correct", an_event_in(built(some)), "--wrong", "--by", "ليلى", "--archive", archive)
    shutil.copy(built(some), archive)
    asked = len(disk.recorded(tmp_path / "record", *said))
    after = rows_of(archive)
    assert after != first.conclusions
    for n in range(kills):
        chance = random.Random(n)
        anew(disk, built(some))
        at = chance.randint(1, asked)
        disk.run(*said, dies_at=at, halfway=chance.choice([1, None]))
        assert rows_of(archive) in (first.conclusions, after), f"killed at request {at}"
        log = archive.with_name("a.khabar.corrections.jsonl")
        is_logged = log.exists() and is_line(log.read_bytes())
        assert disk.run("build", some, "--archive", archive, "--workers", 1).returncode == 0
        assert rows_of(archive) == (after if is_logged else first.conclusions), f"killed at request {at}"


def is_line(data: bytes) -> bool:
    """Whether it is one whole line."""
    try:
        json.loads(data.partition(b"\n")[0])
    except ValueError:
        return False
    return data.strip() != b""
