"""An outline kept in short, and taken up again while nothing has changed that it was drawn from.

Whether somebody affirms or denies, whether something took place, of what kind it is and when: none of it bears on
stories, copies or actors. So a person's correction leaves the outline as it stands, and no other report is opened;
what he judges of actors leaves stories and copies, and all actors but these and those that rest on them.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import overload

from khabar.resolution.fetched import Fetched
from khabar.values.actor import Actor
from khabar.values.conclusions import Names
from khabar.values.judgement import Judged, Judgement
from khabar.weighing.digest import Digest
from khabar.weighing.outline import Outline, outline_of
from khabar.weighing.recasting import (
    Bearers,
    Countries,
    Roll,
    bearers_of,
    in_doubt,
    judged_anew,
    names_after,
    to_be_kept,
)
from khabar.weighing.shelf import Memory, Opened, Shelf, Standing

_KEY = "outline"
Shown = Mapping[str, tuple[str, ...]]  # which of these names come in which stories, by what those rest on beside them


@dataclass(frozen=True, slots=True)
class Sketch:
    """An outline with the key of each story and the names that some actors are shown under."""

    outline: Outline
    keys: Sequence[str]
    names: Names
    shown: Shown
    countries: Countries
    come: Bearers


@dataclass(frozen=True, slots=True)
class Kept:
    """A sketch as it is remembered; the actors stand where conclusions are kept."""

    rests_on: str
    judged: tuple[Judgement, ...]  # of actors
    reports: tuple[str, ...]
    marks: tuple[str, ...]  # of each of these reports
    groups: tuple[tuple[int, ...], ...]
    first: tuple[tuple[int, int], ...]
    keys: tuple[str, ...]
    names: tuple[tuple[str, str], ...]
    shown: tuple[tuple[str, tuple[str, ...]], ...]
    countries: Countries


def sketched(
    shelf: Shelf,
    opened: Opened,
    memory: Memory,
    judgements: Sequence[Judgement],
    shown_as: Callable[[Iterable[Actor]], Names] | None,
) -> Sketch:
    """The sketch of a collection: as much of the one that was kept last as still stands, the rest drawn anew."""
    standing = memory.standing()
    kept = memory.recall(Kept, _KEY) if standing else None
    if kept and standing and kept.rests_on == standing.rests_on():
        memory.want_all("shared ")
        return _taken_up(kept, standing, judgements, shown_as)
    outline = outline_of(shelf, opened, memory, judgements)
    names = shown_as(outline.cast.actors) if shown_as else {}
    countries = Countries.among(outline.cast.actors)
    return Sketch(outline, [outline.key(group) for group in outline.groups], names, {}, countries, Bearers())


def _taken_up(
    kept: Kept,
    standing: Standing,
    judgements: Sequence[Judgement],
    shown_as: Callable[[Iterable[Actor]], Names] | None,
) -> Sketch:
    """What was kept, with those told apart anew of whom somebody judged since."""
    fetched = Fetched(standing.digest)
    roll = Roll(kept.countries, standing, fetched)
    story_of = {kept.reports[place]: number for number, group in enumerate(kept.groups) for place in group}
    changed = sorted({*kept.judged} ^ {*_on_actors(judgements)}, key=lambda j: (j.at, j.one, j.other))
    recast = judged_anew(changed, judgements, story_of, roll)
    cast = roll.cast(recast)
    doubtful = in_doubt(recast, cast, standing)
    outline = Outline(
        kept.reports,
        _Digests(kept.reports, fetched),
        kept.groups,
        cast,
        None,
        None,
        dict(kept.first),
        doubtful=frozenset(doubtful),
        recast=to_be_kept(recast, cast, doubtful, roll) if recast.strangers else None,
    )
    names = names_after(recast, dict(kept.names), cast, standing, shown_as) if shown_as else {}
    touched = {story_of[report] for report, _ in recast.of_member} | _changed(kept, standing)
    keys = [outline.key(group) if n in touched else kept.keys[n] for n, group in enumerate(kept.groups)]
    come = bearers_of(names.keys() - dict(kept.names).keys(), recast, cast, standing)
    return Sketch(outline, keys, names, _shown(kept, names), kept.countries.after(recast), come)


def _changed(kept: Kept, standing: Standing) -> set[int]:
    """The stories of reports that were corrected."""
    marks = standing.marks()
    changed = {place for place, report in enumerate(kept.reports) if marks[report] != kept.marks[place]}
    return {number for number, group in enumerate(kept.groups) if not changed.isdisjoint(group)}


def _shown(kept: Kept, names: Names) -> Shown:
    """Which of the names that were kept, and are shown otherwise still, come where."""
    return {story: tuple(n for n in told if n in names) for story, told in kept.shown}


def keep(sketch: Sketch, shown: Shown, memory: Memory, judgements: Sequence[Judgement]) -> None:
    """Remembers a sketch, with the names that come in its stories."""
    standing = memory.standing()
    if standing is None:
        return
    outline, marks = sketch.outline, standing.marks()
    kept = Kept(
        standing.rests_on(),
        _on_actors(judgements),
        tuple(outline.reports),
        tuple(marks[report] for report in outline.reports),
        tuple(map(tuple, outline.groups)),
        tuple(sorted(outline.first.items())),
        tuple(sketch.keys),
        tuple(sorted(sketch.names.items())),
        tuple(sorted(shown.items())),
        sketch.countries,
    )
    memory.want(_KEY)
    memory.remember(_KEY, kept)


def _on_actors(judgements: Sequence[Judgement]) -> tuple[Judgement, ...]:
    return tuple(sorted((j for j in judgements if j.of is Judged.ACTOR), key=lambda j: (j.at, j.one, j.other, j.told)))


class _Digests(Sequence[Digest]):
    """The digests of an outline, each fetched when it is asked for."""

    def __init__(self, reports: Sequence[str], fetched: Mapping[str, Digest]) -> None:
        self._reports = reports
        self._fetched = fetched

    @overload
    def __getitem__(self, place: int) -> Digest: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Digest]: ...
    def __getitem__(self, place: int | slice) -> Digest | Sequence[Digest]:
        if isinstance(place, slice):
            return [self._fetched[report] for report in self._reports[place]]
        return self._fetched[self._reports[place]]

    def __len__(self) -> int:
        return len(self._reports)
