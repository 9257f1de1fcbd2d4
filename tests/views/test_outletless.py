"""A report whose outlet nobody told is called by its headline where it is a source."""

from dataclasses import dataclass

import pytest

from khabar.errors import NotInArchive
from khabar.values.report import Report
from khabar.views.outletless import outletless

HEADLINE = "وصول السفينة إلى ميناء عدن"
BARE = Report("420653bc1cb70cdf", f"{HEADLINE}\n\nقال الوزير إن السفينة وصلت.", "4" * 64)
TOLD = Report("r2", "قال الوزير إن السفينة وصلت.", "2" * 64, "صحيفة المرسى")


@dataclass(frozen=True)
class Two:
    """An archive of two reports."""

    def report(self, report_id: str) -> Report:
        for one in (BARE, TOLD):
            if one.id == report_id:
                return one
        raise NotInArchive(report_id, "here")


def test_it_is_called_by_its_first_line() -> None:
    found = outletless(Two(), BARE.id)
    assert found
    assert (found.id, found.headline) == (BARE.id, HEADLINE)


@pytest.mark.parametrize("name", ["روسيا", "RT", "France 24", "F16", TOLD.id])
def test_names_and_reports_with_an_outlet_are_none(name: str) -> None:
    assert outletless(Two(), name) is None


def test_a_long_headline_is_cut_between_words() -> None:
    @dataclass(frozen=True)
    class Long:
        def report(self, report_id: str) -> Report:
            return Report(report_id, "نص", "4" * 64, title="كلمة " * 40)

    found = outletless(Long(), "r1")
    assert found
    assert found.headline.endswith("كلمة…")
    assert len(found.headline) < 70
