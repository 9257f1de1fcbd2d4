"""The picture of the ledger: bands fill their nodes, nothing overlaps, and all lies on the sheet."""

import re
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from khabar.shells.web.drawings.flow import NARROW, WIDE, Drawing, Node, drawn
from khabar.shells.web.drawings.ways import Column
from khabar.values.event import GoodsCategory
from khabar.views.flows import Flow

NAMES = st.sampled_from(["", *"أبتثجحخدذر"])
COUNTS = st.integers(1, 60).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n)))
FLOWS = st.dictionaries(
    st.tuples(NAMES, st.sampled_from(tuple(GoodsCategory)), NAMES), COUNTS, min_size=1, max_size=40
).map(lambda found: [Flow(*way, *counts) for way, counts in found.items()])
SHEETS = st.sampled_from([WIDE, NARROW])
_NUMBER = re.compile(r"[\d.]+")
_SLIP = 0.2  # of a rounded place


@given(FLOWS, SHEETS, st.booleans())
def test_each_node_is_as_high_as_the_bands_on_each_of_its_sides(flows: list[Flow], sheet, rtl: bool) -> None:
    drawing = drawn(flows, sheet, rtl=rtl)
    total = sum(flow.exchanges for flow in flows)
    for column in Column:
        assert sum(node.exchanges for node in drawing.nodes if node.key.column is column) == total
    for node in drawing.nodes:
        leaving = sum(band.exchanges for band in drawing.bands if band.start == node)
        reaching = sum(band.exchanges for band in drawing.bands if band.end == node)
        assert node.exchanges in (leaving, reaching)
        assert {leaving, reaching} <= {0, node.exchanges}


@given(FLOWS, SHEETS, st.booleans())
def test_no_name_stands_over_a_node_or_another_name(flows: list[Flow], sheet, rtl: bool) -> None:
    drawing = drawn(flows, sheet, rtl=rtl)
    for one, other in combinations(drawing.nodes, 2):
        if one.key.column is other.key.column:
            above, below = sorted((one, other), key=lambda node: node.y)
            assert above.y + above.height < below.label_y - 10, "a name is some 12 high"


@given(FLOWS, SHEETS, st.booleans())
def test_everything_lies_on_the_sheet(flows: list[Flow], sheet, rtl: bool) -> None:
    drawing = drawn(flows, sheet, rtl=rtl)
    assert len(drawing.nodes) <= len(Column) * sheet.most
    for node in drawing.nodes:
        assert node.x >= 0
        assert node.x + node.width <= sheet.width
        assert node.label_y >= 12
        assert node.y + node.height <= drawing.height
    for band in drawing.bands:
        for path in (band.told, band.untold):
            assert all(0 <= float(n) <= max(sheet.width, drawing.height) + _SLIP for n in _NUMBER.findall(path))


@given(FLOWS)
def test_arabic_is_the_mirror_of_english(flows: list[Flow]) -> None:
    english, arabic = (drawn(flows, WIDE, rtl=rtl) for rtl in (False, True))
    for one, other in zip(english.nodes, arabic.nodes, strict=True):
        assert one.key == other.key
        assert abs(one.x + one.width - (WIDE.width - other.x)) < _SLIP
        assert one.y == other.y
    assert first(arabic, Column.GIVER).x > first(arabic, Column.RECIPIENT).x


def test_what_is_told_to_have_taken_place_is_the_upper_part_of_a_band() -> None:
    flow = Flow("أ", GoodsCategory.OIL, "ب", 4, 1)
    band = drawn([flow], WIDE, rtl=False).bands[0]
    assert (band.exchanges, band.delivered) == (4, 1)
    assert ys(band.told)[0] < ys(band.untold)[0]
    assert drawn([Flow("أ", GoodsCategory.OIL, "ب", 4, 4)], WIDE, rtl=False).bands[0].untold == ""


def test_the_rare_ones_stand_together_below_those_not_told() -> None:
    flows = [Flow(name, GoodsCategory.OIL, "", n + 2, 0) for n, name in enumerate("أبتثجحخدذر")]
    flows.append(Flow("", GoodsCategory.OIL, "", 9, 0))
    givers = [node for node in drawn(flows, NARROW, rtl=True).nodes if node.key.column is Column.GIVER]
    assert [node.key.value for node in sorted(givers, key=lambda n: n.y)] == ["ر", "ذ", "د", "خ", "", None]


def first(drawing: Drawing, column: Column) -> Node:
    return next(node for node in drawing.nodes if node.key.column is column)


def ys(path: str) -> list[float]:
    return [float(n) for n in _NUMBER.findall(path)][1::2]
