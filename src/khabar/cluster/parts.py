"""The tables of a build on a cluster, as Parquet that stays: what came in, and what was made of it."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import pyarrow as pa

from khabar.cluster.intake import Intake
from khabar.cluster.kernel import read_in, taken_in, whole
from khabar.cluster.rows import CAME, FOUND, READ, Row, batches_of
from khabar.workers.bounds import Bounds

_TASK = 250  # reports that a process reads without being asked for others: some seconds
_HASHES = pa.schema([("sha256", pa.string())])


class Parts:
    """Tables in one folder that all machines see. `read` only grows, and what is in it is never read again."""

    def __init__(self, spark: Any, folder: str, per_round: int) -> None:
        self._spark = spark
        self._came, self._wanted, self._read = (f"{folder.rstrip('/')}/{name}" for name in ("came", "wanted", "read"))
        self._per_round = per_round
        self._table((), READ).write.mode("ignore").parquet(self._read)

    def take_in(self, found: Iterable[Row], intake: Intake, stored: Any = None) -> None:
        """Makes the files reports, in place of what came in before; `stored` is a table of the bytes of some."""
        files = self._table(found, FOUND).repartition(4 * self._slots())
        if stored is not None:
            files = files.unionByName(stored)
        came = files.mapInArrow(partial(taken_in, intake=intake), columns_of(CAME))
        came.write.mode("overwrite").parquet(self._came)

    def add(self, came: Iterable[Row]) -> None:
        """Adds what did not come from files."""
        for batch in batches_of(came, CAME):
            self._table(batch.to_pylist(), CAME).write.mode("append").parquet(self._came)

    def hashes(self) -> Iterator[str]:
        """The SHA-256 of every report that came in, each once."""
        found = self._reports().select("sha256").distinct()
        return (row.sha256 for row in found.toLocalIterator())

    def read(self, known: Iterable[str], bounds: Bounds, version: str, tell: Callable[[int], None]) -> None:
        """Reads every report whose hash is not known and which this version has not read, round by round.

        `tell` is told after each round how many reports are done.
        """
        skipped = self._table(({"sha256": sha256} for sha256 in known), _HASHES)
        once = self._reports().dropDuplicates(["key"]).join(skipped, "sha256", "left_anti")
        missing = once.join(self._outcomes(version), "key", "left_anti").select(*CAME.names)
        number = missing.count()
        rounds = -(-number // self._per_round)
        if rounds:
            cut = missing.selectExpr("*", f"pmod(crc32(key), {rounds}) as round").repartition(rounds, "round")
            cut.write.mode("overwrite").partitionBy("round").parquet(self._wanted)
        tasks = max(self._slots(), -(-number // (rounds * _TASK))) if rounds else 0
        for at in range(rounds):
            self._read_round(at, tasks, bounds, version)
            tell(number * (at + 1) // rounds)

    def in_order(self, version: str) -> Iterator[Row]:
        """All that came in with what this version made of it, in the order in which it came in."""
        came = self._load(self._came, CAME).join(self._outcomes(version), "key", "left")
        return (row.asDict() for row in came.orderBy("file", "item").toLocalIterator())

    def _read_round(self, at: int, tasks: int, bounds: Bounds, version: str) -> None:
        wanted = self._spark.read.schema(f"{columns_of(CAME)}, round int").parquet(self._wanted).where(f"round = {at}")
        read = (
            wanted.drop("round")
            .repartition(tasks)
            .mapInArrow(partial(read_in, bounds=bounds, version=version, work=whole), columns_of(READ))
        )
        read.write.mode("append").parquet(self._read)

    def _reports(self) -> Any:
        return self._load(self._came, CAME).where("key is not null")

    def _outcomes(self, version: str) -> Any:
        """Each once, though two builds may have read the same at the same time."""
        read = self._load(self._read, READ)
        return read.where(read.reader == version).drop("reader").dropDuplicates(["key"])

    def _load(self, path: str, schema: pa.Schema) -> Any:
        return self._spark.read.schema(columns_of(schema)).parquet(path)

    def _table(self, rows: Iterable[Row], schema: pa.Schema) -> Any:
        return self._spark.createDataFrame(pa.Table.from_pylist(list(rows), schema))

    def _slots(self) -> int:
        return int(self._spark.sparkContext.defaultParallelism)


def columns_of(schema: pa.Schema) -> str:
    """The columns as Spark is told of them."""
    kinds = {pa.int64(): "bigint", pa.binary(): "binary", pa.string(): "string"}
    return ", ".join(f"{field.name} {kinds[field.type]}" for field in schema)
