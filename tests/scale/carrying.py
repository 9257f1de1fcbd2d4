"""Readings carried over: what was read in a real report, at the places of the report that was made of it.

Growth is measured on many more reports than can be read in an hour; reading takes the same for each of them, and what
comes after it sees names, dates and places that are as many and as often the same as if all had been read.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import fields, is_dataclass, replace
from datetime import date, timedelta
from functools import cache
from typing import Any

from worlds import Original, Piece, World, changed, changes_in, pieces_in

from khabar.knowledge.actors import media, organisations, persons
from khabar.knowledge.geography import places
from khabar.values.entity import Entity
from khabar.values.moment import Moment
from khabar.values.reading import Reading
from khabar.values.span import Span

_POINT = re.compile(r"([0-9]{4})(?:-W([0-9]{2})|-([0-9]{2})(?:-([0-9]{2}))?)?")


def carried(original: Original, world: World) -> Reading:
    """The reading of the report as that world tells it; that of the real one in the real world."""
    if not world.number:
        return original.reading
    found: Reading = _Carrier(original, world).carry(original.reading)
    return replace(found, report_id=f"{original.report.id}-{world.number}")


class _Carrier:
    """Carries the values of one report's reading over into another world."""

    def __init__(self, original: Original, world: World) -> None:
        self._world = world
        self._names = changes_in(original, world)
        self._places = _Places(list(pieces_in(original.report.text, self._names, world.words)))

    def carry(self, value: Any) -> Any:
        """The same value with every place, name and time as it is there."""
        if isinstance(value, Span):
            return self._places.span(value)
        if isinstance(value, Moment):
            return later(value, self._world.later)
        if isinstance(value, tuple):
            return tuple(self.carry(item) for item in value)
        if not is_dataclass(value):
            return value
        given = {field.name: self.carry(getattr(value, field.name)) for field in fields(value)}
        return self._entity(value, given) if isinstance(value, Entity) else type(value)(**given)

    def _entity(self, entity: Entity, given: dict[str, Any]) -> Entity:
        entry = self._world.entries.get(entity.known_as or "")
        name = changed(entity.name, self._names, self._world.words)
        item = _items().get(entry) if entry else entity.wikidata
        return Entity(**given | {"name": name, "known_as": entry or entity.known_as, "wikidata": item})


class _Places:
    """Where the places of a text are when pieces of it have become longer or shorter."""

    def __init__(self, pieces: Sequence[Piece]) -> None:
        self._pieces = pieces
        self._starts = [piece.start for piece in pieces]
        self._grown = [0]  # by how much the text before each piece is longer
        for piece in pieces:
            self._grown.append(self._grown[-1] + len(piece.words) - (piece.end - piece.start))

    def span(self, span: Span) -> Span:
        """The stretch that stands for this one."""
        start = self._first(span.start)
        return Span(start, max(start, self._end(span.end)) if span.end > span.start else start)

    def _first(self, place: int) -> int:
        at = bisect_right(self._starts, place) - 1
        if at < 0 or place >= self._pieces[at].end:
            return place + self._grown[at + 1]
        piece, inside = self._pieces[at], place - self._starts[at]
        return self._starts[at] + self._grown[at] + min(inside, max(piece.attached, len(piece.words) - 1))

    def _end(self, place: int) -> int:
        at = bisect_right(self._starts, place - 1) - 1
        if at < 0 or place >= self._pieces[at].end:
            return place + self._grown[at + 1]
        piece = self._pieces[at]
        return self._starts[at] + self._grown[at] + max(1, len(piece.words) - (piece.end - place))


def later(moment: Moment, by: timedelta) -> Moment:
    """A time so much later, as precisely as it was stated."""
    return Moment(_POINT.sub(lambda found: _point(found, by), moment.edtf))


def _point(found: re.Match[str], by: timedelta) -> str:
    year, week, month, day = found.groups()
    if week:
        then = (date.fromisocalendar(int(year), int(week), 1) + by).isocalendar()
        return f"{then.year:04}-W{then.week:02}"
    moved = date(int(year), int(month or 6), int(day or 15)) + by
    return moved.isoformat()[: len(found[0])]


@cache
def _items() -> dict[str, str | None]:
    """The Wikidata items of those that our knowledge has, by their entries."""
    return {one.id: one.wikidata for pool in (persons(), organisations(), places(), media()) for one in pool}
