"""Texts that may be copies of one another are found by some of their runs of words, without holding all against all."""

from hypothesis import given
from hypothesis import strategies as st

from khabar.weighing.shingles import Shingled, candidates, looked_up, share, unpacked

_LONG = 40  # runs of a text
texts = st.lists(st.sets(st.integers(0, 30), max_size=8).map(lambda runs: (_LONG, tuple(sorted(runs)))), max_size=12)


@given(texts)
def test_those_that_share_enough_runs_are_paired_once_and_in_order(found: list[tuple[int, tuple[int, ...]]]) -> None:
    every = [(i, j) for j in range(len(found)) for i in range(j) if len({*found[i][1]} & {*found[j][1]}) >= 3]
    assert list(candidates(found)) == sorted(every)


def test_of_a_crowd_each_is_paired_with_the_next_and_the_first_with_all() -> None:
    pairs = list(candidates([(_LONG, (1, 2, 3))] * 100))
    assert pairs == sorted({*((0, j) for j in range(1, 100)), *((i, i + 1) for i in range(99))})


def test_a_text_of_a_few_words_is_held_against_none() -> None:
    assert list(candidates([(5, (1, 2, 3)), (_LONG, (1, 2, 3))])) == []


@given(st.sets(st.integers(0, 2**32 - 1), max_size=40))
def test_a_text_is_looked_up_by_some_of_its_runs_and_all_are_kept(runs: set[int]) -> None:
    packed = Shingled((), dict.fromkeys(runs, 0)).packed
    assert sorted(unpacked(packed)) == sorted(runs)
    number, sampled = looked_up(packed)
    assert number == len(runs)
    assert set(sampled) == {run for run in runs if run % 4 == 0}


@given(st.sets(st.integers(0, 30), min_size=1), st.sets(st.integers(0, 30), min_size=1))
def test_what_two_texts_share_is_told_of_the_shorter(one: set[int], other: set[int]) -> None:
    assert share(one, other) == share(other, one)
    assert share(one, other) == len(one & other) / min(len(one), len(other))
