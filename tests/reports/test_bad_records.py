"""Tables, pages and JSON that are not as they should be, and dates that are none."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from reports_samples import STORY, refusal_of, report_of

from khabar.reports.intake import reports_in
from khabar.values.report import Report, Unreadable

Put = Callable[[str, bytes | str], Path]


ROWS = [("1", "2024-06-18", STORY.split("\n")[0]), ("2", "2024-06-19", STORY.split("\n")[1])]


@pytest.mark.parametrize(
    ("name", "table"),
    [
        ("a.csv", "id,date,words\n" + "".join(f'{a},{b},"{c}"\n' for a, b, c in ROWS)),
        ("a.tsv", "".join(f"{a}\t{b}\t{c}\n" for a, b, c in ROWS)),
        ("a.csv", "".join(f'"{c}";{a}\n' for a, _, c in ROWS)),
    ],
)
def test_a_table_that_does_not_tell_its_texts_is_refused_with_what_to_do(put: Put, name: str, table: str) -> None:
    refusal = refusal_of(put(name, table))
    assert refusal.startswith("a table with no column of texts")
    assert "--columns text=" in refusal


@pytest.mark.parametrize("text", [STORY, STORY.replace("\n", " "), STORY.replace("، ", ", ") + "\nانتهى."])
def test_prose_under_the_name_of_a_table_is_read(put: Put, text: str) -> None:
    assert report_of(put("a.csv", text)).text == text


def test_a_page_loses_its_scripts_and_survives_broken_tags(put: Put) -> None:
    first, second = STORY.split("\n")
    page = (
        "<html><head><title>النهر يرتفع</title><script>var x = '<p>سرقة</p>';</script></head>"
        f"<body><div><h1>النهر يرتفع<p>{first}<p>{second}</b></i></div></div><script>alert('ملاحظة')"
    )
    report = report_of(put("a.html", page))
    assert report.title == "النهر يرتفع"
    assert first in report.text
    assert second in report.text
    assert "alert" not in report.text
    assert "سرقة" not in report.text


def test_a_page_with_nothing_to_read_is_unreadable(put: Put) -> None:
    assert "no article" in refusal_of(put("a.html", "<html><body><img src='a.png'></body></html>"))


def test_a_page_of_ten_thousand_open_tags_is_survived(put: Put) -> None:
    item = next(reports_in([put("a.html", "<div>" * 10_000 + f"<p>{STORY}")]))
    assert isinstance(item, Report | Unreadable)


def test_an_unknown_date_stays_unknown(put: Put) -> None:
    assert report_of(put("a.txt", STORY)).published is None


def test_a_date_that_is_none_is_noted_and_left_out(put: Put) -> None:
    report = report_of(put("a.json", json.dumps({"text": STORY, "date": "0104-20-16"})))
    assert report.published is None
    assert report.note == "its date '0104-20-16' could not be read"


def test_a_date_in_the_future_is_kept_and_noted(put: Put) -> None:
    path = put("a.json", json.dumps({"text": STORY, "date": "2031-05-01"}))
    (report,) = reports_in([path], today=date(2030, 1, 1))
    assert isinstance(report, Report)
    assert report.published == date(2031, 5, 1)
    assert report.note == "its date 2031-05-01 lies in the future"


def test_a_bad_line_of_json_lines_is_named_by_its_number_and_the_rest_go_on(put: Put) -> None:
    good = json.dumps({"text": STORY})
    path = put("a.jsonl", f"{good}\n\n{{bad\n[1, 2]\n{good}\n")
    items = list(reports_in([path]))
    assert [type(item) for item in items] == [Report, Unreadable, Unreadable, Report]
    assert [item.source.rpartition(":")[2] for item in items if isinstance(item, Unreadable)] == ["3", "4"]


def test_json_nested_past_reading_is_refused(put: Put) -> None:
    assert "no JSON" in refusal_of(put("a.json", "[" * 200_000))
    assert "no JSON" in refusal_of(put("b.jsonl", "[" * 200_000 + "\n"))
