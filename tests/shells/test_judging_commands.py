"""Judgements of people: kept, replayed, taken back."""

import json
import shutil
import subprocess
import sys
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


def test_a_judgement_says_whom_the_two_names_stand_for(own_archive: Path) -> None:
    two = ("شركة الملاحة", "ميناء عدن")
    told = run("same", *two, "--archive", own_archive).stdout.splitlines()
    assert [line.split("  [")[0].strip() for line in told[1:3]] == list(two)
    assert "--undo" in told[3]


def test_what_the_list_shows_is_taken_back_by_its_key_though_the_two_are_one_by_now(own_archive: Path) -> None:
    before = names_of(own_archive)
    run("same", "شركة الملاحة", "ميناء عدن", "--archive", own_archive)
    item = min(sayings_of(own_archive, "a"))
    run("correct", f"a#{item}", "--wrong", "--archive", own_archive)
    shown = json.loads(run("review", "--archive", own_archive, "--json").stdout)
    (judged,) = [one["key"] for one in shown if "judgement" in one]
    assert judged[:8] in run("review", "--archive", own_archive).stdout
    for key in (judged[:4], "x", f"{judged}0"):
        refused = run("review", "--undo", key, "--archive", own_archive)
        assert (refused.returncode, refused.stderr.splitlines()[1]) == (1, "`khabar review` shows the keys.")
    assert run("review", "--undo", judged[:8], "--by", "زيد", "--archive", own_archive).returncode == 0
    left = json.loads(run("review", "--archive", own_archive, "--json").stdout)
    assert [one["key"] for one in left] == [one["key"] for one in shown if "correction" in one]
    run("correct", f"a#{item}", "--undo", "--archive", own_archive)
    assert names_of(own_archive) == before


def test_without_a_ruling_undo_takes_back_all_that_was_said_of_an_item(own_archive: Path) -> None:
    before = sayings_of(own_archive, "a")
    first, second = sorted(before)[:2]
    other = "denies" if before[first] != "denies" else "asserts"
    for ruling in (("--stance", other), ("--right",)):
        assert run("correct", f"a#{first}", *ruling, "--archive", own_archive).returncode == 0
    assert run("correct", f"a#{second}", "--wrong", "--archive", own_archive).returncode == 0
    undone = run("correct", f"a#{first}", "--undo", "--archive", own_archive)
    assert (undone.returncode, undone.stdout) == (0, "taken back; weighed again\n")
    assert sayings_of(own_archive, "a") == {item: stance for item, stance in before.items() if item != second}
    again = run("correct", f"a#{first}", "--undo", "--archive", own_archive)
    assert (again.returncode, again.stdout) == (1, "nothing was said of this\n")


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


def sayings_of(path: Path, report: str) -> dict[str, str]:
    shown = json.loads(run("show", report, "--archive", path, "--json").stdout)
    return {one["said"]: one["stance"] for one in shown.get("sayings", ())}


def test_a_correction_holds_for_later_builds_and_is_taken_back(own_archive: Path, tmp_path: Path) -> None:
    before = sayings_of(own_archive, "a")
    item, stance = min(before.items())
    other = "denies" if stance != "denies" else "asserts"
    kept = run(
        "correct", f"a#{item}", "--stance", other, "--because", "سمعته", "--by", "المحررة", "--archive", own_archive
    )
    assert (kept.returncode, kept.stderr) == (0, "")
    (tmp_path / "c.json").write_text(json.dumps({"id": "c", "text": REPORT + " ثم غادر."}), encoding="utf-8")
    assert run("build", tmp_path / "c.json", "--archive", own_archive).returncode == 0
    assert sayings_of(own_archive, "a") == before | {item: other}
    (said,) = json.loads(run("review", "--archive", own_archive, "--json").stdout)
    assert (said["correction"]["author"], said["correction"]["because"]) == ("المحررة", "سمعته")
    assert "المحررة" in run("review", "--archive", own_archive).stdout
    assert run("correct", f"a#{item}", "--stance", other, "--undo", "--archive", own_archive).returncode == 0
    assert sayings_of(own_archive, "a") == before
    assert run("correct", f"a#{item}", "--stance", other, "--undo", "--archive", own_archive).returncode == 1


def test_what_is_ruled_wrong_is_gone_from_claims_too_and_can_be_brought_back(own_archive: Path) -> None:
    def claims() -> str:
        return run("claims", "--archive", own_archive, "--json").stdout

    before = claims()
    items = sayings_of(own_archive, "a")
    for item in items:
        assert run("correct", f"a#{item}", "--wrong", "--archive", own_archive).returncode == 0
    assert sayings_of(own_archive, "a") == {}
    assert claims() != before
    for item in items:
        assert run("correct", f"a#{item}", "--wrong", "--undo", "--archive", own_archive).returncode == 0
    assert claims() == before


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (("a#a1",), "no ruling"),
        (("a#a1", "--right", "--wrong"), "more than one ruling"),
        (("a#a1", "--status", "denied"), "cannot be said of a saying"),
        (("a#x1", "--wrong"), "neither a saying nor an event"),
        (("a#a999", "--wrong"), "a#a999"),
        (("nix#a1", "--wrong"), "nix"),
        (("a#a1", "--type", "TEST"), "cannot be said of a saying"),
    ],
)
def test_a_ruling_that_fits_nothing_is_refused(archive: Path, given: tuple[str, ...], told: str) -> None:
    refused = run("correct", *given, "--archive", archive)
    assert refused.returncode == 1
    assert told in refused.stderr


def test_what_people_said_is_saved_and_taken_in_by_another_archive(
    own_archive: Path, folder: Path, tmp_path: Path
) -> None:
    item, stance = min(sayings_of(own_archive, "a").items())
    other = "denies" if stance != "denies" else "asserts"
    run("correct", f"a#{item}", "--stance", other, "--by", "ليلى", "--archive", own_archive)
    by = "ليلى\u2028من المكتب\x85"  # as some programs end lines, and a log does not
    run("same", "شركة الملاحة", "ميناء عدن", "--by", by, "--archive", own_archive)
    log = tmp_path / "said.jsonl"
    assert run("review", "--save", log, "--archive", own_archive).stdout == f"{log}: 2 judgements\n"
    second = tmp_path / "second.khabar"
    run("build", folder, "--archive", second)
    taken = json.loads(run("review", "--add", log, "--json", "--archive", second).stdout)
    assert taken == {"kept": 2, "known": 0, "elsewhere": 0, "overruled": 0}
    assert sayings_of(second, "a") == sayings_of(own_archive, "a")
    for asked in ("claims", "actors"):
        assert run(asked, "--json", "--archive", second).stdout == run(asked, "--json", "--archive", own_archive).stdout
    again = json.loads(run("review", "--add", log, "--json", "--archive", second).stdout)
    assert again == {"kept": 0, "known": 2, "elsewhere": 0, "overruled": 0}
    run("review", "--save", tmp_path / "again.jsonl", "--archive", second)
    assert (tmp_path / "again.jsonl").read_bytes() == log.read_bytes()


def test_of_two_logs_the_newest_word_holds_in_either_order(own_archive: Path, tmp_path: Path) -> None:
    item = min(sayings_of(own_archive, "a"))
    run("correct", f"a#{item}", "--stance", "denies", "--by", "ليلى", "--archive", own_archive)
    run("review", "--save", tmp_path / "old.jsonl", "--archive", own_archive)
    line = (tmp_path / "old.jsonl").read_text(encoding="utf-8")
    at = json.loads(line)["correction"]["at"]
    newer = line.replace(at, f"{int(at[:4]) + 1}{at[4:]}").replace('"denies"', '"questions"')
    newer = newer.replace(json.loads(line)["id"], "").replace('"id":"",', "")  # a word that bears no id yet
    (tmp_path / "new.jsonl").write_text(newer, encoding="utf-8")
    for order in (("new", "old"), ("old", "new")):
        for name in order:
            assert run("review", "--add", tmp_path / f"{name}.jsonl", "--archive", own_archive).returncode == 0
        assert sayings_of(own_archive, "a")[item] == "questions"


@pytest.mark.parametrize("line", ["{", "[]", '{"correction": {}}', '{"judgement": 1}', "null"])
def test_a_log_of_another_form_is_refused_whole(own_archive: Path, tmp_path: Path, line: str) -> None:
    (tmp_path / "bad.jsonl").write_text(f"\n{line}\n", encoding="utf-8")
    refused = run("review", "--add", tmp_path / "bad.jsonl", "--archive", own_archive)
    assert refused.returncode == 1
    assert "bad.jsonl, line 2" in refused.stderr


def test_what_is_said_of_reports_that_are_not_here_is_counted(own_archive: Path, tmp_path: Path) -> None:
    item = min(sayings_of(own_archive, "a"))
    run("correct", f"a#{item}", "--wrong", "--archive", own_archive)
    run("review", "--save", tmp_path / "said.jsonl", "--archive", own_archive)
    (tmp_path / "c.json").write_text(json.dumps({"id": "c", "text": REPORT}), encoding="utf-8")
    run("build", tmp_path / "c.json", "--archive", tmp_path / "c.khabar")
    told = json.loads(
        run("review", "--add", tmp_path / "said.jsonl", "--json", "--archive", tmp_path / "c.khabar").stdout
    )
    assert told == {"kept": 1, "known": 0, "elsewhere": 1, "overruled": 0}


def test_what_was_said_waits_for_its_report(own_archive: Path, folder: Path, tmp_path: Path) -> None:
    item = min(sayings_of(own_archive, "a"))
    run("correct", f"a#{item}", "--wrong", "--archive", own_archive)
    (tmp_path / "c.json").write_text(json.dumps({"id": "c", "text": REPORT}), encoding="utf-8")
    log_of(tmp_path / "c.khabar").write_bytes(log_of(own_archive).read_bytes())
    told = run("build", tmp_path / "c.json", "--archive", tmp_path / "c.khabar").stdout
    assert "log of corrections: 1 new, 1 about reports that are not here\n" in told
    run("build", folder, "--archive", tmp_path / "c.khabar")
    assert sayings_of(tmp_path / "c.khabar", "a") == sayings_of(own_archive, "a")


def test_an_archive_that_was_lost_is_built_anew_with_all_that_people_said(own_archive: Path, folder: Path) -> None:
    before = sayings_of(own_archive, "a")
    first, *more = sorted(before)
    run("correct", f"a#{first}", "--wrong", "--by", "ليلى", "--archive", own_archive)
    run("same", "شركة الملاحة", "ميناء عدن", "--archive", own_archive)
    for item in more:
        run("correct", f"a#{item}", "--wrong", "--archive", own_archive)
        run("correct", f"a#{item}", "--wrong", "--undo", "--by", "زيد", "--archive", own_archive)
    asked = [("claims", "--json"), ("actors", "--json"), ("review", "--json"), ("show", "a", "--json")]
    kept = [run(*question, "--archive", own_archive).stdout for question in asked]
    own_archive.unlink()
    run("build", folder, "--archive", own_archive)
    assert [run(*question, "--archive", own_archive).stdout for question in asked] == kept
    assert [
        json.loads(line)["withdrawal"]["author"] for line in log_of(own_archive).read_text().splitlines()[3::2]
    ] == ["زيد" for _ in more]


def test_a_log_that_was_lost_is_written_again_by_the_next_build(own_archive: Path, tmp_path: Path) -> None:
    item = min(sayings_of(own_archive, "a"))
    run("correct", f"a#{item}", "--wrong", "--archive", own_archive)
    whole = log_of(own_archive).read_bytes()
    log_of(own_archive).unlink()
    (tmp_path / "c.json").write_text(json.dumps({"id": "c", "text": REPORT + " ثم غادر."}), encoding="utf-8")
    told = run("build", tmp_path / "c.json", "--archive", own_archive).stdout
    assert "log of corrections: 1 written there again\n" in told
    assert log_of(own_archive).read_bytes() == whole


@pytest.mark.parametrize("left", [1, 40])
def test_a_line_that_was_cut_costs_no_other(own_archive: Path, folder: Path, left: int) -> None:
    items = sorted(sayings_of(own_archive, "a"))
    for item in items:
        run("correct", f"a#{item}", "--wrong", "--archive", own_archive)
    lines = log_of(own_archive).read_bytes().splitlines(keepends=True)
    own_archive.unlink()
    log_of(own_archive).write_bytes(b"".join(lines[:-1]) + lines[-1][:left])
    told = run("build", folder, "--archive", own_archive).stdout
    assert f"damaged and left out: line {len(lines)}\n" in told
    assert set(sayings_of(own_archive, "a")) == {items[-1]}
    assert run("correct", f"a#{items[-1]}", "--wrong", "--archive", own_archive).returncode == 0
    assert sayings_of(own_archive, "a") == {}
    assert len(log_of(own_archive).read_bytes().splitlines()) == len(lines) + 1


def log_of(archive: Path) -> Path:
    return archive.with_name(archive.name + ".corrections.jsonl")


PROGRAM = """
import sys
from khabar.shells.cli import main
try: main()
except SystemExit as ended: assert not ended.code
needless = ("yaml", "multiprocessing", "pg8000", "khabar.engine", "khabar.extraction.events.reading",
            "khabar.store.server.opening", "khabar.store.search.finding", "khabar.store.search.indexing")
print([name for name in needless if name in sys.modules], file=sys.stderr)
"""


@pytest.mark.parametrize("asked", ["timeline", "actors", "correct", "same"])
def test_who_asks_or_corrects_loads_nothing_that_reads_or_asks_a_server(own_archive: Path, asked: str) -> None:
    item = f"a#{min(sayings_of(own_archive, 'a'))}"
    words = {"correct": (item, "--right"), "same": ("شركة الملاحة", "ميناء عدن")}.get(asked, ())
    given = [sys.executable, "-c", PROGRAM, asked, *words, "--archive", str(own_archive)]
    told = subprocess.run(given, check=False, capture_output=True, text=True)
    assert (told.returncode, told.stderr) == (0, "[]\n")


def test_a_log_that_overrules_what_was_said_here_says_so(own_archive: Path, tmp_path: Path) -> None:
    two, other = ("شركة الملاحة", "ميناء عدن"), tmp_path / "other.khabar"
    shutil.copy(own_archive, other)
    assert run("same", *two, "--archive", own_archive, "--by", "سلمى").returncode == 0
    assert run("different", *two, "--archive", other, "--by", "مروان").returncode == 0
    run("review", "--archive", other, "--save", tmp_path / "theirs.jsonl")
    told = run("review", "--archive", own_archive, "--add", tmp_path / "theirs.jsonl")
    assert "1 said here before no longer holds" in told.stdout
    again = run("review", "--archive", own_archive, "--add", tmp_path / "theirs.jsonl", "--json")
    assert json.loads(again.stdout)["overruled"] == 0
