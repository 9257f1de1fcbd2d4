"""Pairs of weighted bags that may be alike: they share features, and what they share may weigh enough."""

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate
from typing import NamedTuple

Features = Mapping[str, float]
# A feature that more things share than this tells little, and comparing all that share it would cost their square.
_CROWD = 60
_NEXT = 3  # of a crowd that each is compared with
_ROUNDED = 1e-9  # of a sum, that it may come out otherwise when its parts are added in another order


class Horizons(NamedTuple):
    """Which of many things, in their order, may be near one another."""

    ends: Sequence[int]  # for each the place from which on nothing is near it
    open: int  # but what stands from here on, and is near everything


def pairs_sharing(
    vectors: Sequence[Features], enough: float, horizons: Horizons | None = None
) -> Iterator[tuple[int, int]]:
    """The pairs that share features which may add up to so much, in order.

    In a crowd each is paired with those next only, so that copies meet; where it is told who is near, with all near it
    if they are no crowd. One pair after the other, since those of a whole archive would fill its memory.
    """
    pairing = _Pairing(vectors, horizons)
    heaviest = array("d", (max(vector.values(), default=0.0) for vector in vectors))
    least, open_from = enough * (1 - _ROUNDED), horizons.open if horizons else len(vectors)
    for i, vector in enumerate(vectors):
        shared, unseen = pairing.sharing(i)
        # that many features of its own weigh no more than the heaviest, each beside the heaviest of the other
        most = [*accumulate(sorted(vector.values(), reverse=True), initial=0.0)]
        most += most[-1:] * unseen
        found = (j for j, n in shared.items() if j >= open_from or most[n + unseen] * heaviest[j] >= least)
        yield from ((i, j) for j in sorted(found))


class _Pairing:
    """Bags in their order, each met with those behind it that share a feature."""

    def __init__(self, vectors: Sequence[Features], horizons: Horizons | None) -> None:
        self._vectors = vectors
        self._horizons = horizons
        self._having: dict[str, list[int]] = defaultdict(list)
        for i, vector in enumerate(vectors):
            for feature in vector:
                self._having[feature].append(i)
        self._done: dict[str, int] = defaultdict(int)

    def sharing(self, i: int) -> tuple[Counter[int], int]:
        """How many features each of those behind shares with the next bag, of how many more that is not known."""
        met: list[int] = []
        unseen = 0
        for feature in self._vectors[i]:
            self._done[feature] += 1
            members, first = self._having[feature], self._done[feature]
            near = bisect_left(members, self._horizons.ends[i], first) if self._horizons else len(members)
            if len(members) <= _CROWD:
                met += members[first:near]
                met += self._open_ones(members, near)
            elif self._horizons and near - first <= _CROWD:
                met += members[first:near]
            else:
                met += members[first : first + _NEXT]
                unseen += 1
        return Counter(met), unseen

    def _open_ones(self, members: Sequence[int], behind: int) -> Sequence[int]:
        if self._horizons is None or members[-1] < self._horizons.open:
            return ()
        return members[bisect_left(members, self._horizons.open, behind) :]
