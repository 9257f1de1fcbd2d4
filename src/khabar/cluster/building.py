"""Building an archive on a cluster: what is there is read by many machines, and kept here as if one had read it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from khabar.builds import Built, Elsewhere, Watcher, build, check_kind
from khabar.cluster.carried import KEPT, Carried
from khabar.cluster.intake import Intake, listed, placed
from khabar.cluster.parts import Parts
from khabar.cluster.rows import Row, came, lent, piece_row, value_in
from khabar.cluster.spark import session
from khabar.cluster.stored import contents_at, is_address, listed_at
from khabar.cluster.stories import Stories
from khabar.cluster.tables import Tables
from khabar.reports.intake import something_in
from khabar.store.archive import Archive
from khabar.versions import Reader, reader, weigher
from khabar.weighing.piece import Piece, Telling
from khabar.weighing.shelf import Opened
from khabar.workers.bounds import USUAL, Bounds

EVERY = Intake()


@dataclass(frozen=True, slots=True)
class Cluster:
    """Which one, and where the tables lie that all its machines see."""

    master: str
    folder: str
    per_round: int = 20_000  # reports that are read before what was read of them is kept for whoever goes on


def build_on(
    cluster: Cluster,
    archive: Archive,
    sources: Sequence[str],
    intake: Intake = EVERY,
    watcher: Watcher | None = None,
    bounds: Bounds = USUAL,
) -> Built:
    """The same archive as `builds.build` makes of the same sources; what a stopped build has read is not read again.

    Raises ClusterFails where the cluster does, and what was read until then stays; OtherReader and NothingToRead.
    """
    check_kind(archive, reader())
    with session(cluster.master) as spark:
        tables = Tables(spark, cluster.folder)
        parts = Parts(tables, cluster.per_round)
        _take_in(parts, spark, sources, intake)
        parts.add(_kept(archive))
        known = [sha256 for sha256 in parts.hashes() if archive.reader_of(sha256) == reader()]
        parts.read(known, bounds, reader(), _teller(watcher))
        carried = Carried(parts.in_order(reader()))
        incoming = something_in(carried.incoming(), sources)
        by = Reader(reader(), carried.reading_of, shared=False)
        elsewhere = Elsewhere(carried.make, partial(_tell, Stories(tables)))
        return build(archive, incoming, 1, watcher, by, elsewhere=elsewhere)


def _tell(stories: Stories, opened: Opened, pieces: Iterable[Piece]) -> Iterator[Telling]:
    """What each piece tells, worked out by the cluster."""
    reports: dict[str, str] = {}  # by the marks of their digests

    def rows() -> Iterator[Row]:
        for number, piece in enumerate(pieces):
            reports.update((heading.mark, heading.report) for heading in piece.headings if heading.mark)
            yield piece_row(number, piece)

    def lend(marks: Iterable[str]) -> Iterator[Row]:
        return (lent(mark, *opened.read(reports[mark])) for mark in marks)

    for row in stories.tell(rows(), lend, reader(), weigher()):
        yield value_in(Telling, row["telling"])


def _take_in(parts: Parts, spark: Any, sources: Sequence[str], intake: Intake) -> None:
    rows: list[Row] = []
    places: dict[str, int] = {}  # of the files that Spark opens
    addresses: dict[str, None] = {}
    for file, (source, path, refused) in enumerate(_listed(spark, sources)):
        if path is not None and is_address(source):
            places[path] = file
            addresses[source] = None
        else:
            rows.append(placed(file, path, refused))
    parts.take_in(rows, intake, contents_at(spark, list(addresses), places) if places else None)


def _listed(spark: Any, sources: Sequence[str]) -> Iterator[tuple[str, str | None, str | None]]:
    """Of each file under the sources in which of them it lies, and its path, or why it cannot be had."""
    for source in sources:
        for path, refused in listed_at(spark, source) if is_address(source) else listed(Path(source)):
            yield source, path, refused


def _kept(archive: Archive) -> Iterator[Row]:
    """What the archive holds and another version read."""
    return (came(KEPT + n, 0, report) for n, report in enumerate(archive.not_read_by(reader())))


def _teller(watcher: Watcher | None) -> Callable[[int], None]:
    return lambda done: watcher.counted("reading on the cluster", Built(new=done)) if watcher else None
