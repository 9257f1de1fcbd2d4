"""Tables of separated values (CSV, TSV): each row made a report."""

import csv
import hashlib
import io
from collections.abc import Iterator, Sequence

from khabar.reports.decoding import NoText, decoded
from khabar.reports.found import Found
from khabar.reports.limits import Limits, in_words
from khabar.reports.records import digest_of, report_of_record
from khabar.reports.tables import SEPARATORS, is_table
from khabar.reports.texts import report_in_text
from khabar.reports.told import SYNONYMS
from khabar.reports.way import Columns, Way
from khabar.values.report import Report, Unreadable

csv.field_size_limit(Limits().text)  # a cell may hold a whole report; the library's own bound is a tenth of a book
_USUAL = {name.lower(): name for names in SYNONYMS.values() for name in names}
_TEXTS = frozenset(SYNONYMS["text"])


def reports_in_table(found: Found, way: Way) -> Iterator[Report | Unreadable]:
    """One report a row; prose that somebody named a table is one report."""
    data = found.read(way.limits.json)
    digest = hashlib.sha256(data).hexdigest()
    if len(data) > way.limits.json:
        reason = f"a table of more than {in_words(way.limits.json)}: give it in parts, or as JSON lines"
        yield Unreadable(found.source, reason, found.sha256())
        return
    text = decoded(data)
    if isinstance(text, NoText) or not is_table(text.text.removeprefix("\ufeff")):
        yield report_in_text(found, way.told, way.limits)
        return
    yield from _rows(found, text.text.removeprefix("\ufeff"), digest, way)


def _rows(found: Found, text: str, digest: str, way: Way) -> Iterator[Report | Unreadable]:
    rows = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    try:
        head = next((row for row in rows if any(cell.strip() for cell in row)), [])
        names = usual_names(head)
        refusal = columns_refused(names, way.columns)
        if refusal:
            yield Unreadable(found.source, refusal, digest)
            return
        line, empty = rows.line_num + 1, True
        for row in rows:
            if any(cell.strip() for cell in row):
                empty = False
                record = dict(zip(names, row, strict=False))
                yield report_of_record(record, f"{found.source}:{line}", digest_of(record), way)
            line = rows.line_num + 1
        if empty:
            yield Unreadable(found.source, "empty: a table with no row in it", digest)
    except csv.Error as error:
        yield Unreadable(f"{found.source}:{rows.line_num}", f"the table is damaged from here on: {error}")


def columns_refused(names: Sequence[str], columns: Columns) -> str | None:
    """Why no report can be made of the rows under these names; None where each has its text."""
    missing = next((name for name in columns.values() if name not in names), None)
    have = ", ".join(name[:40] for name in names[:20])
    if missing is not None:
        return f"a table without the column '{missing}': name one of {have}"
    if "text" not in columns and _TEXTS.isdisjoint(names):
        return f"a table with no column of texts: say which it is, as in --columns text=NAME; the first row has {have}"
    return None


def usual_names(head: Sequence[str]) -> list[str]:
    """The names as they are written, and the usual ones in their usual letters."""
    return [_USUAL.get(name.strip().lower(), name.strip()) for name in head]


def _separator(text: str) -> str:
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(SEPARATORS, key=first.count)
