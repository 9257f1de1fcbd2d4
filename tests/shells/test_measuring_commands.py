"""The commands that measure, compare and explain readings."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from command_line import REPORT, run

from khabar.compiled import code

CORPUS = Path(__file__).parents[1] / "corpus"
ROOT = Path(__file__).parents[2]


def test_errors_are_shown_by_cause_with_so_many_examples() -> None:
    lines = run("bench", CORPUS, "--errors", "2").stdout.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("stance: "))
    kinds = [line for line in lines[at + 1 :] if line.startswith("    ") and " read as " in line]
    assert kinds
    assert lines[at + 2].startswith("        ")
    assert not lines[at + 4].startswith("        ")
    told = json.loads(run("bench", CORPUS, "--errors", "2", "--json").stdout)
    stance = [cause for cause in told["errors"] if cause["figure"] == "stance"]
    assert lines[at] == f"stance: {sum(cause['number'] for cause in stance)}"
    assert all(0 < len(cause["examples"]) <= 2 for cause in told["errors"])
    assert "errors" not in json.loads(run("bench", CORPUS, "--json").stdout)


@pytest.fixture(scope="module")
def earlier(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The readings of the corpus as a file, in one of them an attribution less."""
    lines = run("read", "--json", "--workers", "1", CORPUS).stdout.splitlines()
    readings = [json.loads(line) for line in lines]
    next(one for one in readings if one["id"] == "egypt-loan")["attributions"].pop()
    path = tmp_path_factory.mktemp("earlier") / "readings.jsonl"
    path.write_text("\n".join(json.dumps(one, ensure_ascii=False) for one in readings), encoding="utf-8")
    return path


def test_what_is_read_otherwise_than_before_is_told_item_by_item(earlier: Path) -> None:
    told = run("bench", CORPUS, "--against", earlier)
    lines = told.stdout.splitlines()
    assert told.returncode == 0
    assert lines[0] == "egypt-loan"
    assert lines[1].startswith("  + attribution  ")
    assert any(line.startswith("attribution: 0.") and ", was 0." in line for line in lines)
    assert lines[-1].endswith(" in 20 reports")
    found = json.loads(run("bench", CORPUS, "--against", earlier, "--json").stdout)
    assert {change["how"] for change in found["changes"]} <= {"added", "changed"}
    assert found["mended"] or found["broken"]


def test_a_file_that_holds_no_readings_is_told(tmp_path: Path) -> None:
    (tmp_path / "no.jsonl").write_text('{"id": "x"}')
    told = run("bench", CORPUS, "--against", tmp_path / "no.jsonl")
    assert told.returncode == 1
    assert "this is no file of readings" in told.stderr
    assert "khabar read --json" in told.stderr


@pytest.mark.skipif(shutil.which("make") is None, reason="there is no make")
@pytest.mark.skipif(not (ROOT / ".venv/bin/khabar").exists(), reason="khabar is not installed in .venv")
def test_make_tells_what_a_change_altered_and_what_to_do_without_git(earlier: Path, tmp_path: Path) -> None:
    make = [
        "make",
        "-C",
        str(ROOT),
        "--no-print-directory",
        "-o",
        ".venv/.ready",
        "changes",
        "KHABAR_BENCH=tests/corpus",
    ]
    told = subprocess.run([*make, f"BASELINE={earlier}"], capture_output=True, text=True, check=True)
    assert "  + attribution  " in told.stdout
    without_git = {**os.environ, "GIT_DIR": str(tmp_path / "none")}
    given = [*make, f"LAST={tmp_path / 'none.jsonl'}"]
    told = subprocess.run(given, capture_output=True, text=True, check=True, env=without_git)
    assert "make baseline" in told.stdout


def test_a_label_is_explained() -> None:
    told = run("explain", "say.nafa/verb:object")
    assert told.returncode == 0
    assert "gloss: to deny" in told.stdout
    assert "example: نفى الوزير إغلاق الطريق." in told.stdout
    both = json.loads(run("explain", "say.nafa/verb:object", "--json").stdout)
    assert [one["label"] for one in both] == ["say.nafa", "verb:object"]


def test_a_label_that_is_none_is_told_with_near_ones() -> None:
    told = run("explain", "verb:objekt")
    assert (told.returncode, told.stdout) == (1, "")
    assert "verb:object" in told.stderr
    assert run("explain").returncode == 2
    assert run("explain", "verb:object", "--all").returncode == 2


def test_all_labels_are_listed_by_kind() -> None:
    told = run("explain", "--all").stdout
    assert all(heading in told for heading in ("saying rule: ", "reason: ", "error: ", "ar/speech_cues.yaml  "))
    whole = json.loads(run("explain", "--all", "--json").stdout)
    assert len(whole["labels"]) > 250
    assert "say.nafa" in whole["entries"]["ar/speech_cues.yaml"]


def test_the_speed_says_how_often_the_reports_were_read(folder: Path) -> None:
    told = run("speed", folder)
    assert told.stdout.startswith("2 reports of ")
    assert "each read 100 times" in told.stdout
    assert "times as long as finding the words and the sentences\n" in told.stdout
    assert told.stdout.rstrip().endswith(f"the code that reads: {code()}")


def test_floors_of_quality_hold_or_fail(tmp_path: Path) -> None:
    gold = {"id": "g", "text": REPORT, "entities": [], "times": [], "attributions": [], "events": []}
    (tmp_path / "gold").mkdir()
    (tmp_path / "gold" / "g.json").write_text(json.dumps(gold))
    floors = tmp_path / "floors.json"
    floors.write_text('{"body": 0.5}')
    assert run("bench", tmp_path / "gold", "--floors", floors).returncode == 0
    floors.write_text('{"body": 0.5, "attribution": 0.9}')
    told = run("bench", tmp_path / "gold", "--floors", floors)
    assert told.returncode == 1
    assert "attribution: 0.000 is below its floor, 0.900" in told.stdout
