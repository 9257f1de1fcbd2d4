"""What the pages on exports show can be typed, and does what it says, on the demo's reports."""

import re
import shlex
import shutil
import sys
from pathlib import Path

import pytest

from khabar.exports.cameo_codes import goldstein_of, root_of
from khabar.exports.named import Format
from khabar.exports.plover import COLUMNS
from khabar.exports.tables.columns import TABLES, Holds
from khabar.shells.cli import main
from khabar.values.event import EventType

PAGES = Path(__file__).parents[2] / "docs" / "exports"
TYPED = re.compile(r"^\$ khabar (.+)$", re.M)
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.M | re.S)
LIBRARIES = re.compile(r"^import (pandas|duckdb|networkx|rdflib|stix2|icalendar)\b", re.M)


def page(form: str) -> str:
    return (PAGES / f"{form}.md").read_text(encoding="utf-8")


def test_every_format_has_its_page_and_its_line() -> None:
    assert {path.stem for path in PAGES.glob("*.md")} == {"README", *Format}
    assert [form for form in Format if f"({form}.md)" not in page("README")] == []


@pytest.mark.parametrize("form", Format)
def test_the_five_lines_of_a_page_take_the_user_there(
    form: Format,
    demo_path: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copy(demo_path, tmp_path / "archive.khabar")
    monkeypatch.chdir(tmp_path)
    commands, programs = TYPED.findall(page(form)), PYTHON.findall(page(form))
    assert commands
    assert programs
    for line in commands:
        monkeypatch.setattr(sys, "argv", ["khabar", *shlex.split(line)])
        with pytest.raises(SystemExit) as end:
            main()
        assert not end.value.code, line
    for program in programs:
        assert len([line for line in program.splitlines() if line.strip()]) <= 6
        for library in LIBRARIES.findall(program):
            pytest.importorskip(library, reason=f"NO {library.upper()} HERE: the lines of {form}.md are not run")
        capsys.readouterr()
        exec(compile(program, f"{form}.md", "exec"), {})
        assert capsys.readouterr().out.strip() or form is Format.ICS  # the demo plans no meeting on a day


def test_every_table_and_each_of_its_columns_that_needs_a_word_is_told_of() -> None:
    for table in TABLES:
        assert f"| `{table.name}` |" in page("csv")
    numbers = {name for table in TABLES for name in table.columns if table.holds(name) is not Holds.TEXT}
    rows = [line for line in page("parquet").splitlines() if "`int64`" in line or "`double`" in line]
    assert {name for name in numbers if f"`{name}`" not in "".join(rows)} == set()


def test_every_column_of_ours_beside_polecats_is_told_of() -> None:
    assert [name for name in COLUMNS[40:] if f"`{name}`" not in page("plover")] == []


@pytest.mark.parametrize("kind", EventType)
def test_the_page_on_cameo_gives_the_codes(kind: EventType) -> None:
    rows = [line for line in page("cameo").splitlines() if re.match(rf"\| (\w+, )?{kind}\b", line)]
    told = [tuple(cell.strip() for cell in row.split("|")[2:4]) for row in rows]
    assert told == ([(root_of(kind), str(goldstein_of(kind)))] if root_of(kind) else [])
