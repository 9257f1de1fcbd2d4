"""The reports, readings and actors that facts are made of, the last used at hand."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from khabar.exports.occurrences import HELD
from khabar.exports.selection import Selection, paged
from khabar.resolution.actors import Cast
from khabar.values.actor import Actor, Member
from khabar.values.reading import Reading
from khabar.values.report import Report


class FactShelf:
    """One selection, with who is who in it."""

    def __init__(self, selection: Selection) -> None:
        self.selection = selection
        self.archive = selection.archive
        self.report = lru_cache(HELD)(selection.archive.report)
        self._reading = lru_cache(HELD)(selection.archive.reading)
        self.exported = frozenset(report.id for report in self._read())
        self.actor_of: dict[Member, str] = {}
        by_entry: dict[str, str] = {}
        for actor in paged(lambda limit, offset: self.archive.actors_of(None, limit, offset)):
            self.actor_of.update((member, actor.id) for member in actor.members if member[0] in self.exported)
            if actor.known_as:
                by_entry[actor.known_as] = actor.id
        self.cast = Cast((), self.actor_of, _Actors(selection), by_entry)

    def has(self, report_id: str) -> bool:
        """Whether that report is exported."""
        return report_id in self.exported

    def reading(self, report_id: str) -> Reading:
        """What was read in a report that is exported."""
        found = self._reading(report_id)
        return found or Reading(report_id, "", "")

    def _read(self) -> Iterator[Report]:
        return (report for report, _ in self.selection.readings())


class _Actors(Mapping[str, Actor]):
    """The actors of an archive, fetched when they are asked for."""

    def __init__(self, selection: Selection) -> None:
        self._archive = selection.archive
        self._fetched = lru_cache(HELD)(self._fetch)

    def _fetch(self, own_id: str) -> Actor | None:
        return next(iter(self._archive.actors_of({own_id}, 1, 0)), None)

    def __getitem__(self, own_id: str) -> Actor:
        found = self._fetched(own_id)
        if found is None:
            raise KeyError(own_id)
        return found

    def __iter__(self) -> Iterator[str]:
        return (actor.id for actor in self._archive.actors_of(None, None, 0))

    def __len__(self) -> int:
        return self._archive.actors_of(None, 0, 0).total
