"""`khabar build --on`: the command, and what it does not understand."""

import os
import subprocess
from pathlib import Path

import pytest
from command_line import FRENCH, REPORT, run
from disks import KHABAR

MASTER = "local[2,4]"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    for name, text in (("a.txt", REPORT), ("b.txt", FRENCH), ("c.html", "")):
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.mark.usefixtures("spark")
def test_a_build_on_a_cluster_says_what_every_build_says(folder: Path, tmp_path: Path) -> None:
    here, there = tmp_path / "here.khabar", tmp_path / "there.khabar"
    usual = run("build", folder, "--archive", here, "--outlet", "المرسى", "--published", "2024-06-18")
    told = run("build", folder, "--archive", there, "--outlet", "المرسى", "--published", "2024-06-18", "--on", MASTER)
    assert told.returncode == usual.returncode == 0
    assert told.stdout.replace(str(there), str(here)) == usual.stdout
    assert told.stderr == usual.stderr
    assert (tmp_path / "there.khabar.parts" / "read").is_dir()
    assert run("timeline", "--archive", there).stdout == run("timeline", "--archive", here).stdout


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        (("-", "--on", MASTER), "write the input into a file"),
        (("a.txt", "--on", MASTER, "--workers", "2"), "is for the cluster to say"),
        (("a.txt", "--on", MASTER, "--reader", "llm", "--model", "m", "--model-url", "http://127.0.0.1:1"), "by rules"),
    ],
)
def test_what_goes_with_no_cluster_is_not_understood(given: tuple[str, ...], refusal: str, tmp_path: Path) -> None:
    told = run("build", *given, "--archive", tmp_path / "a.khabar", COLUMNS="200")
    assert told.returncode == 2
    assert refusal in told.stderr


def test_an_archive_on_a_server_needs_a_folder_named() -> None:
    told = run("build", "a.txt", "--archive", "postgresql://nobody@127.0.0.1/none", "--on", MASTER, COLUMNS="200")
    assert (told.returncode, "by --parts" in told.stderr) == (2, True)


def test_who_lacks_spark_is_told_how_to_get_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("khabar.shells.cli.clustering.find_spec", lambda name: None)
    told = run("build", "a.txt", "--archive", tmp_path / "a.khabar", "--on", MASTER)
    assert (told.returncode, "pip install 'khabar[spark]'" in told.stderr) == (1, True)


def test_who_lacks_java_is_told_so(folder: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyspark", reason="no Spark here: it needs pip install 'khabar[spark]'")
    command = [*KHABAR, "build", str(folder), "--archive", str(tmp_path / "a.khabar"), "--on", MASTER]
    nowhere = os.environ | {"JAVA_HOME": str(tmp_path)}
    told = subprocess.run(command, env=nowhere, capture_output=True, text=True)
    assert told.returncode == 1
    assert "Spark needs Java 17 or later" in told.stderr
    assert "Traceback" not in told.stderr
