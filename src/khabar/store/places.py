"""Numbers that keep a list in order while items come and go, so that what stays keeps its number."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from math import inf

GAP = 1 << 20  # between two neighbours at first; halved twenty times before there is no room


def places_for(items: Sequence[str], taken: Mapping[str, int]) -> dict[str, int] | None:
    """A number for each of these different items, rising; those that have one keep it.

    None: there is no room left between two of them, or those that have numbers stand in another order now.
    """
    found: dict[str, int] = {}
    last, waiting = 0, list[str]()
    for item in (*items, None):
        here = last + GAP * (len(waiting) + 1) if item is None else taken.get(item)
        if here is None:
            waiting.append(item or "")
            continue
        step = (here - last) // (len(waiting) + 1)
        if step < 1:
            return None
        found.update((one, last + step * at) for at, one in enumerate(waiting, start=1))
        if item is not None:
            found[item] = here
        last, waiting = here, []
    return found


def taken_over(items: Sequence[str], taken: Mapping[str, int]) -> dict[str, int]:
    """The numbers that are taken when items that come between two others have those of as many that went from there."""
    staying = taken.keys() & {*items}
    found = {item: taken[item] for item in staying}
    free = sorted(taken[item] for item in taken.keys() - staying)
    last, waiting = 0.0, list[str]()
    for item in (*items, None):
        if item is not None and item not in staying:
            waiting.append(item)
            continue
        here = inf if item is None else taken[item]
        between = free[bisect_right(free, last) : bisect_left(free, here)]
        if len(between) == len(waiting):
            found.update(zip(waiting, between, strict=True))
        last, waiting = here, []
    return found
