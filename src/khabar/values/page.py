"""A part of a long answer, with how much there is in all."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar, overload

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Page(Sequence[T], Generic[T]):
    """The items of an answer from the one at `offset` on, in order."""

    items: tuple[T, ...]
    total: int  # how many the whole answer has
    offset: int = 0

    @classmethod
    def of(cls, everything: Sequence[T], limit: int | None = None, offset: int = 0) -> "Page[T]":
        """At most `limit` of them, leaving out the first `offset`; None: as many as there are."""
        end = None if limit is None else offset + limit
        return cls(tuple(everything[offset:end]), len(everything), offset)

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...
    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        return self.items[at]

    def __len__(self) -> int:
        return len(self.items)
