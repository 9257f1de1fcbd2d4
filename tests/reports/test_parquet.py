"""Tables in Parquet files."""

import io
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from pyarrow import parquet
from reports_samples import STORY, refusal_of, zipped

from khabar.reports import parquet as parquet_reports
from khabar.reports.intake import reports_in
from khabar.reports.limits import MEGABYTE, Limits
from khabar.values.report import Report, Unreadable

Put = Callable[[str, bytes | str], Path]
FIRST, SECOND = STORY.split("\n")


def table(**columns: Any) -> bytes:
    file = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), file, row_group_size=2, compression="zstd")
    return file.getvalue()


def test_a_row_is_a_report_under_the_names_of_the_columns(put: Put) -> None:
    data = table(
        ID=[7, 8, None],
        Title=["النهر", None, None],
        Published=pyarrow.array([datetime(2024, 6, 12), None, None], pyarrow.timestamp("ns", "Asia/Baghdad")),
        Source=pyarrow.array(["صحيفة المرفأ", None, None]).dictionary_encode(),
        Text=[[FIRST, SECOND], [SECOND], None],
        Vector=[[0.5], [0.25], None],
    )
    one, two = reports_in([put("a.parquet", data)])
    assert isinstance(one, Report)
    assert (one.id, one.title, one.published, one.outlet) == ("7", "النهر", date(2024, 6, 12), "صحيفة المرفأ")
    assert one.text == STORY
    assert isinstance(two, Report)
    assert (two.id, two.title, two.published, two.text) == ("8", None, None, SECOND)
    assert list(reports_in([put("a.zip", zipped({"a.bin": data}))])) == [one, two]


def test_columns_of_other_names_are_said(put: Put) -> None:
    path = put("a.parquet", table(words=[FIRST.encode()], day=[date(2024, 6, 12)]))
    (report,) = reports_in([path], columns={"text": "words", "published": "day"})
    assert isinstance(report, Report)
    assert (report.text, report.published) == (FIRST, date(2024, 6, 12))
    assert "no column of texts" in refusal_of(path)


def test_a_row_has_the_hash_that_it_has_in_any_table(put: Put) -> None:
    (one,) = reports_in([put("a.parquet", table(id=[1], text=[FIRST], outlet=[None]))])
    (two,) = reports_in([put("b.csv", f"id,text,outlet\n1,{FIRST},\n")])
    assert one.sha256 == two.sha256


def test_a_row_without_text_is_named_and_the_rest_is_read(put: Put) -> None:
    empty, report = reports_in([put("a.parquet", table(id=["1", "2"], text=[None, FIRST]))])
    assert isinstance(empty, Unreadable)
    assert empty.source.endswith("a.parquet:1")
    assert isinstance(report, Report)


@pytest.mark.parametrize("data", [b"PAR1" + bytes(100) + b"PAR1", table(text=[STORY] * 9)[:-40]])
def test_a_damaged_file_is_refused(put: Put, data: bytes) -> None:
    assert "cannot be read to its end: it is damaged" in refusal_of(put("a.parquet", data))


def test_a_table_of_no_rows_is_refused(put: Put) -> None:
    data = table(text=pyarrow.array([], pyarrow.string()))
    assert refusal_of(put("a.parquet", data)) == "empty: a table with no row in it"


def test_a_file_that_swells_is_set_aside(put: Put) -> None:
    path = put("a.parquet", table(text=["a" * 1000] * 100))
    items = list(reports_in([path], limits=Limits(zip_whole=50_500)))
    assert [type(item) for item in items] == [Report] * 50 + [Unreadable]
    assert "unpacked it holds more than" in items[-1].reason  # type: ignore[union-attr]
    (refused,) = reports_in([put("b.parquet", table(text=["a" * 3000]))], limits=Limits(text=2000))
    assert isinstance(refused, Unreadable)
    assert "one text of more than" in refused.reason
    bomb = put("c.parquet", table(text=["a" * (200 * MEGABYTE)]))
    (refused,) = reports_in([bomb], limits=Limits(apart_memory=500 * MEGABYTE))
    assert isinstance(refused, Unreadable)
    assert "takes more than 500 MB of memory" in refused.reason


def test_without_the_library_it_is_said_how_to_get_it(put: Put, monkeypatch: Any) -> None:
    monkeypatch.setattr(parquet_reports, "find_spec", lambda name: None)
    assert "khabar[parquet]" in refusal_of(put("a.parquet", table(text=[STORY])))
