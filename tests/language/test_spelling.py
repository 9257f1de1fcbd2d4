"""Spellings of one name meet, and names that only look alike stay apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.language.spelling import bare_key, foreign_key, name_key, name_words, same_spelling

ONE_NAME = [
    ("كيم جونغ أون", "كيم جونج-أون"),
    ("كيم جونك أون", "السيد كيم جونغ أون"),
    ("شويغو", "شويجو"),
    ("غورباتشوف", "جورباتشوف"),
    ("عبدالعزيز بن سلمان", "الأمير عبد العزيز بن سلمان"),
    ("أبو الغيط", "ابوالغيط"),
    ("الشيخ خليفة ابن زايد", "خليفة بن زايد"),
]
ONE_THING = [
    ("بيونغ يانغ", "بيونج يانج"),
    ("كييف", "كييڤ"),
    ("كيف", "كييف"),
    ("فاغنر", "شركة «فاجنر»"),
    ("فاقنر", "مجموعة فاغنر"),
    ("أوبك+", "«أوبك +»"),
    ("أوبك بلس", "تحالف أوبك بلاس"),
    ("وكالة بلومبرج للأنباء", "بلومبيرغ"),
]
TWO_PEOPLE = [
    ("محمد بن سلمان", "محمد بن سلطان"),
    ("محمد بن سلمان", "محمد بن سليمان"),
    ("محمد حسن", "محمد حسين"),
    ("عمر", "عمار"),
    ("قاسم سليماني", "كاسم سليماني"),
    ("جمال", "كمال"),
]
TWO_THINGS = [("أوبك", "أوبك+"), ("مالي", "مالطا"), ("النيجر", "نيجيريا")]

arabic = st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويأإآةىؤئ ", min_size=1, max_size=30)


@pytest.mark.parametrize(("one", "other"), ONE_NAME)
def test_a_persons_name_is_one_in_all_its_spellings(one: str, other: str) -> None:
    assert same_spelling(one, other)


@pytest.mark.parametrize(("one", "other"), ONE_THING)
def test_a_place_or_body_is_one_in_all_its_spellings(one: str, other: str) -> None:
    assert same_spelling(one, other, people=False)


@pytest.mark.parametrize(("one", "other"), TWO_PEOPLE)
def test_two_people_are_not_made_one(one: str, other: str) -> None:
    assert not same_spelling(one, other)


@pytest.mark.parametrize(("one", "other"), TWO_THINGS)
def test_two_things_are_not_made_one(one: str, other: str) -> None:
    assert not same_spelling(one, other, people=False)


def test_a_name_of_nothing_but_a_form_of_address_keeps_its_word() -> None:
    assert name_words("الملك") == ("الملك",)


@given(arabic)
def test_vowel_marks_and_tatweel_change_no_key(name: str) -> None:
    marked = "".join(f"{c}\u064e\u0640" if c != " " else c for c in name)
    assert (name_key(marked), foreign_key(marked), bare_key(marked)) == (
        name_key(name),
        foreign_key(name),
        bare_key(name),
    )


@given(arabic, arabic)
def test_sameness_does_not_depend_on_the_order(one: str, other: str) -> None:
    assert same_spelling(one, other) == same_spelling(other, one)
