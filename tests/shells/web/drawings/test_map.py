"""The map: every place lies upon it and within what is shown, and no name covers another."""

import re
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.knowledge.geography import countries, places
from khabar.shells.web.drawings.lettering import Box
from khabar.shells.web.drawings.marks import WIDTH, Mark, Wanted, marks, outline
from khabar.shells.web.drawings.world import SHAPE, WORLD, View, projected, view_of
from khabar.values.claim import Verdict
from khabar.views.places import Point

STATIC = Path(__file__).parents[4] / "src" / "khabar" / "shells" / "web" / "static"
POINTS = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))
WANTED = st.lists(
    st.builds(Wanted, st.text("ابتثجحخ", min_size=1, max_size=30), POINTS, st.integers(1, 5000)), max_size=30
)


@given(POINTS)
def test_every_point_of_the_earth_lies_on_the_map(point: Point) -> None:
    x, y = projected(point)
    assert WORLD.left <= x <= WORLD.right
    assert WORLD.top <= y <= WORLD.bottom


def test_the_picture_has_the_same_bounds_as_the_formula() -> None:
    left, top, width, height = map(float, re.findall(r"viewBox=\"([^\"]+)\"", svg())[0].split())
    assert Box(left, top, left + width, top + height) == WORLD


@pytest.mark.parametrize(
    ("corner", "point"),
    [("the Cape of Good Hope", Point(-34.36, 18.47)), ("Gibraltar", Point(36.11, -5.35)), ("Aden", Point(12.75, 45.0))],
)
def test_a_known_corner_of_the_land_is_where_the_formula_puts_it(corner: str, point: Point) -> None:
    x, y = projected(point)
    nearest = min(abs(x - px) + abs(y - py) for px, py in coast())
    assert nearest < 12, f"{corner} is {nearest / 20:.1f} degrees from the nearest coast"


@given(st.lists(POINTS, min_size=1, max_size=20))
def test_what_is_shown_holds_all_points(points: list[Point]) -> None:
    view = view_of(points)
    for x, y in map(projected, points):
        assert view.left - 0.1 <= x <= view.left + view.width + 0.1
        assert view.top - 0.1 <= y <= view.top + view.height + 0.1
    assert view.width <= WORLD.right - WORLD.left


def test_without_a_place_the_whole_world_is_shown() -> None:
    assert view_of([]).width == WORLD.right - WORLD.left


@given(WANTED)
def test_no_name_covers_another_name_or_mark_or_leaves_the_picture(wanted: list[Wanted]) -> None:
    view = view_of([one.point for one in wanted])
    drawn = marks(wanted, view)
    named = [mark.name.box for mark in drawn if mark.has_room]
    assert not any(one.overlaps(other) for one, other in combinations(named, 2))
    page = Box(0, 0, WIDTH, WIDTH / SHAPE + 0.1)
    assert all(page.holds(box) for box in named)
    for n, mark in enumerate(drawn):
        assert not any(around(mark, view).overlaps(o.name.box) for k, o in enumerate(drawn) if k != n and o.has_room)


@given(WANTED.filter(bool))
def test_the_largest_is_named_first_and_is_never_drawn_smaller(wanted: list[Wanted]) -> None:
    drawn = marks(wanted, view_of([one.point for one in wanted]))
    order = sorted(range(len(wanted)), key=lambda n: wanted[n].count)
    assert [drawn[n].radius for n in order] == sorted(mark.radius for mark in drawn)


def test_each_verdict_has_a_form_of_its_own() -> None:
    forms = {re.sub(r"[-\d. ]+", "", outline(verdict, 9)) for verdict in Verdict}
    assert len({outline(verdict, 9) for verdict in Verdict}) == len(Verdict)
    assert len(forms) >= 3


def test_every_point_of_our_knowledge_is_one_of_the_earth() -> None:
    known = [one for one in (*countries(), *places()) if one.lat is not None and one.lon is not None]
    assert len(known) > 2_000
    assert all(-90 <= (one.lat or 0) <= 90 and -180 <= (one.lon or 0) <= 180 for one in known)


def around(mark: Mark, view: View) -> Box:
    x, y = (mark.x - view.left) * WIDTH / view.width, (mark.y - view.top) * WIDTH / view.width
    return Box(x - mark.radius, y - mark.radius, x + mark.radius, y + mark.radius)


def svg() -> str:
    return (STATIC / "world.svg").read_text("utf-8")


def coast() -> list[tuple[float, float]]:
    found = []
    for start, steps in re.findall(r"M(-?\d+[ -]\d+|-?\d+ -?\d+)l([-\d ]+)", svg().split('id="borders"')[0]):
        x, y = (int(n) for n in re.findall(r"-?\d+", start))
        numbers = [int(n) for n in re.findall(r"-?\d+", steps)]
        found.append((float(x), float(y)))
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            found.append((float(x), float(y)))
    return found
