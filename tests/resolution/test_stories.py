"""Which reports belong to one matter."""

from dataclasses import replace
from datetime import date, timedelta

from khabar.engine import read
from khabar.language.analysis import analyse
from khabar.resolution.appearances import appearances_in
from khabar.resolution.headlines import headline_in
from khabar.resolution.stories import names_in, stories_in, weight, words_in
from khabar.values.report import Report
from telling import Telling

BRIDGE = "انهار جسر الوادي في مدينة الرملة ليلا وأصيب عمال كانوا يرممون الجسر، وقالت بلدية الرملة إنها تحقق"
AGAIN = "قالت بلدية الرملة إن انهيار جسر الوادي أصاب عمالا كانوا يرممون الجسر وإنها فتحت تحقيقا"
WHEAT = "ارتفع سعر القمح في بورصة الحبوب بعد موجة جفاف ضربت الحقول وقلصت المحصول المنتظر هذا الموسم"


def stories(*tellings: Telling) -> list[list[int]]:
    return grouped(*(t.read[0] for t in tellings))


def grouped(*reports: Report) -> list[list[int]]:
    words = [words_in(analyse(r.text), r.title).items() for r in reports]
    return stories_in([r.published for r in reports], [{stem: weight(*told) for stem, told in w} for w in words])


def test_two_tellings_of_one_matter_are_one_story_and_a_third_matter_is_not() -> None:
    assert stories(Telling("r1", BRIDGE), Telling("r2", AGAIN), Telling("r3", WHEAT)) == [[0, 1], [2]]


def test_a_matter_that_returns_after_a_month_is_another_story() -> None:
    assert len(stories(Telling("r1", BRIDGE), Telling("r2", AGAIN, day="2021-06-30"), Telling("r3", WHEAT))) == 3


def test_two_that_share_one_telling_word_only_are_two_stories() -> None:
    here = "هز زلزال مدينة الرملة فجرا، وقال خبير إن الزلزال ضحل وإن زلزالا آخر قد يقع قرب الميناء"
    there = "ضرب زلزال قرى جبلية مساء، ولم يسبق الزلزال إنذار كما يسبق كل زلزال في تلك المناطق"
    assert stories(Telling("r1", here), Telling("r2", there), Telling("r3", WHEAT)) == [[0], [1], [2]]


def test_words_of_the_headline_bring_together_what_the_text_tells_in_other_words() -> None:
    told = (
        "ما زال بعض العمال تحت الركام، وفي رأي خبير في المعادن أن الحديد صدئ منذ سنوات ولم يفحصه أحد، وطلب من الأهالي "
        "أن يسلكوا الطريق البعيد حتى تنتهي الرافعات من عملها، بينما فتحت المدارس أبوابها لمن لا يجد مأوى، وباتت "
        "عائلات كثيرة في قاعات الصفوف، ووزع متطوعون خبزا وأغطية، وطاف طبيب على المرضى حتى الفجر"
    )
    first, second = Telling("r1", AGAIN).read[0], Telling("r2", f"جسر مغلق\n{told}").read[0]
    wheat = Telling("r3", WHEAT).read[0]
    headed = [replace(r, title="جسر مغلق") for r in (first, second)]
    assert grouped(first, second, wheat) == [[0], [1], [2]]
    assert grouped(*headed, wheat) == [[0, 1], [2]]


def test_a_word_that_a_whole_year_has_still_brings_together_those_of_one_week() -> None:
    """Each of the four words comes in a fourth of all reports, and only the two have all four."""
    days = [date(2021, 1, 1) + timedelta(days=at // 3) for at in range(360)]
    often = ["بلدية", "سوق", "جسر", "ميناء"]
    long = [
        dict.fromkeys((f"{at} {n}" for n in range(80)), 0.01) for at in range(360)
    ]  # short ones are weighed otherwise
    words = [long[at] | dict.fromkeys([often[at % 4], *(f"{at} {n}" for n in range(3))], 1.0) for at in range(360)]
    words[100], words[125] = (long[at] | dict.fromkeys(often, 1.0) for at in (100, 125))
    assert [100, 125] in stories_in(days, words)
    days[125] += timedelta(days=5)
    assert [100, 125] not in stories_in([*days[:125], *[days[125]] * 16, *days[141:]], words)


def test_a_first_line_is_a_headline_where_no_title_is_told_beside_the_text() -> None:
    text = analyse("انهيار جسر الوادي في الرملة\nقالت البلدية إن الجسر سقط ليلا وإن أحدا لم يصب.")
    opening = headline_in(text, None)
    assert opening is not None
    assert opening.of(text.text) == "انهيار جسر الوادي في الرملة"
    assert words_in(text, None)[next(iter(words_in(analyse("جسر"), None)))][1]


def test_a_dateline_a_sentence_or_a_text_of_one_line_is_no_headline() -> None:
    behind = "\nقالت البلدية إن الجسر سقط ليلا."
    for first in ("الرملة - وكالات", "سقط جسر الوادي في مدينة الرملة ليلا."):
        assert headline_in(analyse(first + behind), None) is None
    assert headline_in(analyse("انهيار جسر الوادي في الرملة"), None) is None


def test_words_of_a_headline_beside_the_text_count_though_the_text_has_them_not() -> None:
    assert len(words_in(analyse(WHEAT), "زلزال")) == len(words_in(analyse(WHEAT), None)) + 1


def test_two_names_of_one_state_are_one_thing_by_which_reports_are_compared() -> None:
    told = (
        "قالت طهران إنها سلمت الشحنة إلى وزارة الدفاع السورية.",
        "قالت إيران إن الشحنة وصلت إلى الجيش السوري.",
    )
    reports = [Telling(f"r{at}", text).read[0] for at, text in enumerate(told)]
    first, second = (names_in(appearances_in(r, read(r))) for r in reports)
    assert first.keys() & second.keys()
