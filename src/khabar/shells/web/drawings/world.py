"""The map: where a place lies upon the picture of the world, and which part of it shows all places.

The picture is static/world.svg, which assets/world.js makes with the same projection.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from khabar.shells.web.drawings.lettering import Box
from khabar.views.places import Point

UNITS = 20  # of the picture in one degree of longitude
WORLD = Box(-3600, -2294, 3600, 1313)  # the viewBox of world.svg
SHAPE = (WORLD.right - WORLD.left) / (WORLD.bottom - WORLD.top)  # of what is shown: its width in its heights
_NARROWEST = 400.0  # so many units are shown at the least: twenty degrees
_MARGIN = 0.12  # of the width, beyond the outermost places: for their names


def projected(point: Point) -> tuple[float, float]:
    """Where a point of the earth lies in the picture, by Miller's projection; kept to the picture's edge."""
    y = -UNITS * math.degrees(1.25 * math.log(math.tan(math.pi / 4 + 0.4 * math.radians(point.lat))))
    return _kept(UNITS * point.lon, WORLD.left, WORLD.right), _kept(y, WORLD.top, WORLD.bottom)


@dataclass(frozen=True, slots=True)
class View:
    """The part of the picture that is shown."""

    left: float
    top: float
    width: float
    height: float

    def __str__(self) -> str:
        return f"{self.left:.1f} {self.top:.1f} {self.width:.1f} {self.height:.1f}"


def view_of(points: Iterable[Point]) -> View:
    """The part that shows all the points; the whole world where there are none."""
    at = [projected(point) for point in points]
    if not at:
        return _shown(0, (WORLD.top + WORLD.bottom) / 2, WORLD.right - WORLD.left)
    (left, right), (top, bottom) = (_ends(x for x, _ in at), _ends(y for _, y in at))
    width = max((right - left) * (1 + 2 * _MARGIN), (bottom - top) * (1 + 2 * _MARGIN) * SHAPE, _NARROWEST)
    return _shown((left + right) / 2, (top + bottom) / 2, width)


def _shown(x: float, y: float, width: float) -> View:
    """So much about a middle, and nothing beyond the world where that can be."""
    wide = min(width, WORLD.right - WORLD.left)
    high = wide / SHAPE
    left = _kept(x - wide / 2, WORLD.left, WORLD.right - wide)
    top = _kept(y - high / 2, WORLD.top, WORLD.bottom - high)
    return View(left, top, wide, high)


def _ends(values: Iterable[float]) -> tuple[float, float]:
    several = list(values)
    return min(several), max(several)


def _kept(value: float, least: float, most: float) -> float:
    return min(max(value, least), most)
