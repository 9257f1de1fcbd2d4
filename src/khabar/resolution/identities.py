"""The ids of actors: such as stay the same when more reports name the same actor."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from typing import NamedTuple

from khabar.language.spelling import name_key
from khabar.values.actor import Actor, ActorId, Member
from khabar.values.entity import Entity


class Mark(NamedTuple):
    """By what an actor is told from others."""

    item: str | None  # of Wikidata; None: not known
    name: str  # where there is no item: the entry of our world knowledge, or else the key of the name it goes by

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
    """The mark of what all these are: that of most of them, so that whoever is found to be one of many renames none."""
    if item := most_told(e.wikidata for e in named):
        return Mark(item, "")
    return Mark(None, most_told(e.known_as for e in named) or name_key(most_told_name([e.name for e in named])))


def mark_in(actor: Actor) -> Mark:
    """The mark of an actor."""
    return Mark(actor.wikidata, "" if actor.wikidata else actor.known_as or name_key(actor.name))


def most_told(told: Iterable[str | None]) -> str | None:
    """What most tell of those who tell anything, the first in order of equals; None: nobody tells anything."""
    named = [*filter(None, told)]
    if len(named) < 2:
        return named[0] if named else None  # as of most actors
    counts = Counter(named)
    return min(counts, key=lambda one: (-counts[one], one))


def most_told_name(names: Sequence[str]) -> str:
    """The name that is told most often, the longest of equals."""
    if len(names) == 1:
        return names[0]  # as of most actors
    counts = Counter(names)
    return min(counts, key=lambda name: (-counts[name], -len(name), name))


def id_by_place(first: Member, name: str) -> ActorId:
    """The id of whoever is first named there, under that name."""
    return _hashed(f"{first[0]}\0{first[1]}\0{name}")


def _hashed(mark: str) -> ActorId:
    return "x" + sha256(mark.encode(errors="replace")).hexdigest()[:15]
