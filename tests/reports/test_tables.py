"""Tables of separated values."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from reports_samples import STORY, refusal_of

from khabar.reports.intake import reports_in
from khabar.values.report import Report, Unreadable

Put = Callable[[str, bytes | str], Path]
FIRST, SECOND = STORY.split("\n")


@pytest.mark.parametrize(
    ("name", "separator", "encoding"),
    [
        ("a.csv", ",", "utf-8-sig"),
        ("a.csv", ";", "windows-1256"),
        ("a.tsv", "\t", "utf-16"),
        ("a.CSV", "|", "utf-8"),
    ],
)
def test_a_row_is_a_report_under_the_names_of_the_first_row(put: Put, name: str, separator: str, encoding: str) -> None:
    head = ["ID", "Title", "Published", "Source", "Text"]
    rows = [["n1", "النهر", "2024-06-12", "صحيفة المرفأ", f'"{FIRST}\n{SECOND}"'], ["n2", "", "", "", SECOND]]
    table = "\r\n".join(separator.join(row) for row in [head, *rows])
    one, two = reports_in([put(name, table.encode(encoding))])
    assert isinstance(one, Report)
    assert (one.id, one.title, one.published, one.outlet) == ("n1", "النهر", date(2024, 6, 12), "صحيفة المرفأ")
    assert one.text == STORY
    assert isinstance(two, Report)
    assert (two.id, two.title, two.published, two.text) == ("n2", None, None, SECOND)


def test_columns_of_other_names_are_said(put: Put) -> None:
    path = put("a.csv", f"no,words,day\n1,{FIRST},12/6/2024\n")
    (report,) = reports_in([path], columns={"text": "words", "published": "day", "id": "no"})
    assert isinstance(report, Report)
    assert (report.id, report.text, report.published) == ("1", FIRST, date(2024, 6, 12))
    (refused,) = reports_in([path], columns={"text": "body"})
    assert isinstance(refused, Unreadable)
    assert "without the column 'body': name one of no, words, day" in refused.reason


def test_columns_are_said_of_records_too(put: Put) -> None:
    (report,) = reports_in([put("a.jsonl", f'{{"words": "{FIRST}"}}\n')], columns={"text": "words"})
    assert isinstance(report, Report)
    assert report.text == FIRST


def test_a_row_without_text_is_named_by_its_line_and_the_rest_is_read(put: Put) -> None:
    empty, report = reports_in([put("a.csv", f"id,text\n1,\n\n2,{FIRST}\n")])
    assert isinstance(empty, Unreadable)
    assert empty.source.endswith("a.csv:2")
    assert isinstance(report, Report)


def test_a_row_has_the_hash_of_its_record_in_any_table(put: Put) -> None:
    (one,) = reports_in([put("a.csv", f"id,text\n1,{FIRST}\n")])
    (two,) = reports_in([put("b.tsv", f"text\tid\n{FIRST}\t1\n")])
    assert one.sha256 == two.sha256


def test_a_cell_of_a_whole_book_is_read(put: Put) -> None:
    book = FIRST * 3000
    (report,) = reports_in([put("a.csv", f"id,text\n1,{book}\n")])
    assert isinstance(report, Report)
    assert report.text == book


def test_a_quotation_mark_that_is_never_closed_does_not_lose_the_rows_before(put: Put) -> None:
    items = list(reports_in([put("a.csv", f'id,text\n1,{FIRST}\n2,"{SECOND}\n')]))
    assert [item.text.strip() for item in items if isinstance(item, Report)] == [FIRST, SECOND]


def test_a_table_of_nothing_but_names_is_refused(put: Put) -> None:
    assert refusal_of(put("a.csv", "id,text\n")) == "empty: a table with no row in it"
