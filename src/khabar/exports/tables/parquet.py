"""The tables as Parquet files, whose columns know their types."""

from contextlib import ExitStack
from pathlib import Path
from typing import Any

from khabar.errors import LacksLibrary
from khabar.exports.selection import Selection
from khabar.exports.tables.columns import TABLES, Holds, Row, Table
from khabar.exports.tables.rows import rows

_GROUP = 5000  # rows that are held before they are written


class _Writing:
    """One file that grows by groups of rows."""

    def __init__(self, table: Table, folder: Path) -> None:
        import pyarrow
        from pyarrow.parquet import ParquetWriter

        kinds = {Holds.TEXT: pyarrow.string(), Holds.WHOLE: pyarrow.int64(), Holds.REAL: pyarrow.float64()}
        self._batch_of = pyarrow.record_batch
        self._schema = pyarrow.schema([(column, kinds[table.holds(column)]) for column in table.columns])
        self._writer = ParquetWriter(folder / f"{table.name}.parquet", self._schema)
        self._held: list[Row] = []

    def add(self, row: Row) -> None:
        """Takes one more row."""
        self._held.append(row)
        if len(self._held) >= _GROUP:
            self._let_go()

    def close(self) -> None:
        """Writes what is held, and the end of the file."""
        self._let_go()
        self._writer.close()

    def _let_go(self) -> None:
        columns: list[Any] = [list(column) for column in zip(*self._held, strict=True)]
        if columns:
            self._writer.write_batch(self._batch_of(columns, schema=self._schema))
        self._held.clear()


def fill(selection: Selection, folder: Path) -> None:
    """Writes one file a table; raises LacksLibrary."""
    try:
        import pyarrow.parquet  # noqa: F401
    except ImportError as missing:
        raise LacksLibrary("parquet", "pyarrow", "khabar[parquet]") from missing
    with ExitStack() as opened:
        writers = {table.name: _Writing(table, folder) for table in TABLES}
        for writer in writers.values():
            opened.callback(writer.close)
        for table, row in rows(selection):
            writers[table.name].add(row)
