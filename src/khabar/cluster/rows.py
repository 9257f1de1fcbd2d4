"""What goes from machine to machine: values as rows of tables, and rows as values."""

import json
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import Any, TypeVar

import pyarrow as pa

from khabar.store.values_as_json import from_json, to_json
from khabar.values.reading import Reading
from khabar.values.report import Report, Unreadable
from khabar.weighing.piece import Piece

T = TypeVar("T")
Row = Mapping[str, Any]
_MOST = 64  # rows that go together
_LONGEST = 4_000_000  # characters: rows that hold books go by themselves

_ORDERED = [("file", pa.int64()), ("item", pa.int64())]  # the place of a file in the listing, and of a report in it
# A file, as people know it and where to open it, or its bytes; or why it cannot be had.
_PLACED = [("source", pa.binary()), ("path", pa.binary()), ("content", pa.binary())]
FOUND = pa.schema([("file", pa.int64()), *_PLACED, ("refused", pa.string())])
# A report under the hash of all that its reading is a function of; or, with no key, what could not be made one.
CAME = pa.schema([*_ORDERED, ("sha256", pa.string()), ("key", pa.string()), ("told", pa.string())])
# What one version of the reader made of a report: its reading with the digest, or with no mark why there is none.
READ = pa.schema([(name, pa.string()) for name in ("key", "reader", "report", "outcome", "mark", "digest")])
# A story of a build, under the hash of all that its telling is a function of, with the marks of its reports.
PIECES = pa.schema([("number", pa.int64()), *((name, pa.string()) for name in ("key", "piece", "marks"))])
# A report with its reading as an archive has them.
LENT = pa.schema([(name, pa.string()) for name in ("mark", "report", "reading")])
# What one version of the weigher made of a story.
TOLD = pa.schema([(name, pa.string()) for name in ("key", "weigher", "telling")])


def came(file: int, item: int, what: Report | Unreadable) -> Row:
    """What came in as a row of CAME."""
    told = line_of(what)
    key = sha256(told.encode()).hexdigest() if isinstance(what, Report) else None
    return {"file": file, "item": item, "sha256": what.sha256 or "", "key": key, "told": told}


def piece_row(number: int, piece: Piece) -> Row:
    """A story as a row of PIECES."""
    line, marks = line_of(piece), " ".join(heading.mark for heading in piece.headings if heading.mark)
    return {"number": number, "key": sha256(line.encode()).hexdigest(), "piece": line, "marks": marks}


def lent(mark: str, report: Report, reading: Reading) -> Row:
    """A report and its reading as a row of LENT."""
    return {"mark": mark, "report": line_of(report), "reading": line_of(reading)}


def value_in(kind: type[T], line: str) -> T:
    """The value in a line."""
    return from_json(kind, json.loads(line))


def item_in(row: Row) -> Report | Unreadable:
    """What came in."""
    return value_in(Unreadable, row["told"]) if row["key"] is None else value_in(Report, row["told"])


def line_of(value: object) -> str:
    """A value in one line; the names of files may hold what is no letter, so those are spelled out."""
    return json.dumps(to_json(value), ensure_ascii=isinstance(value, Unreadable), separators=(",", ":"))


def batches_of(rows: Iterable[Row], schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    """The rows in batches that no memory minds."""
    held: list[Row] = []
    length = 0
    for row in rows:
        held.append(row)
        length += sum(len(cell) for cell in row.values() if isinstance(cell, str | bytes))
        if len(held) >= _MOST or length >= _LONGEST:
            yield pa.RecordBatch.from_pylist(held, schema)
            held, length = [], 0
    if held:
        yield pa.RecordBatch.from_pylist(held, schema)


def rows_in(batches: Iterable[pa.RecordBatch]) -> Iterator[Row]:
    """The rows of batches, one after the other."""
    for batch in batches:
        yield from batch.to_pylist()
