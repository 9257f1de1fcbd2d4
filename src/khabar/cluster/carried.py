"""What was read elsewhere, carried to the archive in the one order in which it came in."""

from collections.abc import Iterable, Iterator

from khabar.cluster.rows import Row, item_in, value_in
from khabar.engine import read
from khabar.store.digests_as_json import Made, made
from khabar.values.reading import Reading
from khabar.values.report import Report, Unreadable
from khabar.weighing.digest import mark_of
from khabar.weighing.shelf import Shelf
from khabar.workers.attempts import SetAside

KEPT = 1 << 62  # the place of the first report that was in the archive before: behind all that came in
_NOTHING: Row = {"sha256": None, "outcome": None}


class Carried:
    """Rows of CAME with their outcomes, in order: first what came in, then what the archive held and is read anew."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self._digests: dict[str, str] = {}  # of what was given out, by their marks
        self._rows = map(self._noted, rows)
        self._at = _NOTHING

    def incoming(self) -> Iterator[Report | Unreadable]:
        """What came in."""
        for row in self._rows:
            self._at = row
            if row["file"] >= KEPT:
                return
            yield item_in(row)

    def reading_of(self, report: Report) -> Reading:
        """What was read in the report that was given out last, or in one further behind; raises SetAside."""
        while self._at["sha256"] != report.sha256:
            self._at = next(self._rows, {**_NOTHING, "sha256": report.sha256})
        outcome = self._at["outcome"]
        if outcome is None:  # another build kept it meanwhile, or took away what this one had seen in the archive
            return read(report)
        if self._at["mark"] is None:
            raise SetAside(value_in(Unreadable, outcome).reason)
        return value_in(Reading, outcome)

    def make(self, shelf: Shelf, reports: Iterable[str]) -> Iterator[Made]:
        """The digest of each of these reports: the one that came with it, if it is of this very report and reading."""
        for read_one in map(shelf.read, reports):
            mark = mark_of(*read_one)
            line = self._digests.pop(mark, None)
            yield (mark, line) if line else made(*read_one)

    def _noted(self, row: Row) -> Row:
        if row["digest"]:
            self._digests[row["mark"]] = row["digest"]
        return row
