"""Who is who after somebody judged of some actors anew: these and their kin are told apart again, all others stay.

What becomes of an actor rests on his kin alone; his id on his namesakes too; and to which body he belongs, on the ids
of those whom the same reports name. So no report is looked at but theirs.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from khabar.resolution.actors import (
    JudgedMembers,
    actor_from,
    entities_in,
    judged_members,
    kin_among,
    reasons_of,
    sameness_of,
)
from khabar.resolution.appearances import Appearances
from khabar.resolution.fetched import Fetched
from khabar.resolution.identities import Mark, foremost, id_by_place, mark_in, mark_of
from khabar.resolution.offices import Offices
from khabar.resolution.sameness import Sameness
from khabar.values.actor import Actor, ActorId, Member
from khabar.values.judgement import Judgement


class Registry(Protocol):
    """The actors as they stand, under the names that reports give them."""

    def actor(self, actor_id: ActorId) -> Actor:
        """The actor of that id."""

    def actor_of(self, member: Member) -> ActorId | None:
        """The actor that an entity of a report is; None: there is no such entity."""

    def kin_of(self, ids: Collection[ActorId]) -> frozenset[ActorId]:
        """These, and all who might be one with any of them."""

    def bearers(self, names: Collection[str]) -> Collection[ActorId]:
        """Whoever has one of these keys of a name, or one of these entries of our world knowledge."""

    def appearances(self, report_id: str) -> Appearances:
        """Whom a report names."""


@dataclass(frozen=True, slots=True)
class Recast:
    """What became of actors that stood; those of whom nothing changed are left out."""

    before: Mapping[ActorId, Actor]
    now: Mapping[ActorId, Actor]
    of_member: Mapping[Member, ActorId]  # of the entities that are another actor now
    strangers: frozenset[ActorId]  # the ids, as they were, whose kin are told anew
    kin: tuple[tuple[ActorId, ...], ...]  # that is, these


def recast(
    changed: Sequence[Judgement], judgements: Iterable[Judgement], story_of: Mapping[str, int], registry: Registry
) -> Recast:
    """The actors on whom it bears that these judgements came or went, after all judgements of now."""
    desk = _Desk(registry)
    kin = desk.kin_judged(changed)
    apart = _told_apart(kin, judgements, story_of, desk)
    ids, renamed = _ids(apart, kin, desk)
    moved = {m: ids[root] for root, members in apart.clusters.items() for m in members}
    moved |= {m: own_id for old, own_id in renamed.items() for m in desk.actor(old).members}
    moved = {m: own_id for m, own_id in moved.items() if own_id != registry.actor_of(m)}
    others = desk.pointing_at(moved) | renamed.keys()
    actors = _actors(apart, ids, {old: renamed.get(old, old) for old in sorted(others - kin)}, moved, desk)
    before = {old: desk.actor(old) for old in sorted(kin | others)}
    now = {actor.id: actor for actor in actors}
    return Recast(
        {i: actor for i, actor in before.items() if now.get(i) != actor},
        {i: actor for i, actor in now.items() if before.get(i) != actor},
        moved,
        kin | registry.kin_of(sorted(renamed)),
        (*kin_among(apart.groups, ids), *_kin_renamed(renamed, registry)),
    )


@dataclass(frozen=True, slots=True)
class _Apart:
    """Some actors told apart anew."""

    groups: Sameness
    clusters: Mapping[Member, Sequence[Member]]
    heard: Sequence[JudgedMembers]


class _Desk:
    """The actors and reports that were looked at."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry
        self._told: dict[str, Appearances] = {}
        self._actors: dict[ActorId, Actor] = {}

    def actor(self, actor_id: ActorId) -> Actor:
        """An actor as it stood."""
        if actor_id not in self._actors:
            self._actors[actor_id] = self.registry.actor(actor_id)
        return self._actors[actor_id]

    def told_of(self, actors: Iterable[ActorId]) -> Sequence[Appearances]:
        """What all reports tell that name one of these."""
        reports = {report for actor in actors for report, _ in self.actor(actor).members}
        return [self.told(report) for report in sorted(reports)]

    def told(self, report: str) -> Appearances:
        """What one report tells."""
        if report not in self._told:
            self._told[report] = self.registry.appearances(report)
        return self._told[report]

    def kin_judged(self, changed: Sequence[Judgement]) -> frozenset[ActorId]:
        """All kin of those of whom something was judged."""
        reports = sorted({passage.report_id for judgement in changed for passage in (judgement.one, judgement.other)})
        named = judged_members(changed, entities_in(map(self.told, reports)))
        actors = {self.registry.actor_of(member) for pair in named for member in pair[:2]}
        return self.registry.kin_of(sorted(a for a in actors if a))

    def pointing_at(self, members: Iterable[Member]) -> frozenset[ActorId]:
        """The actors, as they stood, that belong to one of these entities, or hold an office there."""
        found = {
            self.registry.actor_of((report, e.id))
            for report, entity_id in members
            for e in self.told(report).entities
            if entity_id in (e.of, *(role.of for role in e.roles))
        }
        return frozenset(actor for actor in found if actor)


def _told_apart(
    kin: Collection[ActorId], judgements: Iterable[Judgement], story_of: Mapping[str, int], desk: _Desk
) -> _Apart:
    told = desk.told_of(kin)
    everybody = entities_in(told)
    wanted = {m: everybody[m] for m in sorted(m for actor in kin for m in desk.actor(actor).members)}
    heard = [pair for pair in judged_members(judgements, everybody) if pair[0] in wanted and pair[1] in wanted]
    groups = sameness_of(told, wanted, story_of, heard)
    return _Apart(groups, groups.clusters(), heard)


def _ids(apart: _Apart, kin: Collection[ActorId], desk: _Desk) -> tuple[dict[Member, ActorId], dict[ActorId, ActorId]]:
    """The ids of those told apart, and what ids their namesakes bear now that bore another one."""
    entities = apart.groups.entities
    own = {root: mark_of([entities[m] for m in members]) for root, members in apart.clusters.items()}
    namesakes = _namesakes({*own.values(), *(mark_in(desk.actor(actor)) for actor in kin)}, kin, desk)
    sizes: dict[Mark, dict[Member, int]] = defaultdict(dict)
    for root, mark in own.items():
        sizes[mark][root] = len(apart.clusters[root])
    for actor, mark in namesakes:
        sizes[mark][actor.members[0]] = len(actor.members)
    best = {mark: foremost(told) for mark, told in sizes.items()}
    ids = {
        root: mark.id if root == best[mark] else id_by_place(root, entities[root].name) for root, mark in own.items()
    }
    now = ((actor.id, _id_of_namesake(actor, mark, best[mark], desk)) for actor, mark in namesakes)
    return ids, {before: after for before, after in now if before != after}


def _namesakes(marks: Collection[Mark], kin: Collection[ActorId], desk: _Desk) -> list[tuple[Actor, Mark]]:
    """Whoever else has one of these marks."""
    found = desk.registry.bearers(sorted(mark.name for mark in marks if mark.name))
    told = ((actor, mark_in(actor)) for actor in (desk.actor(i) for i in sorted(found) if i not in kin))
    return [(actor, mark) for actor, mark in told if mark in marks]


def _id_of_namesake(actor: Actor, mark: Mark, best: Member, desk: _Desk) -> ActorId:
    first = actor.members[0]
    if first == best:
        return mark.id
    if actor.id != mark.id:
        return actor.id
    return id_by_place(first, next(e.name for e in desk.told(first[0]).entities if e.id == first[1]))


def _actors(
    apart: _Apart,
    ids: Mapping[Member, ActorId],
    others: Mapping[ActorId, ActorId],
    moved: Mapping[Member, ActorId],
    desk: _Desk,
) -> Iterator[Actor]:
    """Those told apart, and others under the ids of now, for the same reasons as before."""
    members = [m for root in apart.clusters for m in apart.clusters[root]]
    told = [*map(desk.told, sorted({report for report, _ in members})), *desk.told_of(others)]
    of_member: Mapping[Member, ActorId] = Fetched(desk.registry.actor_of, moved)
    entities, offices = entities_in(told), Offices(of_member, told)
    reasons = reasons_of(apart.groups, apart.heard)
    for root, mine in apart.clusters.items():
        yield actor_from(ids[root], mine, entities, of_member, offices, reasons(root))
    for before, after in others.items():
        actor = desk.actor(before)
        yield actor_from(after, actor.members, entities, of_member, offices, actor.merged_because)


def _kin_renamed(renamed: Mapping[ActorId, ActorId], registry: Registry) -> set[tuple[ActorId, ...]]:
    """The kin of those who bear another id now."""
    groups = {registry.kin_of([before]) for before in renamed}
    return {tuple(sorted(renamed.get(i, i) for i in kin)) for kin in groups if len(kin) > 1}
