"""The ids of actors: such as stay the same when more reports name the same actor."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from hashlib import sha256

from khabar.language.spelling import name_key
from khabar.values.actor import ActorId, Member
from khabar.values.entity import Entity


def ids_of(clusters: Mapping[Member, Sequence[Member]], entities: Mapping[Member, Entity]) -> dict[Member, ActorId]:
    """One id for each cluster, by the member that stands for it.

    A Wikidata item is its id. Else the name tells it from others, and of namesakes the one whom most reports name; the
    rest are known by the first place where they are named.
    """
    found: dict[Member, ActorId] = {}
    namesakes: dict[str, list[Member]] = defaultdict(list)
    for root, members in clusters.items():
        items = [w for m in members if (w := entities[m].wikidata)]
        if items:
            found[root] = min(items)
        else:
            namesakes[_name(members, entities)].append(root)
    for name, roots in namesakes.items():
        best = min(roots, key=lambda root: (-len(clusters[root]), root))
        found.update((root, _hashed(name) if root == best else _by_place(clusters[root], entities)) for root in roots)
    return found


def _name(members: Sequence[Member], entities: Mapping[Member, Entity]) -> str:
    """The entry of our world knowledge, or else the first of the spellings: a further report seldom brings another."""
    entry = min((k for m in members if (k := entities[m].known_as)), default=None)
    return entry or min({name_key(name) for name in {entities[m].name for m in members}})


def _by_place(members: Sequence[Member], entities: Mapping[Member, Entity]) -> ActorId:
    first = min(members)
    return _hashed(f"{first[0]}\0{first[1]}\0{entities[first].name}")


def _hashed(mark: str) -> ActorId:
    return "x" + sha256(mark.encode(errors="replace")).hexdigest()[:15]
