"""Tables as data frames: the columns and cells of the files."""

import builtins
import csv
from pathlib import Path
from typing import Any

import pytest
from exported import small

import khabar
from khabar.errors import LacksLibrary, UnknownTable
from khabar.exports.formats import FORMATS
from khabar.exports.named import Format
from khabar.exports.selection import Selection
from khabar.exports.tables.columns import TABLES, Table
from khabar.exports.tables.frames import FrameKind, frame
from khabar.views.ledger_table import plain

pytest.importorskip("pandas", reason="NO PANDAS HERE: frames are not made")
pytest.importorskip("polars", reason="NO POLARS HERE: frames are not made")


@pytest.fixture(scope="module")
def files(demo: Selection, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("frames") / "tables"
    FORMATS[Format.CSV].write(demo, path)
    return path


def rows_in(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def as_in_files(cells: dict[str, Any]) -> dict[str, str]:
    return {name: plain(cell) for name, cell in cells.items()}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_frame_holds_what_the_file_holds(demo: Selection, files: Path, table: Table) -> None:
    polars = frame(demo, table.name, FrameKind.POLARS)
    assert tuple(polars.columns) == table.columns
    told = list(polars.iter_rows(named=True))
    assert [as_in_files(row) for row in told] == rows_in(files / f"{table.name}.csv")
    pandas = frame(demo, table.name, FrameKind.PANDAS).astype(object)
    assert pandas.where(pandas.notna(), None).to_dict("records") == told


def test_whole_numbers_stay_whole_and_labels_are_plain_text() -> None:
    events = frame(small(), "attributions", FrameKind.PANDAS)
    assert (str(events["start"].dtype), str(events["cue_start"].dtype)) == ("Int64", "Int64")
    ledger = frame(small(), "exchanges", FrameKind.PANDAS)
    assert (str(ledger["lowest"].dtype), str(ledger["goods"].dtype)) == ("Float64", "string")
    assert type(frame(small(), "events", FrameKind.PANDAS)["verdict"][0]) is str


def test_a_frame_is_asked_of_an_open_archive_and_may_be_a_part_of_it(demo_path: Path) -> None:
    with khabar.open(demo_path) as archive:
        every, some = archive.frame("claims"), archive.frame("claims", about="روسيا", since="2023")
        assert 0 < len(some) < len(every) == len(archive.claims())
        assert set(some["id"]) < set(every["id"])
        assert archive.frame("claims", kind="polars")["id"].to_list() == list(every["id"])
        with pytest.raises(UnknownTable, match="Name one of reports, entities"):
            archive.frame("claim")


@pytest.mark.parametrize("kind", FrameKind)
def test_without_the_library_it_is_said_how_to_get_it(monkeypatch: pytest.MonkeyPatch, kind: FrameKind) -> None:
    real = builtins.__import__

    def lacking(name: str, *rest: Any, **more: Any) -> Any:
        if name == kind:
            raise ImportError(name)
        return real(name, *rest, **more)

    monkeypatch.setattr(builtins, "__import__", lacking)
    with pytest.raises(LacksLibrary, match=r"pip install 'khabar\[frames\]'"):
        frame(small(), "events", kind)
