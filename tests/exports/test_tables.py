"""Tables that spreadsheets, pandas and Parquet's readers take, and that lead back to the words."""

import codecs
import csv
from pathlib import Path
from zipfile import ZipFile

import pytest
from exported import small
from hostile import hostile

from khabar.exports.formats import FORMATS
from khabar.exports.named import Format
from khabar.exports.selection import Selection
from khabar.exports.tables.columns import TABLES
from khabar.views.ledger_table import plain

parquet = pytest.importorskip("pyarrow.parquet", reason="NO PYARROW HERE: Parquet files are not read back")


def written(selection: Selection, where: Path) -> dict[str, list[dict[str, str]]]:
    FORMATS[Format.CSV].write(selection, where)
    return {table.name: rows_of(where / f"{table.name}.csv") for table in TABLES}


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def test_an_event_stands_with_its_claim_its_chain_and_its_words(tmp_path: Path) -> None:
    (event,) = written(small(), tmp_path / "t")["events"]
    assert (event["claim"], event["verdict"], event["chain"]) == ("c1", "disputed", "وكالة المرسى < مصدر")
    assert (event["words"], event["actor"], event["recipient"]) == ("سلمت", "عُمان", "اليمن")


def test_every_position_names_words_of_a_report_that_is_there(demo: Selection, tmp_path: Path) -> None:
    tables = written(demo, tmp_path / "t")
    lengths = {row["id"]: int(row["characters"]) for row in tables["reports"]}
    assert len(tables["positions"]) > 100
    for row in (*tables["positions"], *tables["events"], *tables["attributions"], *tables["tellings"]):
        assert 0 <= int(row["start"]) < int(row["end"]) <= lengths[row["report"]]


def test_what_one_table_names_stands_in_another(demo: Selection, tmp_path: Path) -> None:
    tables = written(demo, tmp_path / "t")
    claims = {row["id"] for row in tables["claims"]}
    events = {(row["report"], row["id"]) for row in tables["events"]}
    entities = {(row["report"], row["id"]) for row in tables["entities"]}
    assert {row["claim"] for row in tables["positions"]} == claims
    assert {(row["report"], row["event"]) for row in tables["positions"] if row["event"]} <= events
    assert {(row["report"], row["entity"]) for row in tables["actor_members"]} <= entities


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    tables = written(hostile(), tmp_path / "t")
    cells = [cell for rows in tables.values() for row in rows for cell in row.values()]
    assert any("HYPERLINK" in cell for cell in cells)
    assert [cell for cell in cells if cell.startswith(("=", "+", "@", "\t", "\r"))] == []


def test_parquet_holds_what_csv_holds(demo: Selection, tmp_path: Path) -> None:
    told = written(demo, tmp_path / "c")
    FORMATS[Format.PARQUET].write(demo, tmp_path / "p")
    for table in TABLES:
        rows = parquet.read_table(tmp_path / "p" / f"{table.name}.parquet").to_pylist()
        told_so = [{name: plain(cell) for name, cell in row.items()} for row in rows]
        assert told_so == told[table.name]


def test_the_bounds_of_a_quantity_can_be_counted_with(demo: Selection, tmp_path: Path) -> None:
    FORMATS[Format.PARQUET].write(demo, tmp_path / "p")
    ledger = parquet.read_table(tmp_path / "p" / "exchanges.parquet")
    assert str(ledger.schema.field("lowest").type) == str(ledger.schema.field("highest").type) == "double"
    told = [row for row in ledger.to_pylist() if row["quantity"]]
    assert told
    assert all(row["lowest"] <= (row["highest"] or row["lowest"]) for row in told)
    assert {row["unit"] for row in ledger.to_pylist() if not row["quantity"]} == {None}


def test_a_spreadsheet_sees_that_a_file_is_utf_8(tmp_path: Path) -> None:
    written(small(), tmp_path / "t")
    files = sorted((tmp_path / "t").iterdir())
    assert len(files) == len(TABLES)
    assert all(file.read_bytes().startswith(codecs.BOM_UTF8) for file in files)


def test_a_zip_file_holds_the_same_and_the_same_bytes_each_time(tmp_path: Path) -> None:
    written(small(), tmp_path / "t")
    for name in ("a.zip", "b.zip"):
        FORMATS[Format.CSV].write(small(), tmp_path / name)
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()
    with ZipFile(tmp_path / "a.zip") as packed:
        assert {name: packed.read(name) for name in packed.namelist()} == {
            file.name: file.read_bytes() for file in sorted((tmp_path / "t").iterdir())
        }
