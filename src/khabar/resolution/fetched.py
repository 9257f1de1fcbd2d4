"""Mappings of which nobody holds the whole."""

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Fetched(Mapping[K, V]):
    """A mapping whose items are fetched when they are asked for, and nobody may ask for all.

    `known` goes before what would be fetched; None there: it is gone.
    """

    def __init__(self, fetch: Callable[[K], V | None], known: Mapping[K, V | None] | None = None) -> None:
        self._fetch = fetch
        self._known: dict[K, V | None] = dict(known or {})

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
