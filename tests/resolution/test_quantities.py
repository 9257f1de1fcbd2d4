"""What a clause counts, and what became of those counted."""

import pytest

from khabar.language.analysis import analyse
from khabar.resolution.quantities import Quantity, quantities_in
from khabar.values.span import Span


def counts(sentence: str, *dates: str) -> tuple[Quantity, ...]:
    text = analyse(sentence)
    at = [Span(sentence.index(d), sentence.index(d) + len(d)) for d in dates]
    return quantities_in(text, (0, len(text.tokens)), at)


def told(sentence: str) -> list[tuple[str, str, str]]:
    return [(q.fate, q.told, q.of) for q in counts(sentence)]


TOLD = {
    "قتل 12 شخصا في الحريق": [("killed", "12", "people")],
    "خلف الهجوم 16 قتيلا و41 جريحا": [("killed", "16", "people"), ("wounded", "41", "people")],
    "ارتفع عدد القتلى إلى 58 والجرحى إلى 2771": [("killed", "58", "people"), ("wounded", "2771", "people")],
    "أدى الانفجار إلى مقتل شخصين وإصابة ثلاثة آخرين": [("killed", "2", "people"), ("wounded", "3", "people")],
    "قتل 6 أشخاص بينهم طفلة": [("killed", "6", "people")],
    "إن 9 جنود لقوا حتفهم": [("killed", "9", "soldiers")],
    "قتل ما لا يقل عن 40 مدنيا": [("killed", ">=40", "civilians")],
    "اعتقلت الشرطة بين 10 و15 شخصا": [("arrested", "10-15", "people")],
}


@pytest.mark.parametrize(("sentence", "expected"), TOLD.items(), ids=TOLD)
def test_so_many_are_counted_and_something_befell_them(sentence: str, expected: list[tuple[str, str, str]]) -> None:
    assert sorted(told(sentence)) == sorted(expected)


@pytest.mark.parametrize(
    "sentence",
    [
        "قتل 12 شخصا بينهم 3 أطفال",  # a part of the twelve
        "قتل الحارس بعد 20 دقيقة",
        "قتل عشرات الأشخاص",
        "أطلقت البحرية 3 صواريخ منها نحو الميناء",  # some of those told before
        "أصيب 4 من 10 عمال",
        "قتل الحارس في 2015",
        "ارتفعت الأسعار 12%",
    ],
)
def test_parts_measures_shares_years_and_tens_are_no_count(sentence: str) -> None:
    assert [t for _, t, _ in told(sentence) if t != "12"] == []


def test_a_number_in_a_date_counts_nothing() -> None:
    assert counts("قتل في 14 أيار", "14 أيار") == ()


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("قتل 12 شخصا", "قتل 12 شخصا", True),
        ("قتل 12 شخصا", "قتل 14 شخصا", False),
        ("قتل ما لا يقل عن 12 شخصا", "قتل 40 شخصا", True),
        ("قتل أكثر من 40 شخصا", "قتل 12 شخصا", False),
        ("قتل نحو 40 شخصا", "قتل 42 شخصا", True),
        ("قتل بين 10 و15 شخصا", "قتل 12 شخصا", True),
        ("قتل بين 10 و15 شخصا", "قتل 16 شخصا", False),
    ],
)
def test_two_numbers_agree_where_both_may_be_right(one: str, other: str, agree: bool) -> None:
    (first,), (second,) = counts(one), counts(other)
    assert first.agrees_with(second) is agree
    assert second.agrees_with(first) is agree


def test_the_span_holds_the_number_with_what_it_counts() -> None:
    sentence = "وقتل في الحريق 12 شخصا مساء"
    (found,) = counts(sentence)
    assert found.span.of(sentence) == "12 شخصا"
