"""The ids of actors: such as stay the same when more reports name the same actor."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from khabar.language.spelling import name_key
from khabar.values.actor import Actor, ActorId, Member
from khabar.values.entity import Entity


class Mark(NamedTuple):
    """By what an actor is told from others."""

    item: str | None  # of Wikidata; None: not known
    name: str  # where there is no item: the entry of our world knowledge, or else the first of the spellings

    @property
    def id(self) -> ActorId:
        """The id of the foremost of all that have it."""
        return self.item or _hashed(self.name)


def ids_of(clusters: Mapping[Member, Sequence[Member]], entities: Mapping[Member, Entity]) -> dict[Member, ActorId]:
    """One id for each cluster, by the member that stands for it.

    A Wikidata item is its id. Else the name tells it from others; of several with that item or name, the one whom most
    reports name has it, and the rest are known by the first place where they are named.
    """
    found: dict[Member, ActorId] = {}
    namesakes: dict[Mark, list[Member]] = defaultdict(list)
    for root, members in clusters.items():
        namesakes[mark_of([entities[m] for m in members])].append(root)
    for mark, roots in namesakes.items():
        best = foremost({root: len(clusters[root]) for root in roots})
        found.update((root, mark.id if root == best else id_by_place(root, entities[root].name)) for root in roots)
    return found


def foremost(sizes: Mapping[Member, int]) -> Member:
    """Of namesakes, each given by its first member and with the number of all, the one that the name means."""
    return min(sizes, key=lambda root: (-sizes[root], root))


def mark_of(named: Sequence[Entity]) -> Mark:
    """The mark of what all these are; further reports seldom bring another."""
    if items := [e.wikidata for e in named if e.wikidata]:
        return Mark(min(items), "")
    entry = min((e.known_as for e in named if e.known_as), default=None)
    return Mark(None, entry or _first({e.name for e in named}))


def mark_in(actor: Actor) -> Mark:
    """The mark of an actor."""
    names = {actor.name, *actor.also}
    return Mark(actor.wikidata, "" if actor.wikidata else actor.known_as or _first(names))


def id_by_place(first: Member, name: str) -> ActorId:
    """The id of whoever is first named there, under that name."""
    return _hashed(f"{first[0]}\0{first[1]}\0{name}")


def _first(names: set[str]) -> str:
    return min(map(name_key, names))


def _hashed(mark: str) -> ActorId:
    return "x" + sha256(mark.encode(errors="replace")).hexdigest()[:15]
