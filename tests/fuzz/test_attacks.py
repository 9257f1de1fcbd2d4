"""No text takes more than in proportion to its length: counted in calls, which are the same on every machine."""

from cProfile import Profile

import pytest
from attacks import ATTACKS

from khabar.engine import read
from khabar.library import report

SIZE = 2_000  # characters: more than the longest sentence, within which each verb is held against each mark
MOST = 3.0  # times the calls for twice the text; work that grows with the square takes four


def calls_to_read(text: str) -> int:
    given = report(text, outlet="الميناء", published="2024-06-18")
    read(given)  # what is kept from one reading for the next is no work of the text's
    counting = Profile()
    counting.runcall(read, given)
    return sum(one.callcount for one in counting.getstats())


@pytest.mark.parametrize("attack", ATTACKS)
def test_a_text_twice_as_long_takes_twice_the_work(attack: str) -> None:
    short, long = (calls_to_read(ATTACKS[attack](size)) for size in (SIZE, 2 * SIZE))
    assert long < MOST * max(short, 20_000), f"{short} calls became {long}"
