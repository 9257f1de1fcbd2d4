"""An outline kept in short, and taken up again while nothing has changed that it was drawn from.

Whether somebody affirms or denies, whether something took place, of what kind it is and when: none of it bears on
stories, copies or actors. So a person's correction leaves the outline as it stands, and no other report is opened.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar, overload

from khabar.resolution.actors import Cast
from khabar.values.actor import Actor, ActorId, Behind
from khabar.values.conclusions import Names
from khabar.values.entity import Kind
from khabar.values.judgement import Judged, Judgement
from khabar.weighing.digest import Digest
from khabar.weighing.outline import Layout, Outline, outline_of, with_actors
from khabar.weighing.shelf import Memory, Opened, Shelf, Standing
from khabar.weighing.sides import behind_of

K = TypeVar("K")
V = TypeVar("V")
_KEY = "outline"
Shown = Mapping[str, tuple[str, ...]]  # which of these names come in which stories, by what those rest on beside them


@dataclass(frozen=True, slots=True)
class Sketch:
    """An outline with the key of each story and the names that some actors are shown under."""

    outline: Outline
    keys: Sequence[str]
    names: Names
    shown: Shown


@dataclass(frozen=True, slots=True)
class Kept:
    """A sketch as it is remembered; the actors stand where conclusions are kept."""

    rests_on: str
    judged: str
    reports: tuple[str, ...]
    marks: tuple[str, ...]  # of each of these reports
    groups: tuple[tuple[int, ...], ...]
    first: tuple[tuple[int, int], ...]
    keys: tuple[str, ...]
    names: tuple[tuple[str, str], ...]
    shown: tuple[tuple[str, tuple[str, ...]], ...]
    countries: tuple[Actor, ...]  # as the reports call them, not as they are shown


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
    if kept is None or standing is None or kept.rests_on != standing.rests_on():
        outline = outline_of(shelf, opened, memory, judgements)
    else:
        memory.want_all("shared ")
        if kept.judged == _on_actors(judgements):
            return _taken_up(kept, standing)
        outline = with_actors(shelf.digests(), Layout(kept.groups, dict(kept.first)), judgements)
    names = shown_as(outline.cast.actors) if shown_as else {}
    return Sketch(outline, [outline.key(group) for group in outline.groups], names, {})


def _taken_up(kept: Kept, standing: Standing) -> Sketch:
    marks = standing.marks()
    changed = {place for place, report in enumerate(kept.reports) if marks[report] != kept.marks[place]}
    outline = _outline_in(kept, standing)
    told = zip(kept.keys, kept.groups, strict=True)
    keys = [key if changed.isdisjoint(group) else outline.key(group) for key, group in told]
    return Sketch(outline, keys, dict(kept.names), dict(kept.shown))


def keep(sketch: Sketch, shown: Shown, memory: Memory, judgements: Sequence[Judgement]) -> None:
    """Remembers a sketch, with the names that come in its stories."""
    standing = memory.standing()
    if standing is None:
        return
    outline, marks = sketch.outline, standing.marks()
    countries = outline.cast.actors if not outline.stands else ()
    before = memory.recall(Kept, _KEY) if outline.stands else None
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
        before.countries if before else tuple(_bare(a) for a in countries if a.kind is Kind.COUNTRY),
    )
    memory.want(_KEY)
    memory.remember(_KEY, kept)


def _on_actors(judgements: Sequence[Judgement]) -> str:
    return repr(sorted((j.at, j.one, j.other, j.same, j.told) for j in judgements if j.of is Judged.ACTOR))


def _bare(actor: Actor) -> Actor:
    return replace(actor, reports=(), members=(), merged_because=())


def _outline_in(kept: Kept, standing: Standing) -> Outline:
    return Outline(
        kept.reports,
        _Digests(kept.reports, standing),
        kept.groups,
        _cast(kept, standing),
        None,
        None,
        dict(kept.first),
        stands=True,
    )


def _cast(kept: Kept, standing: Standing) -> Cast:
    """The actors as the outline had them, each fetched when something is asked of him."""
    countries = {actor.id: actor for actor in kept.countries}

    def actor(actor_id: ActorId) -> Actor | None:
        return countries.get(actor_id) or standing.actor(actor_id)

    by_id = Fetched(actor)
    bare = Cast((), {}, by_id, Fetched(standing.actor_known_as))
    behind = Fetched(partial(_behind, by_id, bare))
    return replace(bare, of_member=Fetched(standing.actor_of), behind=behind)


def _behind(by_id: Mapping[ActorId, Actor], bare: Cast, actor_id: ActorId) -> Behind | None:
    actor = by_id.get(actor_id)
    return behind_of(actor, bare) if actor else None


class Fetched(Mapping[K, V]):
    """A mapping whose items are fetched when they are asked for, and nobody may ask for all."""

    def __init__(self, fetch: Callable[[K], V | None]) -> None:
        self._fetch = fetch
        self._known: dict[K, V | None] = {}

    def __getitem__(self, key: K) -> V:
        if key not in self._known:
            self._known[key] = self._fetch(key)
        found = self._known[key]
        if found is None:
            raise KeyError(key)
        return found

    def __iter__(self) -> Iterator[K]:
        raise TypeError("only single items can be fetched")

    def __len__(self) -> int:
        raise TypeError("only single items can be fetched")


class _Digests(Sequence[Digest]):
    """The digests of an outline, each fetched when it is asked for."""

    def __init__(self, reports: Sequence[str], standing: Standing) -> None:
        self._reports = reports
        self._fetched = Fetched(standing.digest)

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
