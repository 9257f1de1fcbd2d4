"""Event rows as political scientists know them."""

import csv
import io
from dataclasses import replace

import pytest
from exported import small, text_of
from hostile import hostile

from khabar.exports.cameo_codes import goldstein_of, root_of
from khabar.exports.named import Format
from khabar.exports.occurrences import occurrences
from khabar.exports.parties import dyads
from khabar.exports.plover import COLUMNS
from khabar.exports.selection import Selection
from khabar.values.event import EventType
from khabar.values.quad import Quad, quad_of


def rows_of(form: Format, selection: Selection) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text_of(form, selection)), delimiter="\t", strict=True))


def test_a_row_has_the_columns_of_polecat_first() -> None:
    assert len(COLUMNS[:40]) == 40
    assert (COLUMNS[0], COLUMNS[39]) == ("Event ID", "Version")
    assert all(name.startswith("Khabar ") for name in COLUMNS[40:])


def test_a_row_tells_who_did_what_to_whom_and_on_whose_word() -> None:
    (row,) = rows_of(Format.PLOVER, small())
    assert (row["Actor Name"], row["Event Type"], row["Recipient Name"]) == ("عُمان", "TRANSFER", "اليمن")
    assert (row["Event Date"], row["Khabar Time"], row["Quad Code"]) == (
        "2024-06-01",
        "2024-06",
        "MATERIAL COOPERATION",
    )
    assert (row["Khabar Chain"], row["Khabar Verdict"]) == ("وكالة المرسى < مصدر", "disputed")
    assert (row["Khabar Asserted By"], row["Khabar Denied By"]) == ("مصدر", "مسقط")


def test_the_words_of_every_row_stand_at_its_offsets(demo: Selection) -> None:
    texts = {report.id: report.text for report, _ in demo.readings()}
    rows = rows_of(Format.PLOVER, demo)
    assert len(rows) > 60
    for row in rows:
        words = texts[row["Khabar Report"]][int(row["Khabar Start"]) : int(row["Khabar End"])]
        assert " ".join(words.split()) == row["Khabar Words"]


def test_an_event_of_several_stands_once_for_each_two() -> None:
    (one,) = occurrences(small())
    both = ("e3", "e4")
    mutual = replace(one, event=replace(one.event, actor=both, recipient=both))
    assert [(a.name, b.name) for a, b in dyads(mutual)] == [("عُمان", "اليمن"), ("اليمن", "عُمان")]


def test_who_acts_alone_has_nobody_opposite() -> None:
    (one,) = occurrences(small())
    alone = replace(one, event=replace(one.event, recipient=()))
    assert [(a.name, b.name) for a, b in dyads(alone)] == [("عُمان", "")]


def test_countries_are_told_as_codes(demo: Selection) -> None:
    rows = rows_of(Format.PLOVER, demo)
    assert {"PRK", "RUS"} <= {row["Actor Country"] for row in rows}


@pytest.mark.parametrize("kind", EventType)
def test_the_sign_of_goldsteins_scale_is_that_of_the_quad_class(kind: EventType) -> None:
    score, quad = goldstein_of(kind), quad_of(kind)
    assert (score is None) == (root_of(kind) is None) == (quad is None)
    if score is not None:
        assert (score > 0) == (quad in (Quad.VERBAL_COOPERATION, Quad.MATERIAL_COOPERATION))


def test_rows_of_cameo_have_root_codes_and_days(demo: Selection) -> None:
    rows = rows_of(Format.CAMEO, demo)
    assert {row["EventRootCode"] for row in rows} > {"04", "06"}
    assert all(len(row["SQLDATE"]) == 8 and row["SQLDATE"].startswith(row["Year"]) for row in rows)
    assert {row["QuadClass"] for row in rows} <= {"1", "2", "3", "4"}


def test_what_has_no_root_code_is_left_out_of_cameo_alone() -> None:
    assert root_of(EventType.APPOINT) is None
    (row,) = rows_of(Format.CAMEO, small())
    assert (row["EventCode"], row["GoldsteinScale"]) == ("06", "6.0")


@pytest.mark.parametrize("form", [Format.PLOVER, Format.CAMEO])
def test_no_cell_breaks_its_row_or_is_a_formula(form: Format) -> None:
    for row in rows_of(form, hostile()):
        assert None not in row
        assert not [cell for cell in row.values() if cell.startswith(("=", "+", "@")) or "\n" in cell or "\t" in cell]
