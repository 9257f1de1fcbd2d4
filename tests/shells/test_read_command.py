"""Reading: from files and the standard input, as lines of JSON and for people."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from command_line import FRENCH, REPORT, run


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


def test_what_cannot_be_read_is_told_and_the_rest_is_read(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "empty.json").write_text("{}")
    (tmp_path / "french.txt").write_text(FRENCH)
    told = run("read", "--json", tmp_path / "empty.json", tmp_path / "french.txt", folder / "a.json")
    assert told.returncode == 0
    assert run("read", "--json", "--strict", tmp_path / "empty.json", folder / "a.json").returncode == 1
    assert run("read", "--json", tmp_path / "empty.json").returncode == 1
    assert "empty.json" in told.stderr
    french, arabic = (json.loads(line) for line in told.stdout.splitlines())
    assert french["unread"].startswith("it is in another language (fr)")
    assert arabic["id"] == "a"


@pytest.mark.parametrize("command", ["read", "build"])
def test_an_empty_folder_has_nothing_to_read(tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "empty").mkdir()
    monkeypatch.chdir(tmp_path)
    told = run(command, "empty")
    assert (told.returncode, told.stdout) == (1, "")
    assert "empty: there is no report here" in told.stderr
    assert not (tmp_path / "archive.khabar").exists()


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
    assert told.stdout.splitlines()[0] == f"{tmp_path / 'a.khabar'}: 1 report read"


def test_a_file_without_the_right_to_read_it_does_not_stop_the_others(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked = tmp_path / "locked.txt"
    locked.write_text(REPORT)
    opened, may = os.open, os.access

    def refuse(path: str | Path, *given: Any, **named: Any) -> int:
        if path in (locked, str(locked)):
            raise PermissionError(13, "Permission denied", str(path))
        return opened(path, *given, **named)

    monkeypatch.setattr(os, "open", refuse)  # root may read anything
    monkeypatch.setattr(os, "access", lambda path, *given, **named: path != str(locked) and may(path, *given, **named))
    told = run("read", "--json", locked, folder / "a.json")
    assert (told.returncode, len(told.stdout.splitlines())) == (0, 1)
    assert "locked.txt: it may not be read" in told.stderr
    assert run("read", "--json", locked).returncode == 1


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


def test_no_text_of_a_report_steers_the_terminal(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"قال \x1b]0;x\x07الوزير إن \u202eالسفينة غرقت. {REPORT}")
    (tmp_path / "b\x1b[31m.txt").write_text("")
    told = run("read", tmp_path)
    assert "⟨U+001B⟩" in told.stdout
    assert "⟨U+202E⟩" in told.stdout
    assert not {"\x1b", "\x07", "\u202e"} & set(told.stdout + told.stderr)
