"""The command line parses, asks and prints; whatever goes wrong is told in words, with a status."""

import json
from datetime import date, timedelta
from pathlib import Path

import pytest
import typer
from command_line import REPORT, SAME_MATTER, run

import khabar
from khabar.compiled import Code, code
from khabar.shells.cli.app import app
from khabar.store.archive import Archive
from khabar.values.reading import Reading
from khabar.values.report import Report


def test_the_version_is_told() -> None:
    how = "" if code() is Code.PYTHON else f" ({code()})"
    assert run("--version").stdout == f"khabar {khabar.__version__}{how}\n"


COMMANDS = sorted(typer.main.get_command(app).commands)  # type: ignore[attr-defined]


def test_help_shows_an_example_of_every_command() -> None:
    for command in COMMANDS:
        told = run(command, "--help")
        assert told.returncode == 0
        assert f"Example: khabar {command}" in " ".join(told.stdout.split())


@pytest.mark.parametrize("command", COMMANDS)
def test_the_usage_of_a_command_names_each_argument_as_people_type_it(command: str) -> None:
    usage = run(command, "--help", COLUMNS="200").stdout.split("Usage:")[1].split("\n")[0]
    for argument in usage.split(f" {command} ")[1].split():
        bare = argument.removesuffix("...").strip("{}[]")
        assert bare.isupper(), usage
        assert argument in {f"{{{bare}}}", f"[{bare}]", f"{{{bare}}}..."}, usage


def test_a_build_of_nothing_that_can_be_read_is_no_success(tmp_path: Path) -> None:
    told = run("build", tmp_path / "no-such-folder", "--archive", tmp_path / "a.khabar")
    assert told.returncode == 1
    assert "no-such-folder" in told.stderr


def test_an_archive_that_is_given_as_reports_is_told_apart_and_nothing_is_built(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    told = run("build", "port.khabar", folder)
    assert told.returncode == 2
    assert "--archive port.khabar" in " ".join(told.stderr.replace("│", " ").split())
    assert not list(tmp_path.glob("*.khabar"))


def test_a_folder_of_reports_may_be_called_as_archives_are(tmp_path: Path) -> None:
    called = tmp_path / "reports.khabar"
    called.mkdir()
    (called / "one.txt").write_text(REPORT, encoding="utf-8")
    assert run("build", called, "--archive", tmp_path / "a.khabar").returncode == 0


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
        patch.setattr("khabar.builds.conclude", stop)
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
    summary, *notes, outlets, days = told.stdout.splitlines()
    assert "2 reports tell no outlet" in outlets
    assert "1 report tells no day" in days
    assert summary == f"{path}: 2 reports read, 1 set aside with the reason, 2 with a note"
    assert [note.split(": khabar ")[1] for note in notes] == [
        f"show late --archive {path}",
        f"show vague --archive {path}",
    ]
    assert "lies in the future" in notes[0]
    assert "lies in the future" in run("show", "late", "--archive", path).stdout
    assert run("build", tmp_path / "in", "--archive", path, "--strict").returncode == 1


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


@pytest.mark.parametrize("day", ["2024/06/18", "2024-13-04", "yesterday"])
def test_a_day_in_another_form_is_told_with_the_right_one(folder: Path, day: str) -> None:
    told = run("read", folder, "--published", day)
    assert told.returncode == 2
    assert f"'{day}' is no day. Write 2024-06-18." in " ".join(told.stderr.split())


def test_what_is_saved_never_goes_over_a_file_and_the_message_says_so(archive: Path, tmp_path: Path) -> None:
    (there := tmp_path / "there").write_text("mine", encoding="utf-8")
    told = run("recover", there, "--archive", archive)
    assert (told.returncode, there.read_text(encoding="utf-8")) == (1, "mine")
    assert "Give another name, or move this file away." in told.stderr
    assert "khabar build" not in told.stderr


def test_a_copy_is_told_to_programs(archive: Path, tmp_path: Path) -> None:
    told = json.loads(run("backup", tmp_path / "copy.khabar", "--archive", archive, "--json").stdout)
    assert told == json.loads(run("check", "--archive", tmp_path / "copy.khabar", "--json").stdout)
    assert told["reports"] > 0


@pytest.mark.parametrize(
    "given", [["read"], ["timeline", "--from", "yesterday"], ["claims", "--verdict", "true"], ["no-such-command"]]
)
def test_wrong_use_has_its_own_status(given: list[str]) -> None:
    assert run(*given).returncode == 2


def test_a_build_says_what_nobody_told_of_its_reports_and_how_to_tell_it(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT, encoding="utf-8")
    told = run("build", tmp_path / "a.txt", "--archive", tmp_path / "a.khabar")
    assert "1 report tells no outlet" in told.stdout
    assert "--published DAY" in told.stdout
    again = run("build", tmp_path / "a.txt", "--archive", tmp_path / "a.khabar")
    assert "tells no" not in again.stdout
    given = ("--outlet", "صحيفة المرسى", "--published", "2024-05-05")
    assert "tells no" not in run("build", tmp_path / "a.txt", *given, "--archive", tmp_path / "b.khabar").stdout
