"""What is alike is gathered, and nothing else."""

from hypothesis import given
from hypothesis import strategies as st

from khabar.resolution.gathering import gathered, likeness, weighted
from khabar.resolution.sharing import Horizons, pairs_sharing

bags = st.lists(st.dictionaries(st.sampled_from("abcdefgh"), st.just(1.0), max_size=5), max_size=12)


def test_two_that_share_their_rare_words_are_gathered_and_a_third_is_not() -> None:
    vectors = weighted([{"a": 1, "b": 1, "z": 1}, {"a": 1, "b": 1, "z": 1}, {"c": 1, "d": 1, "z": 1}])
    assert gathered(vectors, 0.5) == [[0, 1], [2]]


def test_those_that_may_not_meet_stay_apart() -> None:
    vectors = weighted([{"a": 1}, {"a": 1}, {"a": 1}])
    assert gathered(vectors, 0.2, lambda one, other: {one, other} != {0, 2}) == [[0, 1], [2]]


def test_a_crowd_of_copies_is_gathered_though_not_all_are_compared() -> None:
    vectors = weighted([{"a": 1.0, "b": 1.0} for _ in range(200)])
    assert gathered(vectors, 0.2) == [list(range(200))]


@given(bags)
def test_everything_is_in_one_group(found: list[dict[str, float]]) -> None:
    groups = gathered(weighted(found), 0.3)
    assert sorted(i for g in groups for i in g) == list(range(len(found)))


@given(bags)
def test_each_group_of_two_is_alike_by_the_floor(found: list[dict[str, float]]) -> None:
    vectors = weighted(found)
    assert all(likeness(vectors[g[0]], vectors[g[1]]) >= 0.3 for g in gathered(vectors, 0.3) if len(g) == 2)


@given(bags)
def test_likeness_is_the_same_both_ways_and_at_most_one(found: list[dict[str, float]]) -> None:
    for one in (vectors := weighted(found)):
        for other in vectors:
            assert likeness(one, other) == likeness(other, one)
            assert likeness(one, other) <= 1 + 1e-9


def test_a_group_of_many_takes_in_nothing_that_something_parts_from_it() -> None:
    vectors = weighted([{"a": 1.0, "b": 1.0} for _ in range(40)])
    groups = gathered(vectors, 0.2, may_crowd=lambda one, other: one % 2 == other % 2)
    assert max(len(g) for g in groups) <= 20


def test_of_a_crowd_each_meets_only_those_next_to_it() -> None:
    asked: list[tuple[int, int]] = []

    def noting(one: int, other: int) -> bool:
        asked.append((one, other))
        return False

    gathered([{"a": 1.0} for _ in range(100)], 0.2, worth_comparing=noting)
    assert asked == [(one, other) for one in range(100) for other in range(one + 1, min(one + 4, 100))]


@given(bags)
def test_every_two_that_are_alike_by_the_floor_are_compared_once(found: list[dict[str, float]]) -> None:
    asked: list[tuple[int, int]] = []

    def noting(one: int, other: int) -> bool:
        asked.append((one, other))
        return True

    gathered(vectors := weighted(found), 0.3, worth_comparing=noting)
    every = [(i, j) for i in range(len(vectors)) for j in range(i + 1, len(vectors))]
    assert asked == sorted({*asked})
    assert {*asked} <= {*every}
    assert {pair for pair in every if likeness(vectors[pair[0]], vectors[pair[1]]) >= 0.3} <= {*asked}


def test_two_that_share_too_little_to_be_alike_are_not_compared() -> None:
    vectors = [{"a": 0.6, "b": 0.8}, {"a": 0.6, "c": 0.8}, {"b": 0.8, "d": 0.6}]
    assert [*pairs_sharing(vectors, 0.6)] == [(0, 1), (0, 2)]  # of the weights alone it may be so
    assert [*pairs_sharing(vectors, 0.65)] == []


def test_what_is_near_everything_meets_all_that_share_something() -> None:
    vectors = [{"a": 1.0}, {"a": 1.0}, {"a": 1.0}, {"a": 0.1, "b": 0.9}]
    assert [*pairs_sharing(vectors, 0.5, Horizons([1, 2, 3, 4], open=3))] == [(0, 3), (1, 3), (2, 3)]


def test_of_a_crowd_all_meet_that_are_near_where_few_are() -> None:
    asked: list[tuple[int, int]] = []

    def noting(one: int, other: int) -> bool:
        asked.append((one, other))
        return False

    ends = [min(100, at + 6) for at in range(100)]
    gathered([{"a": 1.0} for _ in range(100)], 0.2, worth_comparing=noting, horizons=Horizons(ends, open=100))
    assert asked == [(one, other) for one in range(100) for other in range(one + 1, ends[one])]
