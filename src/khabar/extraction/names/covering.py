"""Which stretches of words lie over a place, without looking at all of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Generic, Protocol, TypeVar


class Stretch(Protocol):
    """Words from one token up to another."""

    @property
    def first(self) -> int:
        """The first token."""

    @property
    def last(self) -> int:
        """The token behind the last."""


S = TypeVar("S", bound=Stretch)


class Covering(Generic[S]):
    """Stretches by the tokens that they hold."""

    def __init__(self, stretches: Iterable[S]) -> None:
        self._over: dict[int, list[S]] = defaultdict(list)
        for one in stretches:
            for at in range(one.first, one.last):
                self._over[at].append(one)

    def at(self, token: int) -> Sequence[S]:
        """Those that hold the token, in their order."""
        return self._over.get(token, ())

    def around(self, first: int, last: int) -> Iterator[S]:
        """Those that hold everything from one token up to another."""
        return (one for one in self.at(first) if one.last >= last)
