"""The stories of a build on a cluster: each told by itself, by a machine that is sent all its reports."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from khabar.cluster.kernel import told_in
from khabar.cluster.parts import outcomes_in
from khabar.cluster.rows import LENT, PIECES, TOLD, Row
from khabar.cluster.tables import Tables, columns_of

_ROUND = 50_000  # stories that are told before what they tell is committed
_TASK = 200  # stories that a process tells without being asked for others
Lend = Callable[[Iterable[str]], Iterator[Row]]  # the reports of these marks with their readings


class Stories:
    """Three tables. `told` only grows, and what is in it is never told again."""

    def __init__(self, tables: Tables) -> None:
        self._tables = tables
        tables.begin("told", TOLD)

    def tell(self, pieces: Iterable[Row], lend: Lend, reader: str, weigher: str) -> Iterator[Row]:
        """What each piece tells, in their order. Reports that the cluster has not, or has otherwise, are lent to it."""
        self._tables.replace("pieces", self._tables.of((), PIECES))
        self._tables.add_rows("pieces", pieces, PIECES)
        missing = self._pieces().join(self._told(weigher), "key", "left_anti").select(*PIECES.names).cache()
        rounds = -(-missing.count() // _ROUND)
        if rounds:
            self._lend(missing, lend, reader)
        for at in range(rounds):
            self._tell_round(missing.where(f"pmod(number, {rounds}) = {at}"), reader, weigher)
        missing.unpersist()
        told = self._pieces().select("number", "key").join(self._told(weigher), "key").orderBy("number")
        return (row.asDict() for row in told.toLocalIterator())

    def _tell_round(self, pieces: Any, reader: str, weigher: str) -> None:
        reports = self._read(reader).unionByName(self._tables.load("lent", LENT))
        parts = _marks(pieces).join(reports, "mark").selectExpr("number", *_nothing("key", "piece"), *LENT.names)
        heads = pieces.selectExpr("number", "key", "piece", *_nothing(*LENT.names))
        tasks = max(self._tables.slots, pieces.count() // _TASK)
        stories = heads.unionByName(parts).repartition(tasks, "number").sortWithinPartitions("number", "mark")
        self._tables.add("told", stories.mapInArrow(partial(told_in, version=weigher), columns_of(TOLD)))

    def _lend(self, pieces: Any, lend: Lend, reader: str) -> None:
        lacking = _marks(pieces).select("mark").distinct().join(self._read(reader), "mark", "left_anti")
        self._tables.replace("lent", self._tables.of((), LENT))
        self._tables.add_rows("lent", lend(row.mark for row in lacking.toLocalIterator()), LENT)

    def _read(self, reader: str) -> Any:
        """Reports with their readings, by the marks of their digests."""
        read = outcomes_in(self._tables, reader).where("mark <> ''")
        return read.selectExpr("mark", "report", "outcome as reading")

    def _pieces(self) -> Any:
        return self._tables.load("pieces", PIECES)

    def _told(self, weigher: str) -> Any:
        told = self._tables.load("told", TOLD)
        return told.where(told.weigher == weigher).drop("weigher").dropDuplicates(["key"])


def _nothing(*names: str) -> Iterator[str]:
    return (f"cast(null as string) as {name}" for name in names)


def _marks(pieces: Any) -> Any:
    """Of each piece the mark of every report that is opened for it."""
    return pieces.selectExpr("number", "explode(split(marks, ' ')) as mark")
