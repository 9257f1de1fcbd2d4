"""Tables of separated values, told from prose that somebody named so."""

import csv
from collections import Counter

from khabar.reports.lines import lines_in
from khabar.reports.told import SYNONYMS

TABLES = (".csv", ".tsv", ".tab")
SEPARATORS = ",\t;|"
_LOOK = 65536  # characters that are enough to tell
_MOST = 200  # rows
_ALIKE = 0.8  # share of rows with the same number of cells; prose has its commas anywhere


def is_table(text: str) -> bool:
    """Whether a text is a table, or at least no prose."""
    look = text[:_LOOK]
    return _has_columns(look) or _has_heading(look) or not any(line.is_prose for line in lines_in(look))


def _has_columns(text: str) -> bool:
    return any(_in_columns(text, separator) for separator in SEPARATORS)


def _in_columns(text: str, separator: str) -> bool:
    cells: Counter[int] = Counter()
    try:
        for row in csv.reader(text.splitlines(keepends=True), delimiter=separator):
            if row:
                cells[len(row)] += 1
            if cells.total() == _MOST:
                break
    except csv.Error:  # what was counted before tells enough
        pass
    if cells.total() < 2:
        return False
    (width, rows), *_ = cells.most_common(1)
    return width > 1 and rows >= _ALIKE * cells.total()


def _has_heading(text: str) -> bool:
    """Whether the first line names fields of a record and nothing else."""
    known = {name.lower() for names in SYNONYMS.values() for name in names}
    first = next((line for line in text.splitlines() if line.strip()), "")
    for separator in SEPARATORS:
        first = first.replace(separator, "\n")
    names = [name.strip(" \"'\ufeff").lower() for name in first.split("\n")]
    return all(name in known for name in names)
