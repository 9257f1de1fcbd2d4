"""Which reports belong to one matter."""

from khabar.language.analysis import analyse
from khabar.resolution.stories import stories_in
from telling import Telling

BRIDGE = "انهار جسر الوادي في مدينة الرملة ليلا وأصيب عمال كانوا يرممون الجسر، وقالت بلدية الرملة إنها تحقق"
AGAIN = "قالت بلدية الرملة إن انهيار جسر الوادي أصاب عمالا كانوا يرممون الجسر وإنها فتحت تحقيقا"
WHEAT = "ارتفع سعر القمح في بورصة الحبوب بعد موجة جفاف ضربت الحقول وقلصت المحصول المنتظر هذا الموسم"


def stories(*tellings: Telling) -> list[list[int]]:
    reports = [t.read[0] for t in tellings]
    return stories_in(reports, [analyse(r.text) for r in reports])


def test_two_tellings_of_one_matter_are_one_story_and_a_third_matter_is_not() -> None:
    assert stories(Telling("r1", BRIDGE), Telling("r2", AGAIN), Telling("r3", WHEAT)) == [[0, 1], [2]]


def test_a_matter_that_returns_after_a_month_is_another_story() -> None:
    assert len(stories(Telling("r1", BRIDGE), Telling("r2", AGAIN, day="2021-06-30"), Telling("r3", WHEAT))) == 3
