"""Tables of Spark in one folder that all machines see, written as Parquet and read as what they were written as."""

from collections.abc import Iterable
from itertools import islice
from typing import Any

import pyarrow as pa

from khabar.cluster.rows import Row

_AT_ONCE = 5_000  # rows that go from here to the cluster together
_KINDS = {pa.int64(): "bigint", pa.binary(): "binary", pa.string(): "string"}


class Tables:
    """What is there by its name."""

    def __init__(self, spark: Any, folder: str) -> None:
        self.spark = spark
        self._folder = folder.rstrip("/")

    def of(self, rows: Iterable[Row], schema: pa.Schema) -> Any:
        """A table of these rows, which is nowhere written."""
        return self.spark.createDataFrame(pa.Table.from_pylist(list(rows), schema))

    def load(self, name: str, schema: pa.Schema, more: str = "") -> Any:
        """The table of that name, with more columns by which its folders are called."""
        return self.spark.read.schema(columns_of(schema) + more).parquet(self._at(name))

    def begin(self, name: str, schema: pa.Schema) -> None:
        """Makes the table, without a row, if it is not there."""
        self.of((), schema).write.mode("ignore").parquet(self._at(name))

    def replace(self, name: str, table: Any, by: str | None = None) -> None:
        """Puts what a table holds in place of what was there before, in folders of `by`."""
        writer = table.write.mode("overwrite")
        (writer.partitionBy(by) if by else writer).parquet(self._at(name))

    def add(self, name: str, table: Any) -> None:
        """Adds what a table holds: all of it or, where that fails, nothing."""
        table.write.mode("append").parquet(self._at(name))

    def add_rows(self, name: str, rows: Iterable[Row], schema: pa.Schema) -> None:
        """Adds rows that come from here, however many."""
        ahead = iter(rows)
        while some := list(islice(ahead, _AT_ONCE)):
            self.add(name, self.of(some, schema))

    @property
    def slots(self) -> int:
        """How many processes work at once."""
        return int(self.spark.sparkContext.defaultParallelism)

    def _at(self, name: str) -> str:
        return f"{self._folder}/{name}"


def columns_of(schema: pa.Schema) -> str:
    """The columns as Spark is told of them."""
    return ", ".join(f"{field.name} {_KINDS[field.type]}" for field in schema)
