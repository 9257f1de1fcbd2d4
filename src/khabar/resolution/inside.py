"""Which things of a report stand inside a stretch of it."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from khabar.values.span import Span

T = TypeVar("T")


class Inside(Generic[T]):
    """Things by where they begin."""

    def __init__(self, things: Iterable[tuple[Span, T]]) -> None:
        self.things = sorted(things, key=lambda t: t[0])
        self.starts = [span.start for span, _ in self.things]

    def within(self, stretch: Span) -> Iterator[T]:
        """Those that lie wholly inside, in order."""
        for at in range(bisect_left(self.starts, stretch.start), bisect_left(self.starts, stretch.end)):
            if self.things[at][0].end <= stretch.end:
                yield self.things[at][1]
