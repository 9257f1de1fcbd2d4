"""Weighing by several processes: each takes the reports from the archive itself, and tells what it is asked."""

import gc
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from typing import TypeVar

from khabar.store.archive import Archive
from khabar.store.digests_as_json import Made, made
from khabar.values.place import Place
from khabar.versions import weigher
from khabar.weighing.piece import Piece, Telling, telling_of
from khabar.weighing.shelf import Opened, Shelf

A = TypeVar("A")
B = TypeVar("B")
_FEW = 200  # stories or reports: below, processes take longer to start than to do the work


@dataclass(frozen=True, slots=True)
class Weighers:
    """So many processes that weigh what lies in an archive. Without one it is done here, and comes to the same."""

    place: Place
    number: int
    ready: str | None = None  # the module that loads what they need, once for all

    def tell(self, opened: Opened, pieces: Iterable[Piece]) -> Iterator[Telling]:
        """What each piece tells, in their order."""
        return self._done(pieces, _telling, partial(_telling, opened))

    def make(self, shelf: Shelf, reports: Iterable[str]) -> Iterator[Made]:
        """The digest of each of the reports with these ids, in their order."""
        return self._done(reports, _digest, partial(_digest, Opened(shelf)))

    def _done(self, tasks: Iterable[A], work: Callable[[Opened, A], B], here: Callable[[A], B]) -> Iterator[B]:
        coming = iter(tasks)
        first = list(islice(coming, _FEW)) if self.number > 1 else []
        if len(first) < _FEW:
            return map(here, chain(first, coming))
        from khabar.workers.hands import done_by_hands  # here: whoever weighs a few stories starts no process

        prepared = partial(_at_work, self.place, work)
        return done_by_hands(chain(first, coming), prepared, here, self.number, self.ready)


@contextmanager
def seldom_tidied() -> Iterator[None]:
    """Python looks for dead circles whenever some hundred things were made; here are millions, and hardly a circle."""
    usual = gc.get_threshold()
    gc.set_threshold(200_000, 50, 100)
    try:
        yield
    finally:
        gc.set_threshold(*usual)


@contextmanager
def _at_work(place: Place, work: Callable[[Opened, A], B]) -> Iterator[Callable[[A], B]]:
    with Archive.to_read(place) as archive, seldom_tidied():
        yield partial(work, Opened(archive.desk(weigher())))


def _telling(opened: Opened, piece: Piece) -> Telling:
    return telling_of(piece, opened)


def _digest(opened: Opened, report_id: str) -> Made:
    return made(*opened.read(report_id))
