"""A time as precisely as it was stated."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.errors import BadMoment, SpanOutOfReport
from khabar.values.moment import Moment
from khabar.values.span import Span


@pytest.mark.parametrize(
    ("edtf", "earliest", "latest"),
    [
        ("2024-06-18", date(2024, 6, 18), date(2024, 6, 18)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2022", date(2022, 1, 1), date(2022, 12, 31)),
        ("2024-W25", date(2024, 6, 17), date(2024, 6, 23)),
        ("2024-06-18/2024-06-19", date(2024, 6, 18), date(2024, 6, 19)),
        ("2022/..", date(2022, 1, 1), None),
        ("../2022-03", None, date(2022, 3, 31)),
    ],
)
def test_a_moment_knows_the_days_that_it_may_mean(edtf: str, earliest: date | None, latest: date | None) -> None:
    assert (Moment(edtf).earliest, Moment(edtf).latest) == (earliest, latest)


@pytest.mark.parametrize("edtf", ["", "18/06/2024", "2024-13", "2024-02-30", "2024-W60", "../..", "2024-6-1", "٢٠٢٤"])
def test_what_is_no_date_is_refused_with_the_forms_that_are(edtf: str) -> None:
    with pytest.raises(BadMoment, match="2024-06-18"):
        Moment(edtf)


@given(st.dates(), st.dates())
def test_overlap_is_mutual_and_a_range_holds_its_ends(one: date, other: date) -> None:
    stretch = Moment.between(min(one, other), max(one, other))
    for day in (one, other):
        assert stretch.overlaps(Moment.on(day))
        assert Moment.on(day).overlaps(stretch)


def test_a_span_outside_the_text_is_refused() -> None:
    with pytest.raises(SpanOutOfReport, match="4 characters"):
        Span(2, 9).of("خبر.")
