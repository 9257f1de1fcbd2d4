"""Ids, outlets, titles and names of files that steer a terminal: nothing of it is printed, nothing is lost."""

import json
import re
import sqlite3
from pathlib import Path

import pytest
from command_line import REPORT, SAME_MATTER, Told, run

STEERS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]")
EVIL = "\x1b[31m\x1b]0;x\x07\u202eقلب\u2066\0\x9b2J\r\nسطر\u2028\u2029\x85\x7f../../etc</script><img src=x>\ud800"
VIEWS = ("timeline", "claims", "exchanges", "actors", "stories", "contradictions", "lineage", "review")


def nothing_steers(told: Told) -> None:
    assert not STEERS.findall(told.stdout + told.stderr)
    assert "Traceback" not in told.stderr


@pytest.fixture(scope="module")
def evil(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of reports, with the archive of them beside it."""
    where = tmp_path_factory.mktemp("evil") / "in"
    where.mkdir()
    for n, text in enumerate((REPORT, SAME_MATTER, f"{REPORT} وأضاف أن الميناء مفتوح.")):
        told = {"id": f"r{n}{EVIL}", "outlet": f"{EVIL}{n}", "title": f"{EVIL} عنوان", "published": "2024-06-18"}
        (where / f"{n}\x1b[31m\u202e.json").write_text(json.dumps({**told, "text": text}))
    long = {"id": "i" * 10_000, "outlet": "o" * 10_000, "title": "t" * 10_000, "text": f"{REPORT} وقال ذلك ثانية."}
    (where / "long.json").write_text(json.dumps(long))
    (where / "\x1b[32m\nkhabar: all is well").write_bytes(b"\0\0{")
    told = run("build", where, "--archive", where.with_name("a.khabar"))
    nothing_steers(told)
    assert "4 reports read, 1 set aside" in told.stdout
    assert not re.search("^khabar: all is well", told.stderr, re.MULTILINE)
    return where


@pytest.mark.parametrize("form", [[], ["--json"]])
@pytest.mark.parametrize("view", VIEWS)
def test_no_answer_steers_the_terminal(evil: Path, view: str, form: list[str]) -> None:
    nothing_steers(run(view, "--archive", evil.with_name("a.khabar"), *form))


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_no_reading_and_no_search_steers_the_terminal(evil: Path, form: list[str]) -> None:
    nothing_steers(run("search", "السفينة", "--archive", evil.with_name("a.khabar"), *form))
    told = run("read", evil, *form)
    nothing_steers(told)
    assert not re.search("^khabar: all is well", told.stderr, re.MULTILINE)


def test_what_is_spelled_in_json_is_what_the_report_told(evil: Path) -> None:
    told = run("lineage", "--archive", evil.with_name("a.khabar"), "--json")
    assert r"\u202e" in told.stdout
    assert r"\u009b" in told.stdout
    assert "\u202eقلب\u2066" in json.dumps(json.loads(told.stdout), ensure_ascii=False)


def test_what_is_exported_proves(evil: Path, tmp_path: Path) -> None:
    facts = tmp_path / "a.facts"
    nothing_steers(run("export", "--archive", evil.with_name("a.khabar"), "--format", "facts", "--output", facts))
    told = run("verify", facts, "--reports", evil)
    nothing_steers(told)
    assert (told.returncode, "proved" in told.stdout) == (0, True)


@pytest.mark.parametrize("command", ["claims", "check", "build"])
def test_no_name_within_an_archive_steers_the_terminal(tmp_path: Path, evil: Path, command: str) -> None:
    path = tmp_path / "a.khabar"
    path.write_bytes(evil.with_name("a.khabar").read_bytes())
    database = sqlite3.connect(path)
    database.execute('CREATE TABLE "\x1b[31m\nkhabar: all is well" (n)')
    database.close()
    told = run(command, *([evil] if command == "build" else []), "--archive", path)
    nothing_steers(told)
    assert told.returncode == 1
    assert "⟨U+001B⟩[31m khabar: all is well" in told.stderr


def test_no_id_of_a_damaged_report_steers_the_terminal(tmp_path: Path, evil: Path) -> None:
    path = tmp_path / "a.khabar"
    path.write_bytes(evil.with_name("a.khabar").read_bytes())
    database = sqlite3.connect(path)
    database.execute("UPDATE reports SET id = id || char(27) || '[31m', text = text || ' '")
    database.commit()
    database.close()
    told = run("check", "--archive", path)
    nothing_steers(told)
    assert "⟨U+001B⟩[31m" in told.stdout
