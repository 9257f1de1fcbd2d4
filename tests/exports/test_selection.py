"""What is exported is what was asked for, and all of it."""

from datetime import date

import pytest
from exported import TEXTS, small, text_of, turned_round

from khabar.exports import selection as selections
from khabar.exports.formats import FORMATS
from khabar.exports.named import Format
from khabar.exports.selection import Selection, Wanted


def reports_in(selection: Selection) -> list[str]:
    return [report.id for report, _ in selection.readings()]


def test_nothing_is_left_out_unless_it_is_asked_for() -> None:
    assert reports_in(small()) == ["r1", "r2"]
    assert {placed.claim.id for placed in small().placed_claims()} == {"c1", "c2"}


def test_a_claim_brings_the_reports_that_take_a_position_on_it() -> None:
    assert reports_in(small(Wanted("اليمن"))) == ["r1", "r2"]
    assert [placed.claim.id for placed in small(Wanted("اليمن")).placed_claims()] == ["c1"]


def test_who_is_in_no_report_that_is_exported_is_left_out() -> None:
    everybody = small(Wanted(since=date(2024, 6, 19), until=date(2024, 6, 30)))
    assert {actor.id for actor in everybody.actors()} == {"p1", "p2"}  # the claim is told to be of that month
    later = small(Wanted(since=date(2024, 7, 1)))
    assert (reports_in(later), list(later.actors()), list(later.placed_claims())) == ([], [], [])


def test_pages_give_each_item_once(monkeypatch: pytest.MonkeyPatch) -> None:
    whole = [placed.claim.id for placed in small().placed_claims()]
    monkeypatch.setattr(selections, "PAGE", 1)
    assert [placed.claim.id for placed in small().placed_claims()] == whole


@pytest.mark.parametrize("form", TEXTS)
def test_the_same_reports_give_the_same_bytes_in_whatever_order_they_came(form: Format) -> None:
    assert text_of(form, small()) == text_of(form, turned_round())


def test_every_format_has_its_door() -> None:
    assert set(FORMATS) == set(Format)
