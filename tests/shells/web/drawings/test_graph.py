"""The picture of relations: no party covers another, every tie has its line, every name its room."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from khabar.shells.web.drawings.graph import LETTERS, Graph, Tie, graph
from khabar.shells.web.drawings.lettering import Box, width_of

NAMES = st.text("ابتثجحخدذرزس ", min_size=1, max_size=40).map(str.strip).filter(bool)
TIES = st.lists(
    st.builds(Tie, NAMES, st.integers(1, 300), st.integers(-300, 300)), max_size=12, unique_by=lambda tie: tie.other
)


@st.composite
def graphs(draw: st.DrawFn) -> tuple[str, list[Tie], dict[str, list[Tie]], Graph]:
    middle = draw(NAMES)
    ties = [tie for tie in draw(TIES) if tie.other != middle]
    opened = {
        tie.other: [one for one in draw(TIES) if one.other != tie.other] for tie in ties[: draw(st.integers(0, 4))]
    }
    return middle, ties, opened, graph(middle, ties, opened)


@given(graphs())
def test_no_party_covers_another_or_leaves_the_picture(drawn: tuple[str, list[Tie], object, Graph]) -> None:
    picture = drawn[3]
    page = Box(0, 0, picture.width, picture.height)
    assert all(page.holds(node.box) for node in picture.nodes)
    assert not any(one.box.overlaps(other.box) for one, other in combinations(picture.nodes, 2))


@given(graphs())
def test_every_party_stands_there_once_and_its_name_fits(
    drawn: tuple[str, list[Tie], dict[str, list[Tie]], Graph],
) -> None:
    middle, ties, opened, picture = drawn
    wanted = {middle, *(tie.other for tie in ties), *(one.other for further in opened.values() for one in further)}
    assert sorted(node.name for node in picture.nodes) == sorted(wanted)
    for node in picture.nodes:
        assert width_of(node.words, LETTERS) <= node.box.right - node.box.left
        assert node.words == node.name or node.name.startswith(node.words.removesuffix("…"))


@given(graphs())
def test_every_tie_has_one_line(drawn: tuple[str, list[Tie], dict[str, list[Tie]], Graph]) -> None:
    middle, ties, opened, picture = drawn
    wanted = {frozenset((middle, tie.other)) for tie in ties}
    wanted |= {frozenset((one, tie.other)) for one, further in opened.items() for tie in further}
    assert {frozenset((edge.one, edge.other)) for edge in picture.edges} == wanted
    assert len(picture.edges) == len(wanted)


def test_more_events_make_a_thicker_line() -> None:
    few, many = graph("ا", [Tie("ب", 1, 0), Tie("ج", 20, 0)], {}).edges
    assert few.thickness < many.thickness
