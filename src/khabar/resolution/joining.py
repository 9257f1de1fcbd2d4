"""Things that are tied to one another, gathered however long the way from one to the next."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any, Generic, Protocol, TypeVar


class _Ordered(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...


T = TypeVar("T", bound=_Ordered)


class Joined(Generic[T]):
    """Things of which some are joined; the least of those that are joined leads them (disjoint sets)."""

    def __init__(self, things: Iterable[T]) -> None:
        self._above = {thing: thing for thing in things}

    def leader(self, thing: T) -> T:
        """The least of those that this one is joined to, itself included."""
        above = self._above
        while (one := above[thing]) != thing:
            above[thing] = thing = above[one]  # halves the way for whoever asks next
        return thing

    def join(self, one: T, other: T) -> tuple[T, T] | None:
        """Joins two: the one that leads them now, and the one that it took over from; None: they were one before."""
        first, second = self.leader(one), self.leader(other)
        if first == second:
            return None
        if second < first:
            first, second = second, first
        self._above[second] = first
        return first, second

    def groups(self) -> dict[T, list[T]]:
        """By their leaders those that they lead, all in the order in which the things were given."""
        found: dict[T, list[T]] = defaultdict(list)
        for thing in self._above:
            found[self.leader(thing)].append(thing)
        return found
