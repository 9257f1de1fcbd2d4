"""The marks of places upon the map: how large, and which of them has room for its name."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

from khabar.shells.web.drawings.lettering import Box, height_of, width_of
from khabar.shells.web.drawings.world import View, projected
from khabar.values.claim import Verdict
from khabar.views.places import Point

WIDTH = 1000.0  # of the picture on the page, in the units that marks and names are measured in
LETTERS = 14.0  # height of the lettering
_SMALLEST, _LARGEST = 5.0, 26.0  # radius
_MANY, _SMALLER = 40, 0.7  # so many marks are drawn smaller
_RING = 3.5  # from the outer line of a double one to the inner
_RINGED = 6.0  # a smaller mark has no room for a second line
_REACH = 1.25  # radii: so far goes the widest form
_AWAY = 4.0  # from a mark to its name


@dataclass(frozen=True, slots=True)
class Wanted:
    """A place that is to be drawn."""

    name: str
    point: Point
    count: int


@dataclass(frozen=True, slots=True)
class Name:
    """Where a name stands, from the middle of its mark."""

    x: float
    y: float  # of the line that the letters stand on
    anchor: str  # which end of it stands there: start, middle, end, as if it ran from left to right
    box: Box  # what it covers, in units of the page's picture


@dataclass(frozen=True, slots=True)
class Mark:
    """A place upon the map."""

    x: float  # in units of the world's picture
    y: float
    radius: float  # in units of the page's picture
    name: Name
    has_room: bool  # whether the name covers no other name and no other mark


def marks(wanted: Sequence[Wanted], view: View) -> tuple[Mark, ...]:
    """A mark for each, its area by the count; names where there is room for them, those of the largest first."""
    most = max((one.count for one in wanted), default=1)
    scale = _SMALLER if len(wanted) > _MANY else 1
    radii = [scale * max(_SMALLEST, _LARGEST * math.sqrt(one.count / most)) for one in wanted]
    places = [projected(one.point) for one in wanted]
    taken = [_around(_on_page(x, y, view), r * _REACH) for (x, y), r in zip(places, radii, strict=True)]
    page = Box(0, 0, WIDTH, WIDTH * view.height / view.width)
    names: dict[int, Name] = {}
    for n in sorted(range(len(wanted)), key=lambda n: (-wanted[n].count, n)):
        others = [box for k, box in enumerate(taken) if k != n]
        found = _name(wanted[n].name, _on_page(*places[n], view), radii[n] * _REACH, others, page)
        if found:
            names[n] = found
            taken.append(found.box)
    return tuple(
        Mark(round(x, 2), round(y, 2), round(r, 2), names.get(n) or _beside(wanted[n].name, r), n in names)
        for n, ((x, y), r) in enumerate(zip(places, radii, strict=True))
    )


def outline(verdict: Verdict, radius: float) -> str:
    """The form of a mark, about its own middle, as the path that draws it: one form for each kind of doubt."""
    r = radius
    match verdict:
        case Verdict.DISPUTED:
            return _polygon((0, -r * _REACH), (r * _REACH, 0), (0, r * _REACH), (-r * _REACH, 0))
        case Verdict.RETRACTED:
            return _polygon((0, -r * 1.2), (r * 1.15, r * 0.8), (-r * 1.15, r * 0.8))
        case Verdict.DENIED_ONLY:
            return _polygon((-r * 0.9, -r * 0.9), (r * 0.9, -r * 0.9), (r * 0.9, r * 0.9), (-r * 0.9, r * 0.9))
        case Verdict.CORROBORATED if radius > _RINGED:
            return _circle(r) + _circle(r - _RING)
    return _circle(r)


def _polygon(*corners: tuple[float, float]) -> str:
    return f"M{'L'.join(f'{x:.5g} {y:.5g}' for x, y in corners)}Z"


def _circle(r: float) -> str:
    return f"M{-r:.5g} 0a{r:.5g} {r:.5g} 0 1 0 {2 * r:.5g} 0a{r:.5g} {r:.5g} 0 1 0 {-2 * r:.5g} 0Z"


def _name(words: str, at: tuple[float, float], reach: float, others: Sequence[Box], page: Box) -> Name | None:
    free = (n for n in _stands(words, at, reach) if page.holds(n.box) and not any(map(n.box.overlaps, others)))
    return next(free, None)


def _beside(words: str, radius: float) -> Name:
    """Where the name would stand, were there room."""
    return _stands(words, (0, 0), radius * _REACH)[0]


def _stands(words: str, at: tuple[float, float], reach: float) -> tuple[Name, ...]:
    """The ways in which a name may stand by its mark, the best first: right, left, above, below."""
    (x, y), wide, high, away = at, width_of(words, LETTERS), height_of(LETTERS), reach + _AWAY
    base = LETTERS * 0.35
    half = high / 2
    return (
        Name(away, base, "start", Box(x + away, y - half, x + away + wide, y + half)),
        Name(-away, base, "end", Box(x - away - wide, y - half, x - away, y + half)),
        Name(0, -away - LETTERS * 0.3, "middle", Box(x - wide / 2, y - away - high, x + wide / 2, y - away)),
        Name(0, away + LETTERS, "middle", Box(x - wide / 2, y + away, x + wide / 2, y + away + high)),
    )


def _around(at: tuple[float, float], radius: float) -> Box:
    return Box(at[0] - radius, at[1] - radius, at[0] + radius, at[1] + radius)


def _on_page(x: float, y: float, view: View) -> tuple[float, float]:
    return (x - view.left) * WIDTH / view.width, (y - view.top) * WIDTH / view.width
