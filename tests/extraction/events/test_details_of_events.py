"""Goods, places, repeats and near misses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reports_told import read_with_names, told

from khabar.engine import read
from khabar.values.report import Report

NAMES = {"غانا": "c", "توغو": "c", "خوسيه": "p"}


def test_goods_with_quantity_and_unit() -> None:
    goods = told("أرسلت غانا أكثر من عشرة آلاف حاوية من الذخائر إلى توغو.", NAMES)[0].event.goods
    assert [(g.category, g.quantity) for g in goods] == [("ammunition", ">10000 container")]


def test_a_letter_is_no_transfer() -> None:
    assert [v.type for v in told("أرسلت غانا رسالة إلى توغو.", NAMES)] == ["CONSULT"]


def test_an_hour_is_no_watch() -> None:
    found = told("قدم خوسيه هدية إلى ماريا خلال 24 ساعة.", {"خوسيه": "p", "ماريا": "p"})
    assert [g.span.of("قدم خوسيه هدية إلى ماريا خلال 24 ساعة.") for v in found for g in v.event.goods] == ["هدية"]


def test_a_watch_is_goods() -> None:
    found = told("أهدى خوسيه إلى ماريا ساعة ذهبية.", {"خوسيه": "p", "ماريا": "p"})
    assert [g.category for v in found for g in v.event.goods] == ["luxury"]


def test_who_sits_in_is_not_always_named() -> None:
    assert [v.type for v in told("اعتصموا أمام البرلمان.", {})] == ["PROTEST"]


def test_an_ambassador_called_back_to_consult_consults_nobody() -> None:
    found = told("استدعت غانا سفيرها لدى توغو للتشاور.", NAMES)
    assert [(v.type, v.actor, v.recipient) for v in found] == [("SANCTION", {"غانا"}, {"توغو"})]


def test_troops_that_are_sent_are_mobilized() -> None:
    assert [v.type for v in told("أرسلت غانا جنودا إلى الحدود.", NAMES)] == ["MOBILIZE"]


def test_the_place_that_is_named_behind_in() -> None:
    found = told("قصفت غانا مواقع في توغو.", NAMES)
    assert [(v.type, v.place) for v in found] == [("ASSAULT", {"توغو"})]


def test_one_event_told_twice_is_one() -> None:
    found = told("قصفت غانا توغو.\nوقال شهود إن قصف غانا لتوغو استمر ساعة.", NAMES)
    assert [(v.type, v.anchor) for v in found] == [("ASSAULT", "قصفت")]


def test_two_attacks_by_two_are_two() -> None:
    assert len(told("قصفت غانا توغو. ثم قصفت توغو غانا.", NAMES)) == 2


def test_in_sport_a_meeting_is_no_event() -> None:
    text = "فاز المنتخب في المباراة بهدف، وقال المدرب إن لقاء غانا مع توغو كان أفضل مباراة في البطولة."
    assert told(text, NAMES) == []


def test_a_case_about_a_murder_is_no_new_murder() -> None:
    assert told("ناقش الكتاب قضية اغتيال خوسيه.", NAMES) == []


def test_what_is_asked_is_only_possible() -> None:
    assert [v.status for v in told("هل قصفت غانا توغو؟", NAMES)] == ["possible"]


def test_when_it_was_said_is_not_when_it_happened() -> None:
    text = "قال خوسيه الأحد إن غانا قصفت توغو."
    found = told(text, NAMES, sayings=(("خوسيه", "غانا قصفت توغو", "asserts"),), times={"الأحد": "2024-03-10"})
    assert [v.event.time for v in found if v.type == "ASSAULT"] == [None]


def test_what_went_on_since_a_meeting_in_june_went_on_from_june() -> None:
    text = "أرسلت غانا أسلحة إلى توغو منذ لقاء خوسيه في يونيو."
    found = told(text, NAMES, times={"يونيو": "2023-06"})
    assert [str(v.event.time) for v in found if v.type == "TRANSFER"] == ["2023-06/.."]


def test_the_first_since_a_year_is_not_of_that_year() -> None:
    text = "قصفت غانا توغو في أعنف غارة منذ حرب 2014."
    found = told(text, NAMES, times={"2014": "2014"})
    assert [v.event.time for v in found if v.type == "ASSAULT"] == [None]


def test_a_side_of_somewhere_is_where_it_happens() -> None:
    names = {**NAMES, "شمال سيناء": "l"}
    assert {frozenset(v.place) for v in told("قتل خوسيه شمال سيناء.", names)} == {frozenset({"شمال سيناء"})}


def test_who_tells_of_his_own_deed_did_it_that_day() -> None:
    text = "قالت غانا السبت 9 مارس 2024 إنها قصفت توغو. وقالت كينيا السبت 9 مارس 2024 إن مالي قصفت النيجر."
    found = [v for v in read(Report("case", text, "0" * 64)).events if v.type == "ASSAULT"]
    assert [str(v.time) for v in found] == ["2024-03-09", "None"]


def test_to_give_an_example_is_no_blow() -> None:
    assert told("ضرب خوسيه مثلا من توغو.", NAMES) == []


def test_anchors_are_words_of_the_text() -> None:
    text = "وشنت غانا غارة على توغو"
    found = told(text, NAMES)
    assert found
    assert all(v.anchor in text.split() for v in found)


@given(
    st.lists(
        st.sampled_from(["قصفت", "غانا", "توغو", "على", "أن", "،", ".", "التي", "اتهم", "زيارة", "و", "خوسيه", "«"])
    )
)
def test_any_order_of_words_is_read_alike_each_time(words: list[str]) -> None:
    text = " ".join(words) or " "
    first, second = told(text, NAMES), told(text, NAMES)
    assert first == second
    for found in first:
        assert 0 <= found.event.anchor.start < found.event.anchor.end <= len(text)


def test_what_somebody_by_name_attacks_without_arms_is_attacked_in_words() -> None:
    names = {"خوسيه": "p", "غانا": "c", "توغو": "c"}
    assert not [v for v in told("هاجم خوسيه غانا في خطاب.", names) if v.type == "ASSAULT"]
    assert not [v for v in told("شن خوسيه هجوما على غانا في خطاب.", names) if v.type == "ASSAULT"]
    assert [v for v in told("هاجم خوسيه حافلة في غانا وقتل ثلاثة أشخاص.", names) if v.type == "ASSAULT"]
    assert [v for v in told("هاجمت توغو غانا.", names) if v.type == "ASSAULT"]


def test_who_dies_in_a_disaster_is_not_assaulted() -> None:
    names = {"غانا": "c"}
    assert not [v for v in told("قتل عشرون شخصا في زلزال في غانا.", names) if v.type == "ASSAULT"]
    assert [v for v in told("قتل عشرون شخصا في حريق بعد تفجير في غانا.", names) if v.type == "ASSAULT"]


def test_when_something_else_is_due_is_not_when_it_happens() -> None:
    names = {"غانا": "c", "توغو": "c", "خوسيه": "p"}
    text = "قصفت غانا توغو قبل الانتخابات المقررة في يونيو 2023."
    assert [str(v.event.time) for v in told(text, names, times={"يونيو 2023": "2023-06"})] == ["None"]
    text = "ألغى خوسيه زيارته الرسمية المقررة في يونيو 2023 إلى توغو."
    assert [str(v.event.time) for v in told(text, names, times={"يونيو 2023": "2023-06"})] == ["2023-06"]


def test_when_he_is_to_meet_another_is_not_when_he_met_one() -> None:
    names = {"خوسيه": "p", "ماريا": "p", "كوفي": "p"}
    text = "التقى خوسيه ماريا، ومن المقرر أن يلتقي كوفي في 20 مارس."
    found = told(text, names, times={"20 مارس": "2024-03-20"})
    assert [(v.recipient, str(v.event.time)) for v in found] == [({"ماريا"}, "None"), ({"كوفي"}, "2024-03-20")]


@pytest.mark.parametrize(
    ("none", "one"),
    [
        ("زارت غانا مركز اعتقال خوسيه في توغو.", "اعتقال خوسيه في غانا."),
        ("قتل عشرة أشخاص بعدما دهس قطار حشدا في غانا.", "قتل عشرة أشخاص في تفجير قطار في غانا."),
        ("منحت غانا توغو فرصة جديدة.", "منحت غانا توغو قرضا جديدا."),
        ("تتواصل الجهود لعقد قمة بين خوسيه وتوغو.", "تواصل خوسيه مع غانا هاتفيا."),
        ("قضت محكمة في غانا بسجن خوسيه على تهمة قديمة.", "قضت غانا على خوسيه في توغو."),
        ("تعد قوات غانا من الأكبر.", "عادت قوات غانا إلى ثكناتها."),
        ("يدين خوسيه بفضل كبير لغانا.", "يدين خوسيه القصف."),
    ],
)
def test_words_that_are_no_event_beside_others(none: str, one: str) -> None:
    names = {"خوسيه": "p", "غانا": "c", "توغو": "c"}
    kinds = {(v.type, v.event.mode) for v in told(one, names)}
    assert kinds
    assert not kinds & {(v.type, v.event.mode) for v in told(none, names)}


PLACES = [
    ("قُتل جنديان من غانا وأصيب ثلاثة بجروح في مدينة لومي.", "ASSAULT", "مدينة لومي"),
    ("قُتل جنديان من غانا، وقالت الشرطة إن ثلاثة أصيبوا بجروح في مدينة لومي.", "ASSAULT", ""),
    ("زار وفد سعودي صنعاء وبحث مع قيادة الحوثيين الهدنة.", "CONSULT", "صنعاء"),
    ("زار وفد سعودي صنعاء. وبحث وفد عماني مع قيادة الحوثيين الهدنة.", "CONSULT", ""),
]


@pytest.mark.parametrize(("text", "kind", "place"), PLACES, ids=[c[0] for c in PLACES])
def test_where_it_happens_is_told_beside_it(text: str, kind: str, place: str) -> None:
    reading, names = read_with_names(text)
    last = [v for v in reading.events if v.type == kind][-1]
    assert "".join(names[e] for e in last.place) == place
