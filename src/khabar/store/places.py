"""Numbers that keep a list in order while items come and go, so that what stays keeps its number."""

from collections.abc import Mapping, Sequence

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
