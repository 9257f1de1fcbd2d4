"""The tables as data frames of pandas or polars, in the same columns and rows as the files."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Any

from khabar.errors import LacksLibrary, UnknownTable
from khabar.exports.selection import Selection
from khabar.exports.tables.columns import TABLES, Holds, Row, Table
from khabar.exports.tables.rows import rows


class FrameKind(StrEnum):
    """The library whose frames are wanted."""

    PANDAS = "pandas"
    POLARS = "polars"


def frame(selection: Selection, name: str, kind: FrameKind) -> Any:
    """One table as a data frame; raises UnknownTable or LacksLibrary."""
    table = next((table for table in TABLES if table.name == name), None)
    if table is None:
        raise UnknownTable(name, [table.name for table in TABLES])
    make = _polars if kind is FrameKind.POLARS else _pandas
    try:
        return make(table, [row for own, row in rows(selection, (table,)) if own is table])
    except ImportError as missing:
        raise LacksLibrary(f"frames of {kind}", kind, "khabar[frames]") from missing


def _pandas(table: Table, told: Sequence[Row]) -> Any:
    import pandas

    # Types that know of cells with nothing in them: a number without a value stays a whole number.
    cells = _cells(table, told)
    kinds = {Holds.TEXT: "string", Holds.WHOLE: "Int64", Holds.REAL: "Float64"}
    return pandas.DataFrame({n: pandas.array(cells[n], dtype=kinds[table.holds(n)]) for n in table.columns})


def _polars(table: Table, told: Sequence[Row]) -> Any:
    import polars

    kinds = {Holds.TEXT: polars.String, Holds.WHOLE: polars.Int64, Holds.REAL: polars.Float64}
    return polars.DataFrame(_cells(table, told), schema={n: kinds[table.holds(n)] for n in table.columns})


def _cells(table: Table, told: Sequence[Row]) -> dict[str, list[Any]]:
    """The cells of each column; labels as the plain text that they stand for."""
    columns = zip(*told, strict=True) if told else ((),) * len(table.columns)
    return {
        name: [str(cell) if isinstance(cell, str) else cell for cell in column]
        for name, column in zip(table.columns, columns, strict=True)
    }
