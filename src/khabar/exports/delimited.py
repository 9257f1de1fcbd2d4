"""Rows with tabs between their cells, as event data goes round."""

import csv
import io
from collections.abc import Iterable, Iterator

from khabar.views.ledger_table import harmless


def tabbed(columns: Iterable[str], rows: Iterable[Iterable[object]]) -> Iterator[str]:
    """One line a row under the names of the columns; no cell holds a tab, a line break or a formula."""
    yield _line(columns)
    for row in rows:
        yield _line(row)


def _line(cells: Iterable[object]) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerow([_told(cell) for cell in cells])
    return out.getvalue()


def _told(cell: object) -> object:
    if cell is None:
        return ""
    return harmless(" ".join(cell.split())) if isinstance(cell, str) else cell
