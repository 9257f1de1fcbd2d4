"""What two stories tell of one happening."""

from datetime import date

import pytest

from khabar.values.event import EventType
from khabar.weighing.across import Deed, Told, moves_among
from khabar.weighing.happenings import Happening

SPRING, SUMMER = date(2019, 4, 25), date(2019, 4, 26)


def given(thing: str, day: date, *words: str, dated: bool = True) -> Told:
    taker = frozenset({"Q7747"})
    gift = Happening(
        EventType.TRANSFER, frozenset({"Q56226"}), taker, frozenset(), frozenset(), day, day, taker, dated=dated
    )
    return Told((1,), (Deed((0, 0), gift, frozenset(words), things=frozenset({thing})),))


def moves(other: Told) -> int:
    return len(moves_among([given("سيف", SPRING, "وداع", "ميناء", "قطار"), other], lambda speakers: ()))


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (given("سيف", SPRING, "متحف", "زوار", "حراس"), 1),
        (given("سيار", SPRING, "متحف", "زوار", "حراس"), 0),
        (given("سيف", SUMMER, "متحف", "زوار", "حراس"), 0),
        (given("سيف", SPRING, "متحف", "زوار", "حراس", dated=False), 0),
        (given("سيار", SUMMER, "وداع", "ميناء", "قطار"), 1),
    ],
    ids=["the thing and the day", "another thing", "another day", "the day not told", "the words"],
)
def test_one_thing_given_on_one_day_is_one_whatever_the_words(other: Told, expected: int) -> None:
    assert moves(other) == expected
