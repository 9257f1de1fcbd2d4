"""The tables as files of comma-separated values: spreadsheets see that they are UTF-8, and run none as formulas."""

import csv
from contextlib import ExitStack
from pathlib import Path

from khabar.exports.selection import Selection
from khabar.exports.tables.columns import TABLES
from khabar.exports.tables.rows import rows
from khabar.views.ledger_table import plain


def fill(selection: Selection, folder: Path) -> None:
    """Writes one file a table, each with the names of its columns in the first line."""
    with ExitStack() as opened:
        files = {
            table.name: opened.enter_context(
                (folder / f"{table.name}.csv").open("w", encoding="utf-8-sig", errors="backslashreplace", newline="")
            )
            for table in TABLES
        }
        writers = {name: csv.writer(file, lineterminator="\n") for name, file in files.items()}
        for table in TABLES:
            writers[table.name].writerow(table.columns)
        for table, row in rows(selection):
            writers[table.name].writerow([plain(cell) for cell in row])
