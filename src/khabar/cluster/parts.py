"""The reports of a build on a cluster: what came in, what is still to be read, and what was read."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

import pyarrow as pa

from khabar.cluster.intake import Intake
from khabar.cluster.kernel import read_in, taken_in, whole
from khabar.cluster.rows import CAME, FOUND, READ, Row
from khabar.cluster.tables import Tables, columns_of
from khabar.workers.bounds import Bounds

_TASK = 250  # reports that a process reads without being asked for others: some seconds
_HASHES = pa.schema([("sha256", pa.string())])


class Parts:
    """Three tables. `read` only grows, and what is in it is never read again."""

    def __init__(self, tables: Tables, per_round: int) -> None:
        self._tables = tables
        self._per_round = per_round
        tables.begin("read", READ)

    def take_in(self, found: Iterable[Row], intake: Intake, stored: Any = None) -> None:
        """Makes the files reports, in place of what came in before; `stored` is a table of the bytes of some."""
        files = self._tables.of(found, FOUND).repartition(4 * self._tables.slots)
        if stored is not None:
            files = files.unionByName(stored)
        self._tables.replace("came", files.mapInArrow(partial(taken_in, intake=intake), columns_of(CAME)))

    def add(self, came: Iterable[Row]) -> None:
        """Adds what did not come from files."""
        self._tables.add_rows("came", came, CAME)

    def hashes(self) -> Iterator[str]:
        """The SHA-256 of every report that came in, each once."""
        return (row.sha256 for row in self._reports().select("sha256").distinct().toLocalIterator())

    def read(self, known: Iterable[str], bounds: Bounds, version: str, tell: Callable[[int], None]) -> None:
        """Reads every report whose hash is not known and which this version has not read, round by round.

        `tell` is told after each round how many reports are done.
        """
        skipped = self._tables.of(({"sha256": sha256} for sha256 in known), _HASHES)
        once = self._reports().dropDuplicates(["key"]).join(skipped, "sha256", "left_anti")
        missing = once.join(outcomes_in(self._tables, version), "key", "left_anti").select(*CAME.names)
        number = missing.count()
        rounds = -(-number // self._per_round)
        if rounds:
            cut = missing.selectExpr("*", f"pmod(crc32(key), {rounds}) as round").repartition(rounds, "round")
            self._tables.replace("wanted", cut, by="round")
        for at in range(rounds):
            self._read_round(at, -(-number // (rounds * _TASK)), bounds, version)
            tell(number * (at + 1) // rounds)

    def in_order(self, version: str) -> Iterator[Row]:
        """All that came in with what this version made of it, in the order in which it came in."""
        made = outcomes_in(self._tables, version).drop("report")
        rows = self._tables.load("came", CAME).join(made, "key", "left").orderBy("file", "item")
        return (row.asDict() for row in rows.toLocalIterator())

    def _read_round(self, at: int, tasks: int, bounds: Bounds, version: str) -> None:
        wanted = self._tables.load("wanted", CAME, ", round int").where(f"round = {at}").drop("round")
        shared = wanted.repartition(max(tasks, self._tables.slots))
        kernel = partial(read_in, bounds=bounds, version=version, work=whole)
        self._tables.add("read", shared.mapInArrow(kernel, columns_of(READ)))

    def _reports(self) -> Any:
        return self._tables.load("came", CAME).where("key is not null")


def outcomes_in(tables: Tables, version: str) -> Any:
    """What that version made of reports, each once, though two builds may have read the same at the same time."""
    read = tables.load("read", READ)
    return read.where(read.reader == version).drop("reader").dropDuplicates(["key"])
