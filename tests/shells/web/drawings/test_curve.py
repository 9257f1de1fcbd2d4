"""The curve of a relation: the months are those that were weighed, and lie where their figures say."""

from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from khabar.shells.web.drawings.curve import curve
from khabar.shells.web.drawings.scales import round_steps
from khabar.views.relations import SPAN, Month


def counted(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7])


@st.composite
def weighed(draw: st.DrawFn) -> list[Month]:
    days = draw(st.lists(st.dates(date(2015, 1, 1), date(2024, 12, 31)), min_size=1, max_size=20))
    names = sorted({day.isoformat()[:7] for day in days})
    scores = {name: draw(st.integers(-60, 60)) for name in names}
    balances = {
        name: sum(score for other, score in scores.items() if 0 <= counted(name) - counted(other) < SPAN)
        for name in names
    }
    return [Month(name, scores[name], balances[name], False, ("c1",)) for name in names]


@given(weighed())
def test_the_balance_that_is_drawn_is_the_one_that_was_weighed(months: list[Month]) -> None:
    drawn = curve(months)
    shown = {column.month: column for column in drawn.columns}
    for month in months:
        if month.month in shown:
            assert shown[month.month].told == month
            assert shown[month.month].balance == month.balance
    assert drawn.earlier == sum(month.month not in shown for month in months)


@given(weighed(), st.booleans())
def test_what_is_higher_in_figures_is_higher_in_the_picture(months: list[Month], from_right: bool) -> None:
    drawn = curve(months, from_right=from_right)
    for one, other in pairwise(sorted(drawn.columns, key=lambda column: column.balance)):
        assert other.y <= one.y
    for column in drawn.columns:
        score = column.told.score if column.told else 0
        assert (column.top < drawn.nought - 0.01) == (score > 0)
        assert 0 <= column.top <= column.top + column.height <= drawn.height
        assert 0 <= column.y <= drawn.height
        assert 0 <= column.left <= column.left + column.width <= 100.01


@given(weighed())
def test_time_runs_the_readers_way(months: list[Month]) -> None:
    left, right = curve(months).columns, curve(months, from_right=True).columns
    assert [c.month for c in left] == [c.month for c in right] == sorted(c.month for c in left)
    assert all(one.middle < other.middle for one, other in pairwise(left))
    assert all(one.middle > other.middle for one, other in pairwise(right))


def test_nothing_weighed_is_no_curve() -> None:
    assert curve(()).columns == ()


@given(st.integers(1, 10**9), st.integers(1, 10))
def test_the_lines_reach_as_far_as_the_values_and_not_far_beyond(most: int, lines: int) -> None:
    steps = round_steps(most, lines)
    assert steps[0] == 0
    assert steps[-1] >= most > steps[-2]
    assert len(steps) <= lines + 1
