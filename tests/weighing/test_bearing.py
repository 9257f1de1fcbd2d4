"""Whether two sentences tell the same, stand against one another or tell of two matters."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.engine import bearing_between
from khabar.values.agreement import Agreement

AGAINST = [
    ("ارتفاع أسعار القمح في أسواق المدينة", "انخفاض أسعار القمح في أسواق المدينة", "opposite-words"),
    ("المحكمة تدين صاحب المصنع", "المحكمة تبرئ صاحب المصنع", "opposite-words"),
    ("زلزال يضرب سواحل اليابان", "زلزال يضرب سواحل المكسيك", "other-name"),
    ("غرق 12 بحارا قرب الميناء", "غرق 30 بحارا قرب الميناء", "other-figure"),
    ("نجاح محادثات الصيد بين البلدين", "محادثات الصيد بين البلدين بلا اتفاق", "undone-in-one"),
    ("البلدية تقبل خطة السوق", "البلدية ترفض خطة السوق", "opposite-words"),
    ("الشركة ستبيع المصنع القديم", "الشركة لن تبيع المصنع القديم", "negated"),
]


@pytest.mark.parametrize(("first", "second", "code"), AGAINST)
def test_what_excludes_one_another_disagrees_and_says_by_what(first: str, second: str, code: str) -> None:
    found = bearing_between(first, second)
    assert found.agreement is Agreement.DISAGREES
    assert code in {reason.code for reason in found.reasons}
    assert found.likelihood > 0.5


def test_the_words_that_show_it_are_those_of_the_sentences() -> None:
    found = bearing_between("إغلاق سوق السمك في المدينة", "افتتاح سوق السمك في المدينة")
    assert ("opposite-words", "اغلاق / افتتاح") in {(r.code, r.detail) for r in found.reasons}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("وزير النقل يفتتح جسرا جديدا في الموصل", "افتتاح جسر جديد في الموصل بحضور وزير النقل"),
        ("نفت الوزارة إغلاق المعبر الحدودي مع الأردن", "الوزارة تنفي إغلاق المعبر الحدودي مع الأردن"),
    ],
)
def test_the_same_in_another_order_agrees(first: str, second: str) -> None:
    assert bearing_between(first, second).agreement is Agreement.AGREES


def test_two_matters_are_neither() -> None:
    found = bearing_between("فريق المدينة يفوز بكأس الدوري", "البنك يرفع سعر الفائدة على القروض")
    assert found.agreement is Agreement.OTHER


WORDS = st.lists(
    st.sampled_from(["رفعت", "خفضت", "الشركة", "لم", "مصر", "العراق", "12", "30", "أجور", "عمالها", "رفضت", "في"]),
    max_size=8,
)


@given(WORDS, WORDS)
def test_the_order_of_the_two_changes_nothing(first: list[str], second: list[str]) -> None:
    one, other = " ".join(first), " ".join(second)
    there, back = bearing_between(one, other), bearing_between(other, one)
    assert (there.agreement, round(there.likelihood, 9)) == (back.agreement, round(back.likelihood, 9))
    assert sorted(r.code for r in there.reasons) == sorted(r.code for r in back.reasons)
