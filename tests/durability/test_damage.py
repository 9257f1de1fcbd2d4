"""A damaged archive is found to be so; what is whole of it is saved, and nothing else is given out as whole."""

import random
import shutil
from pathlib import Path

import pytest
from standing import an_event_in, standing_in

from khabar.errors import KhabarError
from khabar.shells import reviewing
from khabar.store.archive import PATIENCE, Archive
from khabar.store.checking import check
from khabar.store.recovering import Recovered, recover
from khabar.values.correction import Ruling
from khabar.values.report import Report

Times = pytest.mark.parametrize("times", [12, pytest.param(300, marks=pytest.mark.slow)])
_HEAD = 100  # bytes by which SQLite knows a file: where they are gone, nothing is to be had


@pytest.fixture(scope="module")
def reviewed(built, all_of_them: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("reviewed") / "a.khabar"
    shutil.copy(built(all_of_them), path)
    reviewing.correct(path, an_event_in(path), Ruling.WRONG, None, reviewing.Word("ليلى"))
    return path


def reports_of(path: Path) -> dict[str, Report]:
    with Archive.to_read(path) as archive:
        return {report.id: report for report in archive.reports()}


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The file with a stretch overwritten, a letter changed, or its end cut off."""
    at = chance.randrange(_HEAD, len(data))
    kind = chance.choice(["stretch", "letter", "end"])
    if kind == "end":
        return data[:at]
    if kind == "letter":
        return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]
    length = chance.choice([16, 512, 4096, 20_000])
    return data[:at] + chance.randbytes(min(length, len(data) - at)) + data[at + length :]


@Times
def test_no_damaged_report_is_taken_for_whole_and_what_is_lost_is_found(
    reviewed: Path, tmp_path: Path, times: int
) -> None:
    data, real = reviewed.read_bytes(), reports_of(reviewed)
    path, to = tmp_path / "a.khabar", tmp_path / "saved.khabar"
    shutil.copy(f"{reviewed}.corrections.jsonl", f"{path}.corrections.jsonl")
    for n in range(times):
        path.write_bytes(damaged(data, random.Random(n)))
        for file in (to, Path(f"{to}.corrections.jsonl")):
            file.unlink(missing_ok=True)
        found = recovered(path, to)
        if found is None:
            assert check_finds(path), f"damage {n}"
            continue
        saved = reports_of(to)
        assert saved.items() <= real.items(), f"damage {n}"
        assert (len(saved), found.acts) == (found.reports, 1), f"damage {n}"
        if found.reports < len(real):
            assert check_finds(path), f"damage {n}"


def recovered(path: Path, to: Path) -> Recovered | None:
    """What was saved; None: not even the tables are there any more."""
    try:
        return recover(path, to, PATIENCE)
    except KhabarError:
        return None


def check_finds(path: Path) -> bool:
    try:
        return bool(check(path, PATIENCE).troubles)
    except KhabarError:
        return True


def test_a_letter_that_changed_in_a_report_is_found_and_the_report_not_given_out(
    reviewed: Path, tmp_path: Path
) -> None:
    path = tmp_path / "a.khabar"
    data, real = reviewed.read_bytes(), reports_of(reviewed)
    report = min(real.values(), key=lambda one: one.id)
    letters = report.text[20:44].encode()
    at = data.index(letters)
    path.write_bytes(data[:at] + data[at + 2 : at + 4] + data[at + 2 :])  # a letter of two bytes is another
    assert f"report {report.id}: it is not as it was kept" in check(path, PATIENCE).troubles
    found = recover(path, tmp_path / "saved.khabar", PATIENCE)
    assert found.lost == (report.id,)
    assert reports_of(tmp_path / "saved.khabar") == {i: r for i, r in real.items() if i != report.id}


def test_a_whole_archive_is_saved_whole(reviewed: Path, tmp_path: Path) -> None:
    from khabar.builds import build

    assert check(reviewed, PATIENCE).troubles == ()
    found = recover(reviewed, tmp_path / "saved.khabar", PATIENCE)
    assert (found.lost, found.acts) == ((), 1)
    with Archive.to_write(tmp_path / "saved.khabar") as archive:
        build(archive, (), 1)
    assert standing_in(tmp_path / "saved.khabar") == standing_in(reviewed)


def test_a_line_of_the_log_that_was_changed_is_found(reviewed: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.khabar"
    shutil.copy(reviewed, path)
    line = Path(f"{reviewed}.corrections.jsonl").read_text(encoding="utf-8")
    Path(f"{path}.corrections.jsonl").write_text(line.replace("ليلى", "سلمى"), encoding="utf-8")
    assert check(path, PATIENCE).troubles == ("log of corrections, line 1: it was cut or changed",)
