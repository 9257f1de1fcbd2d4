"""Copies of an archive in use are of one moment and whole, and bring back all of it."""

import shutil
import subprocess
from pathlib import Path

import pytest
from disks import KHABAR, Disk
from standing import Standing, an_event_in, standing_in

from khabar.errors import NoArchive, NotACopy
from khabar.shells import reviewing
from khabar.store.archive import PATIENCE, Archive
from khabar.store.backups import back_up
from khabar.values.correction import Ruling


def test_a_copy_brings_back_the_archive_with_what_people_said(built, all_of_them: Path, tmp_path: Path) -> None:
    path, copy = tmp_path / "a.khabar", tmp_path / "copy.khabar"
    shutil.copy(built(all_of_them), path)
    reviewing.correct(path, an_event_in(path), Ruling.WRONG, None, reviewing.Word("ليلى"))
    before, log = standing_in(path), Path(f"{path}.corrections.jsonl").read_bytes()
    back_up(path, copy, PATIENCE)
    for file in (path, Path(f"{path}.corrections.jsonl")):
        file.unlink()
    back_up(copy, path, PATIENCE)
    assert standing_in(path) == before
    assert Path(f"{path}.corrections.jsonl").read_bytes() == log
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(
        [path.name, f"{path.name}.corrections.jsonl", copy.name, f"{copy.name}.corrections.jsonl"]
    )


def test_a_copy_over_an_archive_in_use_is_one_change_of_it(
    built, some: Path, all_of_them: Path, first: Standing, whole: Standing, tmp_path: Path
) -> None:
    shutil.copy(built(some), tmp_path / "a.khabar")
    path = tmp_path / "a.khabar"
    with Archive.to_write(path), Archive.to_read(path) as reader, reader.unmoved():
        before = len(list(reader.reports()))
        back_up(built(all_of_them), path, PATIENCE)
        assert len(list(reader.reports())) == before
    assert standing_in(tmp_path / "a.khabar") == whole


def test_a_copy_made_while_a_build_goes_on_is_of_one_moment(
    built, some: Path, all_of_them: Path, first: Standing, whole: Standing, tmp_path: Path
) -> None:
    path = tmp_path / "a.khabar"
    shutil.copy(built(some), path)
    going = subprocess.Popen([*KHABAR, "build", all_of_them, "--archive", path], stdout=subprocess.DEVNULL)
    copies = 0
    while going.poll() is None:
        copy = tmp_path / f"copy{copies}.khabar"
        back_up(path, copy, PATIENCE)
        assert standing_in(copy).conclusions in (first.conclusions, whole.conclusions)
        copies += 1
    assert going.returncode == 0
    assert copies
    back_up(path, tmp_path / "last.khabar", PATIENCE)
    assert standing_in(tmp_path / "last.khabar") == whole


@pytest.mark.parametrize("at", [1, 5, 40])
def test_a_copy_that_is_killed_is_not_there_at_all(
    disk: Disk, built, some: Path, first: Standing, tmp_path: Path, at: int
) -> None:
    disk.run("backup", disk.under / "copy.khabar", "--archive", built(some), dies_at=at)
    assert not (disk.under / "copy.khabar").exists()
    assert disk.run("backup", disk.under / "copy.khabar", "--archive", built(some)).returncode == 0
    assert standing_in(disk.under / "copy.khabar") == first


def test_nothing_but_an_archive_is_copied_over(built, some: Path, tmp_path: Path) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_text("these are notes, and no archive " * 40)
    with pytest.raises(NoArchive):
        back_up(built(some), notes, PATIENCE)
    assert notes.read_text().startswith("these are notes")
    with pytest.raises(NotACopy, match="the archive itself.*\n.*another name"):
        back_up(built(some), built(some), PATIENCE)
