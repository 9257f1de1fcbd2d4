"""English dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.language.english.analysis import analyse_english
from khabar.language.english.text import EnglishText
from khabar.language.english.times import times_in

TUESDAY = date(2024, 6, 18)


def dates(text: str, published: date | None = TUESDAY) -> list[tuple[str, str]]:
    found = times_in(EnglishText(analyse_english(text)), published)
    return [(t.span.of(text), str(t.moment)) for t in found]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("June 3, 2021", "2021-06-03"),
        ("3 June 2021", "2021-06-03"),
        ("June 3rd", "2024-06-03"),
        ("December 30", "2023-12-30"),
        ("June 2021", "2021-06"),
        ("June 18-19", "2024-06-18/2024-06-19"),
        ("Monday", "2024-06-17"),
        ("Tuesday", "2024-06-18"),
        ("last Tuesday", "2024-06-11"),
        ("next Monday", "2024-06-24"),
        ("Monday, June 17", "2024-06-17"),
        ("yesterday", "2024-06-17"),
        ("last week", "2024-W24"),
        ("next month", "2024-07"),
        ("this year", "2024"),
        ("last June", "2023-06"),
        ("two days ago", "2024-06-16"),
        ("2024-06-01", "2024-06-01"),
    ],
)
def test_a_date(words: str, value: str) -> None:
    assert dates(f"The port closed {words}.") == [(words, value)]


@pytest.mark.parametrize("text", ["It may march.", "April Moss left.", "He was 2021 metres up.", "The second week."])
def test_no_date(text: str) -> None:
    assert dates(text) == []


def test_a_weekday_of_what_will_be_lies_ahead() -> None:
    assert dates("The port will close on Friday.") == [("Friday", "2024-06-21")]
    assert dates("The port will close, he said on Friday.") == [("Friday", "2024-06-14")]


def test_since_leaves_the_end_open_and_between_has_two() -> None:
    assert dates("It has been shut since 2019.") == [("since 2019", "2019/..")]
    assert dates("It was shut between 2019 and 2021.") == [("2019 and 2021", "2019/2021")]


def test_what_hangs_on_an_unknown_day_of_publication_has_no_value() -> None:
    assert dates("It was shut on Monday, June 3, 2021 and last week.", None) == [
        ("Monday, June 3, 2021", "2021-06-03"),
        ("last week", "None"),
    ]


@given(st.text("0123456789 -,JuneMay23rdnaglstwek", max_size=60), st.dates())
def test_any_text_is_read_without_a_fault(text: str, published: date) -> None:
    assert all(words in text for words, _ in dates(text, published))
