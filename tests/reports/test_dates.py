"""Dates that machines write."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.reports.dateline import outlet_and_date_in
from khabar.reports.dates import date_said, date_written

PARAGRAPH = "فتح الميناء أبوابه صباح اليوم بعد عاصفة استمرت ثلاثة أيام وأغلقت الطرق المؤدية إلى المدينة."


@pytest.mark.parametrize(
    "said",
    [
        *("2024-06-17", "2024-06-17T23:59:00+03:00", "2024-06-17 00:10:00Z", "20240617", "20240617T101500Z"),
        *("17/6/2024", "17-06-2024", "17.6.2024", "6/17/2024", "٢٠٢٤-٠٦-١٧", "١٧/٦/٢٠٢٤"),
        *("Mon, 17 Jun 2024 10:00:00 +0300", 1718618400, 1718618400000, "1718618400"),
    ],
)
def test_every_form_names_the_day_that_is_written(said: object) -> None:
    assert date_said(said) == date(2024, 6, 17)


@pytest.mark.parametrize(
    "said", [float("nan"), float("inf"), float("-inf"), 1e300, 10**4000, "0000-00-00", "99999-01-01"]
)
def test_no_number_is_too_strange_to_be_no_date(said: object) -> None:
    assert date_said(said) is None


@pytest.mark.parametrize("said", ["0104-20-16", "2024-13-40", "yesterday", "", None, True, 7, "31/31/2024", [2024], {}])
def test_what_is_no_date_is_none(said: object) -> None:
    assert date_said(said) is None


def test_where_both_could_be_the_month_the_day_stands_first() -> None:
    assert date_written("3/4/2024") == date(2024, 4, 3)


@given(st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_iso_dates_come_back(day: date) -> None:
    assert date_said(day.isoformat()) == day


@given(st.text())
def test_any_text_is_a_date_or_none(text: str) -> None:
    assert date_said(text) is None or isinstance(date_said(text), date)


def test_a_first_line_of_outlet_and_day_tells_both() -> None:
    assert outlet_and_date_in(f"بوابة الميناء | 12/6/2024\nالميناء يفتح أبوابه بعد العاصفة\n{PARAGRAPH}") == (
        "بوابة الميناء",
        date(2024, 6, 12),
    )


def test_a_day_alone_tells_the_day() -> None:
    text = f"الميناء يفتح أبوابه بعد العاصفة\nآخر تحديث: 12/6/2024 - 10:05\n{PARAGRAPH}"
    assert outlet_and_date_in(text) == (None, date(2024, 6, 12))


def test_a_day_in_the_story_is_not_the_day_of_publication() -> None:
    text = f"الميناء يفتح أبوابه بعد عاصفة 2/6/2024\n{PARAGRAPH}\nوبدأت العاصفة في 1/6/2024 بحسب الأرصاد الجوية."
    assert outlet_and_date_in(text) == (None, None)
