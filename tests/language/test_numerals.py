"""Numbers in digits and words, and the limits set to them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.knowledge.numeral_words import numeral_words
from khabar.language.numerals import numbers_in
from khabar.values.span import Span

EXAMPLES = [(w, text) for w in numeral_words() for text in w.examples]
NEAR_MISSES = [(w.id, text) for w in numeral_words() for text in w.counterexamples]


def value_of(words):
    """The value of a text that is one number and nothing else; None: it is not."""
    found = numbers_in(words)
    return found[0].value if [n.span for n in found] == [Span(0, len(words))] and found[0].upto is None else None


@pytest.mark.parametrize(("word", "text"), EXAMPLES)
def test_an_example_holds_a_number(word, text):
    found = numbers_in(text)
    assert found
    if word.role == "bound":
        assert [n.bound for n in found] == [word.value]


@pytest.mark.parametrize(("entry", "text"), NEAR_MISSES)
def test_a_near_miss_holds_none(entry, text):
    assert numbers_in(text) == ()


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("خمسة وعشرون ألفا وثلاثمئة", 25_300),
        ("ألف وتسعمائة وثمانية وسبعون", 1978),
        ("ألفين وثمانية عشر", 2018),
        ("مليون ونصف المليون", 1_500_000),
        ("ربع مليون", 250_000),
        ("ثلاث مئة وخمسة", 305),
        ("مئتي ألف", 200_000),
        ("10 آلاف", 10_000),
        ("3.5 مليار", 3_500_000_000),
        ("13 ألفا و500", 13_500),
        ("٦٬٧٠٠", 6700),
        ("1,200,000", 1_200_000),
        ("12,5", 12.5),
        ("الحادي والعشرين", 21),
    ],
)
def test_value(words, value):
    assert value_of(words) == value


@pytest.mark.parametrize(
    ("text", "words", "value", "upto", "bound"),
    [
        ("سلم أكثر من 10 آلاف حاوية", "10 آلاف", 10_000, None, ">"),
        ("قتل ما لا يقل عن 12 جنديا", "12", 12, None, ">="),
        ("قتل 12 جنديا على الأقل", "12", 12, None, ">="),
        ("أصيب نحو 300 عامل", "300", 300, None, "~"),
        ("أصيب بنحو 300 عامل", "300", 300, None, "~"),
        ("دفع أقل من مليون دينار", "مليون", 1_000_000, None, "<"),
        ("نزح آلاف المدنيين", "آلاف", 1000, None, ">="),
        ("نزح نحو آلاف المدنيين", "آلاف", 1000, None, ">="),
        ("نزح عشرات الآلاف من المدنيين", "عشرات الآلاف", 10_000, None, ">="),
        ("أصيب بين 10 و20 عاملا", "10 و20", 10, 20, ""),
        ("أنفق من 3 إلى 5 ملايين دينار", "3 إلى 5 ملايين", 3_000_000, 5_000_000, ""),
    ],
)
def test_limits_and_ranges(text, words, value, upto, bound):
    (found,) = numbers_in(text)
    assert (found.span.of(text), found.value, found.upto, found.bound) == (words, value, upto, bound)


def test_a_word_that_is_no_number_has_no_value():
    assert value_of("ستبدأ") is None
    assert value_of("خمسة وزراء") is None


@given(st.integers(0, 10**12))
def test_digits_are_read_as_they_stand(number):
    assert value_of(str(number)) == number
    assert value_of(f"{number:,}") == number


@given(st.text(alphabet="خمسة وعشرين ألفا مليون ونصف 0123456789.,- من إلى بين", max_size=60))
def test_spans_are_ordered_and_apart(text):
    found = numbers_in(text)
    assert all(a.span.end <= b.span.start for a, b in zip(found, found[1:], strict=False))
    assert all(n.span.of(text) for n in found)
