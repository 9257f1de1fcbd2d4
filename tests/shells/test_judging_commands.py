"""Judgements of people: kept, replayed, taken back."""

import json
from pathlib import Path

import pytest
from command_line import REPORT, run

from khabar.store.archive import Archive
from khabar.values.reason import Passage


@pytest.fixture
def own_archive(folder: Path, tmp_path: Path) -> Path:
    path = tmp_path / "own.khabar"
    assert run("build", folder, "--archive", path).returncode == 0
    return path


def names_of(path: Path) -> list[set[str]]:
    told = json.loads(run("actors", "--archive", path, "--json").stdout)
    return [{one["name"], *one.get("also", ())} for one in told]


def test_a_judgement_is_kept_replayed_and_taken_back(own_archive: Path, tmp_path: Path) -> None:
    two = ("شركة الملاحة", "ميناء عدن")
    told = run("same", *two, "--archive", own_archive, "--because", "اسم آخر", "--by", "المحررة")
    assert (told.returncode, told.stderr) == (0, "")
    assert "المحررة" in told.stdout
    assert any(set(two) <= names for names in names_of(own_archive))
    (tmp_path / "c.json").write_text(json.dumps({"id": "c", "text": REPORT + " ثم غادر."}), encoding="utf-8")
    assert run("build", tmp_path / "c.json", "--archive", own_archive).returncode == 0
    assert any(set(two) <= names for names in names_of(own_archive))
    with Archive.to_read(own_archive) as archive:
        (kept,) = archive.judgements()
    assert (kept.author, kept.because, kept.same) == ("المحررة", "اسم آخر", True)
    shown = json.loads(run("actors", "--archive", own_archive, "--about", two[0], "--json").stdout)
    assert "judged-same" in {reason["code"] for one in shown for reason in one.get("merged_because", ())}
    mentions = [f"{p.report_id}#{_entity_at(own_archive, p)}" for p in (kept.one, kept.other)]
    assert run("same", *mentions, "--archive", own_archive, "--undo").returncode == 0
    assert not any(set(two) <= names for names in names_of(own_archive))
    assert run("same", *mentions, "--archive", own_archive, "--undo").returncode == 1


def _entity_at(path: Path, passage: Passage) -> str:
    with Archive.to_read(path) as archive:
        reading = archive.reading(passage.report_id)
    assert reading is not None
    return next(e.id for e in reading.entities if passage.span in e.mentions)


@pytest.mark.parametrize("pair", [("nobody at all", "ميناء عدن"), ("ميناء عدن", "ميناء عدن")])
def test_what_cannot_be_judged_is_told_and_changes_nothing(own_archive: Path, pair: tuple[str, str]) -> None:
    before = names_of(own_archive)
    told = run("different", *pair, "--archive", own_archive)
    assert told.returncode == 1
    assert told.stderr.startswith("khabar: ")
    assert names_of(own_archive) == before


def test_judging_makes_no_archive(tmp_path: Path) -> None:
    assert run("same", "a", "b", "--archive", tmp_path / "none.khabar").returncode == 1
    assert list(tmp_path.iterdir()) == []
