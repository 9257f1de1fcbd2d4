"""The rows of a Parquet file, their cells told as in a table of separated values; it runs in a process apart."""

from collections.abc import Iterator
from typing import IO, Any

_BATCH = 64  # rows that are unpacked at once: each may hold a book

Cells = list[Any]  # strings, and lists of strings


def values_in(file: IO[bytes]) -> Iterator[Cells]:
    """The names of the columns that hold texts, numbers or days, then those of each row."""
    import pyarrow
    from pyarrow.parquet import ParquetFile

    pyarrow.set_cpu_count(1)
    pyarrow.set_io_thread_count(1)
    table = ParquetFile(file, pre_buffer=False)
    names = [field.name for field in table.schema_arrow if _is_told(field.type)]
    yield names
    for batch in table.iter_batches(_BATCH, columns=names, use_threads=False):
        columns = [[_cell(value) for value in _plain(batch.column(name)).to_pylist()] for name in names]
        yield from (list(cells) for cells in zip(*columns, strict=True))


def _is_told(kind: Any) -> bool:
    from pyarrow import types

    if types.is_dictionary(kind) or types.is_list(kind) or types.is_large_list(kind):
        value = kind.value_type
        return _is_text(value) or (types.is_dictionary(kind) and _is_told(value))
    numbers = (types.is_integer, types.is_floating, types.is_decimal, types.is_boolean)
    tests = (*numbers, types.is_date, types.is_timestamp, types.is_null)
    return _is_text(kind) or any(test(kind) for test in tests)


def _is_text(kind: Any) -> bool:
    from pyarrow import types

    # Older programs write texts as bytes.
    tests = (types.is_string, types.is_large_string, types.is_binary, types.is_large_binary)
    return any(test(kind) for test in tests)


def _plain(column: Any) -> Any:
    from pyarrow import timestamp, types

    # In seconds of universal time: finer ones do not go into Python's own values.
    return column.cast(timestamp("s"), safe=False) if types.is_timestamp(column.type) else column


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        return [_cell(piece) for piece in value]
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return "" if value is None else str(value)
