"""The command line parses, asks and prints; whatever goes wrong is told in words, with a status."""

import io
import json
import os
import shutil
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

import khabar
from khabar.shells.cli import main
from khabar.shells.cli.app import app
from khabar.store.archive import Archive
from khabar.values.reading import Reading
from khabar.values.reason import Passage
from khabar.values.report import Report

REPORT = "قال وزير النقل إن السفينة وصلت إلى ميناء عدن أمس. ونفت شركة الملاحة وصول السفينة."
SAME_MATTER = "نفت شركة الملاحة في بيان وصول السفينة إلى ميناء عدن، وقالت إنها غرقت."
ENGLISH = "The minister said on Monday that the ship had reached the port of Aden after a long journey."


@dataclass(frozen=True)
class Told:
    """What a command said, and with which status it ended."""

    returncode: int
    stdout: str
    stderr: str


def run(*given: str | Path, **settings: str) -> Told:
    out, err = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setattr(sys, "argv", ["khabar", *map(str, given)])
        for name, value in settings.items():
            patch.setenv(name, value)
        try:
            main()
            status: object = 0
        except SystemExit as end:
            status = end.code or 0
    assert isinstance(status, int)
    return Told(status, out.getvalue(), err.getvalue())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    where = tmp_path_factory.mktemp("reports")
    for own_id, text, day in (("b", SAME_MATTER, "2024-06-20"), ("a", REPORT, "2024-06-18")):
        record = {"id": own_id, "outlet": f"صحيفة {own_id}", "published": day, "text": text}
        (where / f"{own_id}.json").write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    return where


@pytest.fixture(scope="module")
def archive(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("archive") / "a.khabar"
    built = run("build", folder, "--archive", path)
    assert built.returncode == 0
    assert built.stdout == f"{path}: 2 reports read\n"
    assert built.stderr == ""
    return path


def test_the_version_is_told() -> None:
    assert run("--version").stdout == f"khabar {khabar.__version__}\n"


COMMANDS = sorted(command.callback.__name__ for command in app.registered_commands if command.callback)


def test_help_shows_an_example_of_every_command() -> None:
    for command in COMMANDS:
        told = run(command, "--help")
        assert told.returncode == 0
        assert f"Example: khabar {command}" in " ".join(told.stdout.split())


def test_reading_prints_one_line_a_report_in_the_order_given(folder: Path) -> None:
    told = run("read", "--json", folder / "b.json", folder / "a.json")
    lines = [json.loads(line) for line in told.stdout.splitlines()]
    assert told.returncode == 0
    assert [line["id"] for line in lines] == ["b", "a"]
    assert lines[1]["attributions"]


def test_reading_gives_the_same_bytes_with_any_number_of_workers(folder: Path) -> None:
    files = [folder / "a.json", folder / "b.json"]
    assert run("read", "--json", *files).stdout == run("read", "--json", "--workers", "2", *files).stdout


def test_reading_loads_nothing_that_it_does_not_need(folder: Path) -> None:
    program = (
        "import sys; sys.argv = ['khabar', 'read', '--json', sys.argv[1]]\n"
        "from khabar.shells.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'trafilatura', 'lxml', 'py3langid', 'datasketch', 'numpy', 'rich', 'jinja2', 'sqlite3'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)\n"
    )
    given = [sys.executable, "-c", program, str(folder / "a.json")]
    told = subprocess.run(given, check=True, capture_output=True, text=True)
    assert told.stderr == "[]\n"


def test_reading_for_people_shows_who_says_what(folder: Path) -> None:
    told = run("read", folder / "a.json")
    assert told.returncode == 0
    assert "صحيفة a" in told.stdout
    assert "asserts" in told.stdout


def test_reading_tells_why_when_it_is_asked_for(folder: Path) -> None:
    told = run("read", "--why", folder / "a.json").stdout
    plain = run("read", folder / "a.json").stdout
    assert "say.qala" not in plain
    assert told.startswith(plain.rstrip("\n"))
    lines = [line.split() for line in told.splitlines()]
    assert ["cue", "say.qala", "قال"] in lines
    assert ["source", "source:behind", "شركة", "الملاحة"] in lines
    assert ["date", "deixis", "أمس"] in lines


def test_the_json_of_a_reading_grows_only_with_why(folder: Path) -> None:
    plain = json.loads(run("read", "--json", folder / "a.json").stdout)
    told = json.loads(run("read", "--json", "--why", folder / "a.json").stdout)
    items = [item for name in ("entities", "times", "attributions", "events") for item in told[name]]
    assert items
    assert all(item.pop("why") for item in items)
    assert told == plain


def test_every_why_slices_back_to_its_words(folder: Path) -> None:
    told = json.loads(run("read", "--json", "--why", folder / "a.json").stdout)
    whys = [why for name in ("entities", "attributions", "events") for item in told[name] for why in item["why"]]
    shown = [why for why in whys if why["span"]]
    assert len(shown) > 5
    assert all(REPORT[slice(*why["span"])] == why["words"] for why in shown)


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


CORPUS = Path(__file__).parents[1] / "corpus"
ROOT = Path(__file__).parents[2]


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
    make = ["make", "-C", str(ROOT), "--no-print-directory", "-o", ".venv/.ready", "changes"]
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


def test_what_cannot_be_read_is_told_and_the_rest_is_read(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.json").write_text("{}")
    (tmp_path / "english.txt").write_text(ENGLISH)
    told = run("read", "--json", tmp_path / "empty.json", tmp_path / "english.txt", folder / "a.json")
    assert told.returncode == 0
    assert run("read", "--json", "--strict", tmp_path / "empty.json", folder / "a.json").returncode == 1
    assert run("read", "--json", tmp_path / "empty.json").returncode == 1
    assert "empty.json" in told.stderr
    english, arabic = (json.loads(line) for line in told.stdout.splitlines())
    assert english["unread"].startswith("it is in another language (en)")
    assert arabic["id"] == "a"


def test_a_build_of_nothing_that_can_be_read_is_no_success(tmp_path: Path) -> None:
    told = run("build", tmp_path / "no-such-folder", "--archive", tmp_path / "a.khabar")
    assert told.returncode == 1
    assert "no-such-folder" in told.stderr


def test_a_second_build_says_what_was_there(folder: Path, archive: Path) -> None:
    assert run("build", folder, "--archive", archive).stdout == f"{archive}: 0 reports read, 2 there already\n"
    counted = json.loads(run("build", folder, "--archive", archive, "--json").stdout)
    assert (counted["new"], counted["known"]) == (0, 2)


def test_an_archive_whose_build_was_stopped_says_so(tmp_path: Path) -> None:
    with Archive.to_write(tmp_path / "a.khabar") as stopped:
        stopped.keep(Report("r1", REPORT, "1" * 64), Reading("r1", "one", "ar"))
    told = run("search", "السفينة", "--archive", tmp_path / "a.khabar")
    assert told.returncode == 0
    assert "1 report is not weighed yet: build again" in told.stderr
    for command in ("timeline", "claims", "actors", "exchanges"):
        told = run(command, "--archive", tmp_path / "a.khabar")
        assert (told.returncode, told.stdout) == (1, "")
        assert "not weighed yet" in told.stderr


def test_old_conclusions_are_shown_while_new_reports_wait(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "a.khabar"
    assert run("build", folder / "a.json", "--archive", path).returncode == 0
    before = run("claims", "--archive", path).stdout
    assert "سفينة" in before

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr("khabar.builds.weigh", stop)
        assert run("build", folder, "--archive", path).returncode == 130
    told = run("claims", "--archive", path)
    assert (told.returncode, told.stdout) == (0, before)
    assert "1 report is not weighed yet: build again" in told.stderr


def test_a_build_names_what_it_sets_aside_and_what_carries_a_note(folder: Path, tmp_path: Path) -> None:
    late = {"id": "late", "published": (date.today() + timedelta(30)).isoformat(), "text": REPORT}
    vague = {"id": "vague", "published": "soon", "text": SAME_MATTER}
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "x.jsonl").write_text("\n".join(json.dumps(one) for one in (late, vague, {"id": "bare"})))
    path = tmp_path / "a.khabar"
    told = run("build", tmp_path / "in", "--archive", path)
    assert told.returncode == 0
    summary, *notes = told.stdout.splitlines()
    assert summary == f"{path}: 2 reports read, 1 set aside with the reason, 2 with a note"
    assert [note.split(": khabar ")[1] for note in notes] == [
        f"show late --archive {path}",
        f"show vague --archive {path}",
    ]
    assert "lies in the future" in notes[0]
    assert "lies in the future" in run("show", "late", "--archive", path).stdout
    assert run("build", tmp_path / "in", "--archive", path, "--strict").returncode == 1


@pytest.mark.parametrize("command", ["read", "build"])
def test_an_empty_folder_has_nothing_to_read(tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    told = run(command, "empty")
    assert (told.returncode, told.stdout) == (1, "")
    assert "empty: there is no report here" in told.stderr
    assert not (tmp_path / "archive.khabar").exists()


@pytest.mark.parametrize("command", ["timeline", "claims", "actors", "exchanges", "dossier"])
def test_a_name_that_nobody_bears_is_told(
    archive: Path, tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = run(command, "--about", "بوركينافاسو", "--archive", archive)
    assert (told.returncode, told.stdout) == (1, "")
    assert "nothing about 'بوركينافاسو'" in told.stderr
    assert list(tmp_path.iterdir()) == []


def test_somebody_who_takes_part_in_no_exchange_is_no_stranger(archive: Path) -> None:
    told = run("exchanges", "--about", "اليمن", "--archive", archive)
    assert (told.returncode, told.stderr) == (0, "")


@pytest.mark.parametrize("command", ["timeline", "dossier"])
def test_bounds_in_the_wrong_order_are_told_with_both(archive: Path, command: str) -> None:
    told = run(command, "--from", "2024-07", "--to", "2024-06", "--archive", archive)
    assert told.returncode == 2
    assert "2024-07" in told.stderr
    assert "2024-06" in told.stderr
    assert run("timeline", "--from", "2024-06-18", "--to", "2024-06", "--archive", archive).returncode == 0


LINES = "".join(json.dumps({"id": own_id, "text": REPORT + own_id}) + "\n" for own_id in ("one", "two"))
INPUTS = {"lines": (LINES, ["one", "two"]), "list": (f"[{LINES.strip().replace(chr(10), ',')}]", ["one", "two"])}


@pytest.mark.parametrize("path", ["-", "/dev/stdin"])
@pytest.mark.parametrize("given", INPUTS)
def test_records_come_in_through_the_standard_input(given: str, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text, ids = INPUTS[given]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    told = run("read", "--json", path)
    assert [json.loads(line)["id"] for line in told.stdout.splitlines()] == ids


def test_one_text_comes_in_through_the_standard_input(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(f"[عدن] {REPORT}".encode())))
    told = run("build", "-", "--archive", tmp_path / "a.khabar")
    assert told.stdout == f"{tmp_path / 'a.khabar'}: 1 report read\n"


def test_a_file_without_the_right_to_read_it_does_not_stop_the_others(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = tmp_path / "locked.txt"
    locked.write_text(REPORT)
    opened, may = Path.open, os.access

    def refuse(path: Path, *given: Any, **named: Any) -> Any:
        if path == locked:
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *given, **named)

    monkeypatch.setattr(Path, "open", refuse)  # root may read anything
    monkeypatch.setattr(os, "access", lambda path, *given, **named: path != str(locked) and may(path, *given, **named))
    told = run("read", "--json", locked, folder / "a.json")
    assert (told.returncode, len(told.stdout.splitlines())) == (0, 1)
    assert "locked.txt: it may not be read" in told.stderr
    assert run("read", "--json", locked).returncode == 1


def test_the_timeline_is_of_events_with_a_date(archive: Path) -> None:
    shown = json.loads(run("timeline", "--all", "--archive", archive, "--json").stdout)
    every = json.loads(run("timeline", "--all", "--undated", "--archive", archive, "--json").stdout)
    undated = len(every) - len(shown)
    assert undated > 0
    assert all(entry["time"] for entry in shown)
    text = run("timeline", "--all", "--archive", archive).stdout
    assert f"{undated} more without a date; --undated shows" in text.splitlines()[-1]
    assert "--undated" not in run("timeline", "--all", "--undated", "--archive", archive).stdout


def test_the_help_is_right_about_ids_and_dates() -> None:
    assert "five characters are enough" in " ".join(run("show", "--help").stdout.replace("│", " ").split())
    assert "<%" not in run("read", "--help").stdout


def test_the_speed_says_how_often_the_reports_were_read(folder: Path) -> None:
    told = run("speed", folder)
    assert told.stdout.startswith("2 reports of ")
    assert "each read 100 times" in told.stdout


def test_search_finds_sentences_and_marks_the_report(archive: Path) -> None:
    told = run("search", "سفينة", "غرقت", "--archive", archive)
    assert "b صحيفة b 2024-06-20" in told.stdout
    assert told.stdout.endswith("1 sentence\n")
    (found,) = json.loads(run("search", "غرقت", "--archive", archive, "--json").stdout)
    assert found["passage"]["report_id"] == "b"


@pytest.mark.parametrize("command", ["timeline", "claims", "actors", "exchanges"])
def test_answers_come_as_text_and_as_json(archive: Path, command: str) -> None:
    text, given = run(command, "--archive", archive), run(command, "--archive", archive, "--json")
    assert (text.returncode, given.returncode) == (0, 0)
    assert "\x1b" not in text.stdout
    json.loads(given.stdout)


def test_the_archive_may_be_named_by_the_environment(archive: Path) -> None:
    assert "غرقت" in run("search", "غرقت", KHABAR_ARCHIVE=str(archive)).stdout


@pytest.mark.parametrize(
    ("bounds", "inside"),
    [
        (["--from", "2024"], True),
        (["--from", "2025"], False),
        (["--to", "2024-05"], False),
        (["--to", "2024-06"], True),
    ],
)
def test_the_timeline_takes_days_months_and_years(archive: Path, bounds: list[str], inside: bool) -> None:
    given = json.loads(run("timeline", "--all", "--archive", archive, "--json", *bounds).stdout)
    dated = [
        entry for entry in json.loads(run("timeline", "--all", "--archive", archive, "--json").stdout) if entry["time"]
    ]
    assert [entry["claim"] for entry in given] == [entry["claim"] for entry in dated if inside]


def test_a_dossier_is_written_as_one_page(archive: Path, tmp_path: Path) -> None:
    told = run("dossier", "--archive", archive, "--output", tmp_path / "page.html")
    assert (told.returncode, told.stdout) == (0, f"{tmp_path / 'page.html'}\n")
    assert "غرقت" in (tmp_path / "page.html").read_text(encoding="utf-8")
    assert run("dossier", "--archive", archive, "--output", tmp_path / "no" / "page.html").returncode == 1


def test_a_report_is_shown_by_its_id(archive: Path) -> None:
    told = run("show", "b", "--archive", archive)
    assert told.returncode == 0
    assert "صحيفة b" in told.stdout


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (["show", "nobody"], "holds no report, claim, actor or event 'nobody'"),
        (["timeline", "--archive", "none.khabar"], "there is no archive here"),
        (["bench", "."], "no annotated report"),
        (["speed", "none.txt"], "no report here"),
    ],
)
def test_errors_are_told_without_a_traceback(archive: Path, tmp_path: Path, given: list[str], said: str) -> None:
    given = [str(tmp_path) if word == "." else word for word in given]
    told = run(*given, KHABAR_ARCHIVE=str(archive))
    assert told.returncode == 1
    assert said in told.stderr
    assert "Traceback" not in told.stderr


@pytest.mark.parametrize(
    "given", [["read"], ["timeline", "--from", "yesterday"], ["claims", "--verdict", "true"], ["no-such-command"]]
)
def test_wrong_use_has_its_own_status(given: list[str]) -> None:
    assert run(*given).returncode == 2


def test_half_a_surrogate_pair_goes_out_as_it_came_in(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text('{"id": "x\\ud800", "text": "قال الوزير إن السفينة وصلت إلى الميناء أمس"}')
    program = [sys.executable, "-c", "from khabar.shells.cli import main; main()", "read", "--json"]
    settings = os.environ | {"PYTHONIOENCODING": "latin-1"}
    told = subprocess.run([*program, str(tmp_path / "a.json")], capture_output=True, check=False, env=settings)
    assert json.loads(told.stdout.decode())["id"] == "x\ud800"


def test_a_reader_that_has_seen_enough_gets_no_complaint(folder: Path) -> None:
    program = [sys.executable, "-c", "from khabar.shells.cli import main; main()", "read", "--json", str(folder)]
    reading, writing = os.pipe()
    os.close(reading)
    told = subprocess.run(program, stdout=writing, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writing)
    assert told.stderr == ""


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
