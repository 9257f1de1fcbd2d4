"""Likeness of weighted features, and the gathering of what is alike: only what shares a feature is ever compared."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from itertools import chain, product
from math import log, sqrt

from khabar.resolution.sharing import Features, Horizons, pairs_sharing

_SPOKESMEN = 30  # members of a group that are asked whether another may join; more would cost their square
_FEW_FAR = 1 / 3  # of the pairs of two groups; where more are far from one another, the two are not joined
_MANY = 16  # members from which on a group takes in others only if nothing parts them
# What one bag alone has sets it apart from all others alike, and so from none in particular.
_ALONE = 0.4


def weighted(bags: Sequence[Features]) -> list[dict[str, float]]:
    """Each bag with its features weighed by how few bags have them, at length one."""
    return list(each_weighted(bags))


def each_weighted(bags: Sequence[Features]) -> Iterator[dict[str, float]]:
    """The same one after the other, for bags that are made when they are asked for."""
    seen = Counter(chain.from_iterable(bags))
    rarity = {feature: log(1 + len(bags) / n) * (_ALONE if n == 1 else 1.0) for feature, n in seen.items()}
    yield from (_at_length_one({f: w * rarity[f] for f, w in sorted(bag.items())}) for bag in bags)


def likeness(one: Features, other: Features) -> float:
    """The cosine of two weighted bags of length one."""
    return sum(_shared(one, other))


def _shared(one: Features, other: Features) -> list[float]:
    """What each feature that two have adds to their likeness."""
    if len(other) < len(one):
        one, other = other, one
    return [w * other[f] for f, w in one.items() if f in other]


def gathered(
    vectors: Sequence[Features],
    floor: float,
    may_meet: Callable[[int, int], bool] | None = None,
    may_crowd: Callable[[int, int], bool] | None = None,
    *,
    are_far: Callable[[int, int], bool] | None = None,
    worth_comparing: Callable[[int, int], bool] | None = None,
    share_enough: Callable[[int, int, int, float], bool] | None = None,
    may_draw: Callable[[int, int], bool] | None = None,
    horizons: Horizons | None = None,
) -> list[list[int]]:
    """Groups whose members are on average alike by the floor or more, the most alike first; ties by position.

    No two that may not meet are ever in one group, and no two that may not crowd in a group of many; of those that are
    far from one another, few are. Where it is cheaper to tell than the likeness, `worth_comparing` names the pairs of
    which that is asked at all. Of those alike, `share_enough` is told how many features two share and how alike they
    are, and, where it is dearer, `may_draw` names the pairs that draw groups together. `horizons` tells who is near:
    those that are not are not compared, and a crowd is counted among those that are.
    """
    gathering = _Gathering(vectors, floor, may_meet or _anybody, may_crowd or _anybody, are_far)
    pairs = (
        pair for pair in pairs_sharing(vectors, floor, horizons) if worth_comparing is None or worth_comparing(*pair)
    )
    gathering.compare(pairs, share_enough or _any_share, may_draw or _anybody)
    return gathering.run()


def _anybody(one: int, other: int) -> bool:
    return True


def _any_share(one: int, other: int, features: int, alike: float) -> bool:
    return True


class _Gathering:
    """Average-link clustering over the pairs that share a feature."""

    def __init__(
        self,
        vectors: Sequence[Features],
        floor: float,
        may_meet: Callable[[int, int], bool],
        may_crowd: Callable[[int, int], bool],
        are_far: Callable[[int, int], bool] | None,
    ) -> None:
        self.sums: list[Features] = list(vectors)
        self.groups: list[list[int] | None] = [[i] for i in range(len(vectors))]
        self.near: list[set[int]] = [set() for _ in vectors]
        self.floor = floor
        self.may_meet = may_meet
        self.may_crowd = may_crowd
        self.are_far = are_far
        self.heap: list[tuple[float, int, int]] = []

    def compare(
        self,
        pairs: Iterable[tuple[int, int]],
        share_enough: Callable[[int, int, int, float], bool],
        may_draw: Callable[[int, int], bool],
    ) -> None:
        for i, j in pairs:
            shared = _shared(self.sums[i], self.sums[j])
            alike = sum(shared)
            if alike >= self.floor and share_enough(i, j, len(shared), alike) and may_draw(i, j):
                # Two groups that are alike by the floor on average have parts that are: no other pair need be kept.
                self.near[i].add(j)
                self.near[j].add(i)
                self.heap.append((-alike, i, j))
        heapify(self.heap)

    def run(self) -> list[list[int]]:
        while self.heap:
            _, i, j = heappop(self.heap)
            if self.groups[i] is not None and self.groups[j] is not None and self._meet(i, j):
                self._join(i, j)
        return sorted(sorted(g) for g in self.groups if g)

    def _meet(self, i: int, j: int) -> bool:
        many = len(self.groups[i] or ()) + len(self.groups[j] or ()) > _MANY
        one, other = (self.groups[i] or [])[:_SPOKESMEN], (self.groups[j] or [])[:_SPOKESMEN]
        met = all(self.may_meet(a, b) and (not many or self.may_crowd(a, b)) for a, b in product(one, other))
        return met and self._few_far(one, other)

    def _few_far(self, one: Sequence[int], other: Sequence[int]) -> bool:
        if self.are_far is None:
            return True
        return sum(self.are_far(a, b) for a, b in product(one, other)) <= _FEW_FAR * (len(one) * len(other))

    def _join(self, i: int, j: int) -> None:
        new, members = len(self.groups), [*(self.groups[i] or ()), *(self.groups[j] or ())]
        total = dict(self.sums[i])
        for feature, weight in self.sums[j].items():
            total[feature] = total.get(feature, 0.0) + weight
        near = {k for k in self.near[i] | self.near[j] if self.groups[k] is not None} - {i, j}
        self.groups[i] = self.groups[j] = None
        self.sums[i] = self.sums[j] = {}
        self.near[i] = self.near[j] = set()
        self.groups.append(members)
        self.sums.append(total)
        self.near.append(set())
        for k in sorted(near):
            alike = likeness(total, self.sums[k]) / (len(members) * len(self.groups[k] or ()))
            if alike >= self.floor:
                self.near[k].add(new)
                self.near[new].add(k)
                heappush(self.heap, (-alike, k, new))


def _at_length_one(bag: dict[str, float]) -> dict[str, float]:
    length = sqrt(sum(w * w for w in bag.values()))
    return {f: w / length for f, w in bag.items()} if length else {}
