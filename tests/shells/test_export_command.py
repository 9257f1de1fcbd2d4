"""`khabar export`: whole files or none, and words where it cannot be done."""

import builtins
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from command_line import run

from khabar.exports import bench
from khabar.exports.named import Format


def test_a_file_is_written_and_named(archive: Path, tmp_path: Path) -> None:
    told = run("export", "--format", "bench", "--archive", archive, "-o", tmp_path / "b.jsonl")
    assert (told.returncode, told.stdout, told.stderr) == (0, f"{tmp_path / 'b.jsonl'}\n", "")
    lines = (tmp_path / "b.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["a", "b"]
    assert [path.name for path in tmp_path.iterdir()] == ["b.jsonl"]


def test_without_a_file_it_is_printed(archive: Path, tmp_path: Path) -> None:
    run("export", "--format", "plover", "--archive", archive, "-o", tmp_path / "p.tsv")
    printed = run("export", "--format", "plover", "--archive", archive).stdout
    assert printed == (tmp_path / "p.tsv").read_text(encoding="utf-8")


def test_what_comes_out_can_be_read_in_again(archive: Path, tmp_path: Path) -> None:
    run("export", "-f", "bench", "--archive", archive, "-o", tmp_path / "b.jsonl")
    assert run("build", tmp_path / "b.jsonl", "--archive", tmp_path / "c.khabar").returncode == 0
    for command in ("timeline", "actors"):
        again = run(command, "--archive", tmp_path / "c.khabar", "--json").stdout
        assert again == run(command, "--archive", archive, "--json").stdout


def test_several_files_need_a_folder(archive: Path, tmp_path: Path) -> None:
    told = run("export", "-f", "csv", "--archive", archive)
    assert told.returncode == 2
    assert "--output" in told.stderr
    table = run("export", "-f", "csv", "--archive", archive, "-o", tmp_path / "t.csv")
    assert (table.returncode, "several files" in table.stderr, list(tmp_path.iterdir())) == (2, True, [])
    assert run("export", "-f", "csv", "--archive", archive, "-o", tmp_path / "t").returncode == 0
    assert len(list((tmp_path / "t").iterdir())) == 12


@pytest.mark.parametrize("command", [("export", "-f", "ics"), ("export", "-f", "csv"), ("dossier",)])
def test_a_folder_that_is_not_there_is_told_with_what_to_do(
    archive: Path, tmp_path: Path, command: tuple[str, ...]
) -> None:
    there = tmp_path / "none" / "there"
    told = run(*command, "--archive", archive, "-o", there)
    assert told.returncode == 1
    assert told.stderr == f"khabar: {there}: No such file or directory\nCheck the name, or make the folder first.\n"


def test_a_format_that_is_none_is_told(archive: Path) -> None:
    told = run("export", "-f", "word", "--archive", archive)
    assert told.returncode == 2
    assert "graphml" in told.stderr


def test_only_what_is_asked_for_goes_out(archive: Path) -> None:
    told = run("export", "-f", "bench", "--archive", archive, "--from", "2024-06-19")
    assert [json.loads(line)["id"] for line in told.stdout.splitlines()] == ["b"]
    assert run("export", "-f", "bench", "--archive", archive, "--from", "2025").stdout == ""
    nobody = run("export", "-f", "bench", "--archive", archive, "--about", "الواق واق")
    assert (nobody.returncode, nobody.stdout) == (1, "")
    assert "nothing about" in nobody.stderr


def test_a_stopped_export_leaves_what_was_there(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    there = tmp_path / "b.jsonl"
    there.write_text("old", encoding="utf-8")
    line: Callable[..., str] = bench.line

    def stopped(report: Any, reading: Any) -> str:
        if report.id == "b":
            raise OSError(28, "No space left on device", str(there))
        return line(report, reading)

    monkeypatch.setattr(bench, "line", stopped)
    told = run("export", "-f", "bench", "--archive", archive, "-o", there)
    assert (told.returncode, there.read_text(encoding="utf-8")) == (1, "old")
    assert "No space left" in told.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["b.jsonl"]


def test_a_library_that_is_not_there_is_named(archive: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = builtins.__import__

    def without(name: str, *rest: Any) -> Any:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return found(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without)
    told = run("export", "-f", "parquet", "--archive", archive, "-o", tmp_path / "p")
    assert told.returncode == 1
    assert "pip install 'khabar[parquet]'" in told.stderr
    assert not (tmp_path / "p").exists()


@pytest.mark.parametrize("form", Format)
def test_no_format_changes_the_archive(form: Format, archive: Path, tmp_path: Path) -> None:
    before = archive.read_bytes()
    assert run("export", "-f", form, "--archive", archive, "-o", tmp_path / "out").returncode == 0
    assert archive.read_bytes() == before


def test_the_facts_that_went_out_are_proved_from_the_reports(tmp_path: Path) -> None:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "one.txt").write_text("قالت وزارة النفط إن الناقلة وصلت إلى الميناء.\n", encoding="utf-8")
    archive, facts = tmp_path / "own.khabar", tmp_path / "own.facts"
    run("build", tmp_path / "reports", "--archive", archive)
    run("export", "-f", "facts", "--archive", archive, "-o", facts)
    proved = run("verify", facts, "--reports", tmp_path / "reports")
    assert (proved.returncode, "proved; the texts are their bytes (1)" in proved.stdout) == (0, True)
    (tmp_path / "reports" / "one.txt").write_text("قالت وزارة النفط إن الناقلة غرقت.\n", encoding="utf-8")
    assert "NOT PROVED: report" in run("verify", facts, "--reports", tmp_path / "reports").stdout
    assert run("verify", facts, "--reports", tmp_path / "nowhere").returncode == 2
