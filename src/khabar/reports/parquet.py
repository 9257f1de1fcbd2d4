"""Tables in Parquet files: each row made a report, however large the file."""

from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

from khabar.reports.apart import Failed, values_of
from khabar.reports.found import Found
from khabar.reports.limits import in_words
from khabar.reports.records import digest_of, report_of_record
from khabar.reports.separated import columns_refused, usual_names
from khabar.reports.way import Way
from khabar.values.report import Report, Unreadable

_MAGIC = b"PAR1"


def is_parquet(head: bytes) -> bool:
    """Whether a file is one, by its first bytes."""
    return head.startswith(_MAGIC)


def reports_in_parquet(found: Found, way: Way) -> Iterator[Report | Unreadable]:
    """One report a row, as of any other table."""
    if find_spec("pyarrow") is None:
        reason = "a Parquet file: to read it, install pyarrow: pip install 'khabar[parquet]'"
        yield Unreadable(found.source, reason, found.sha256())
        return
    try:
        yield from _reports(found, values_of(found, "parquet_rows", way.limits), way)
    except Failed as failure:
        yield Unreadable(found.source, f"a Parquet file that cannot be read to its end: {failure}")


def _reports(found: Found, rows: Iterator[list[Any]], way: Way) -> Iterator[Report | Unreadable]:
    names = usual_names(next(rows, []))
    refusal = columns_refused(names, way.columns)
    if refusal:
        yield Unreadable(found.source, refusal, found.sha256())
        return
    number, left = 0, way.limits.zip_whole
    for number, cells in enumerate(rows, start=1):
        left -= sum(map(len, cells))
        if left < 0:
            reason = f"unpacked it holds more than {in_words(way.limits.zip_whole)}: give it in parts"
            yield Unreadable(found.source, reason)
            return
        if any(cells):
            yield _report(dict(zip(names, cells, strict=True)), f"{found.source}:{number}", way)
    if number == 0:
        yield Unreadable(found.source, "empty: a table with no row in it", found.sha256())


def _report(record: dict[str, Any], source: str, way: Way) -> Report | Unreadable:
    if any(len(cell) > way.limits.text for cell in record.values()):
        return Unreadable(source, f"one text of more than {in_words(way.limits.text)}: give it in parts")
    return report_of_record(record, source, digest_of(record), way)
