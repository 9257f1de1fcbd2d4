"""Which found item answers which annotated one."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from khabar.values.span import Span

G = TypeVar("G")
P = TypeVar("P")
Pairs = dict[int, int]  # index of an annotated item to the index of the found one


def shared(one: Span, other: Span) -> int:
    """How many characters two spans have in common."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def likeness(one: Span, other: Span) -> float:
    """Intersection over union: 1 for the same span, 0 for spans apart."""
    common = shared(one, other)
    return common / (len(one) + len(other) - common) if common else 0.0


def matched(gold: Sequence[G], found: Sequence[P], nearness: Callable[[G, P], float], least: float) -> Pairs:
    """One for one, the nearest first; nothing below the least nearness."""
    candidates = [(nearness(g, p), i, j) for i, g in enumerate(gold) for j, p in enumerate(found)]
    pairs: Pairs = {}
    used: set[int] = set()
    for near, i, j in sorted(candidates, reverse=True):
        if near < least:
            break
        if i not in pairs and j not in used:
            pairs[i] = j
            used.add(j)
    return pairs
