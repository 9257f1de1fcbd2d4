"""The bars of a timeline: nothing is lost, nothing leaves the picture, and time runs the reader's way."""

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from khabar.shells.web.drawings.strip import FLOOR, TOP, Strip, names_between, strip
from khabar.values.event import Status
from khabar.values.moment import Moment
from khabar.views.periods import Period, Unit, unit_of

DAYS = st.dates(date(1500, 1, 1), date(2100, 12, 31))
COUNTS = st.dictionaries(st.sampled_from([*Status, None]), st.integers(1, 12_000), min_size=1)


@st.composite
def told(draw: st.DrawFn) -> tuple[list[Period], Unit, date, date]:
    first = draw(DAYS)
    last = min(first + timedelta(days=draw(st.sampled_from([0, 20, 60, 400, 700, 5_000, 90_000]))), date(2200, 1, 1))
    unit = unit_of(first, last)
    names = draw(st.lists(st.sampled_from(names_between(unit, first, last)), unique=True, max_size=20))
    return [Period(name, tuple(draw(COUNTS).items())) for name in sorted(names)], unit, first, last


def drawn(given: tuple[list[Period], Unit, date, date], **more: bool) -> Strip:
    return strip(*given, **more)


@given(told())
def test_the_bars_hold_just_what_was_counted(given: tuple[list[Period], Unit, date, date]) -> None:
    bars = drawn(given)
    assert bars.total == sum(period.total for period in given[0])
    for status in (*Status, None):
        shown = sum(part.count for bar in bars.bars for part in bar.segments if part.status is status)
        assert shown == sum(count for period in given[0] for s, count in period.by_status if s is status)


@given(told(), st.booleans())
def test_no_bar_leaves_the_picture_or_touches_another(
    given: tuple[list[Period], Unit, date, date], from_right: bool
) -> None:
    bars = drawn(given, from_right=from_right).bars
    assert 1 <= len(bars) <= 62
    placed = sorted(bars, key=lambda bar: bar.left)
    assert all(bar.left >= 0 and bar.left + bar.width <= 100.01 for bar in bars)
    assert all(one.left + one.width < other.left for one, other in pairwise(placed))
    for bar in bars:
        assert all(TOP - 0.1 <= part.top <= part.top + part.height <= FLOOR + 0.1 for part in bar.segments)
        assert (bar.total > 0) == (sum(part.height for part in bar.segments) >= 2.9)


@given(told())
def test_from_right_to_left_the_earliest_stands_rightmost(given: tuple[list[Period], Unit, date, date]) -> None:
    left, right = drawn(given).bars, drawn(given, from_right=True).bars
    assert [bar.left for bar in left] == sorted(bar.left for bar in left)
    assert [bar.left for bar in right] == sorted((bar.left for bar in right), reverse=True)
    assert [bar.since for bar in left] == [bar.since for bar in right]


@given(told())
def test_the_bars_lie_one_after_the_other_in_time(given: tuple[list[Period], Unit, date, date]) -> None:
    bars = drawn(given).bars
    for one, other in pairwise(bars):
        if one.until and other.since:
            ends, begins = Moment(one.until).latest, Moment(other.since).earliest
            assert ends
            assert begins == ends + timedelta(days=1)
    assert all(bar.since is not None for bar in bars[1:])
    assert all(bar.until is not None for bar in bars[:-1])


def test_the_years_before_and_after_the_fullest_stand_together() -> None:
    years = [Period(f"{year}", ((Status.ACTUAL, 500 if year == 2018 else 1),)) for year in range(1950, 2020)]
    bars = strip(years, Unit.YEAR, date(1950, 1, 1), date(2019, 12, 31)).bars
    assert (bars[0].since, bars[0].until, bars[0].total) == (None, "1995", 46)
    assert (bars[-1].since, bars[-1].until) == ("2019", "2019")
    assert any(bar.since == bar.until == "2018" and bar.total == 500 for bar in bars)


def test_two_months_are_counted_by_day_and_two_years_by_month() -> None:
    first = date(2024, 1, 1)
    assert [unit_of(first, first + timedelta(days=n)) for n in (0, 61, 62, 730, 731)] == [
        *(Unit.DAY, Unit.DAY, Unit.MONTH, Unit.MONTH, Unit.YEAR)
    ]
