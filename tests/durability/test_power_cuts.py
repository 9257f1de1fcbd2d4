"""When the power fails, what was told to be kept is kept, in whatever order the disk wrote."""

import random
import shutil
from pathlib import Path

import pytest
from disks import Disk, after_power_cut
from standing import Standing, an_event_in, standing_in

from archive_rows import rows_of

Cuts = pytest.mark.parametrize("cuts", [2, pytest.param(100, marks=pytest.mark.slow)])


def files_in(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.iterdir()}


def laid_down(disk: Disk, files: dict[Path, bytes | None]) -> None:
    for path in disk.under.iterdir():
        path.unlink()
    for path, data in files.items():
        if data is not None:
            path.write_bytes(data)


@Cuts
def test_a_build_goes_on_after_the_power_failed(
    disk: Disk, built, some: Path, all_of_them: Path, first: Standing, whole: Standing, tmp_path: Path, cuts: int
) -> None:
    archive, given = disk.under / "a.khabar", ("--archive", disk.under / "a.khabar", "--workers", 1)
    shutil.copy(built(some), archive)
    before = files_in(disk.under)
    asked = disk.recorded(tmp_path / "record", "build", all_of_them, *given)
    for n in range(cuts):
        chance = random.Random(n)
        at = chance.randint(1, len(asked))
        laid_down(disk, after_power_cut(before, asked[:at], chance))
        assert disk.run("claims", "--archive", archive).returncode == 0
        assert rows_of(archive) in (first.conclusions, whole.conclusions), f"cut after request {at}"
        assert disk.run("build", all_of_them, *given).returncode == 0
        assert standing_in(archive) == whole, f"cut after request {at}"


@Cuts
def test_what_a_build_that_ended_kept_outlives_the_power(
    disk: Disk, built, some: Path, all_of_them: Path, whole: Standing, tmp_path: Path, cuts: int
) -> None:
    archive = disk.under / "a.khabar"
    shutil.copy(built(some), archive)
    before = files_in(disk.under)
    asked = disk.recorded(tmp_path / "record", "build", all_of_them, "--archive", archive, "--workers", 1)
    for n in range(cuts):
        laid_down(disk, after_power_cut(before, asked, random.Random(n)))
        assert standing_in(archive) == whole


@Cuts
def test_what_somebody_said_outlives_the_power(disk: Disk, built, some: Path, tmp_path: Path, cuts: int) -> None:
    archive = disk.under / "a.khabar"
    shutil.copy(built(some), archive)
    before = files_in(disk.under)
    said = ("correct", an_event_in(built(some)), "--wrong", "--archive", archive)
    asked = disk.recorded(tmp_path / "record", *said)
    after = rows_of(archive)
    for n in range(cuts):
        laid_down(disk, after_power_cut(before, asked, random.Random(n)))
        assert disk.run("build", some, "--archive", archive, "--workers", 1).returncode == 0
        assert rows_of(archive) == after
