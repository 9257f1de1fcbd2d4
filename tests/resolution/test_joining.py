"""Things tied to one another are one group, in whatever order the ties come."""

from hypothesis import given
from hypothesis import strategies as st

from khabar.resolution.joining import Joined

TIES = st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)))


def joined(ties: list[tuple[int, int]]) -> dict[int, list[int]]:
    found = Joined(range(10))
    for one, other in ties:
        found.join(one, other)
    return found.groups()


def test_the_least_leads_and_groups_come_in_order() -> None:
    assert joined([(4, 2), (7, 4), (9, 8)]) == {0: [0], 1: [1], 2: [2, 4, 7], 3: [3], 5: [5], 6: [6], 8: [8, 9]}


def test_a_join_tells_what_it_changed() -> None:
    found = Joined(range(3))
    assert (found.join(2, 1), found.join(1, 2), found.join(2, 0)) == ((1, 2), None, (0, 1))


@given(TIES)
def test_the_order_of_ties_does_not_matter(ties: list[tuple[int, int]]) -> None:
    assert joined(ties) == joined([(other, one) for one, other in ties[::-1]])
