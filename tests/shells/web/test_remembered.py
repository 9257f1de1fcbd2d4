"""An answer is kept as long as the archive stays what it was, and not a moment longer."""

from pathlib import Path

import pytest
from web_reader import reader_of

from khabar.builds import build
from khabar.store.archive import Archive
from khabar.values.report import Report


def _report(own_id: str, title: str) -> Report:
    text = f"قال وزير النقل المصري إن طريق {title} أُغلق."
    return Report(own_id, text, own_id * 64, "الأهرام", None, None, title, None)


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "a.khabar"
    with Archive.to_write(path) as opened:
        build(opened, [_report("1", "السويس")], workers=1)
    return path


def test_who_has_an_answer_is_told_only_that_it_still_holds(archive: Path) -> None:
    reader = reader_of(archive)
    first = reader.get("/ar/reports")
    again = reader.get("/ar/reports", headers={"if-none-match": first.headers["etag"]})
    assert first.status_code == 200
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["content-security-policy"]


def test_a_report_that_comes_in_is_on_the_next_page_that_is_asked_for(archive: Path) -> None:
    reader = reader_of(archive)
    before = reader.get("/ar/reports")
    assert reader.get("/ar/reports").text == before.text
    with Archive.to_write(archive) as opened:
        build(opened, [_report("2", "الجيزة")], workers=1)
    after = reader.get("/ar/reports", headers={"if-none-match": before.headers["etag"]})
    assert after.status_code == 200
    assert "الجيزة" in after.text


def test_an_archive_put_in_the_place_of_another_is_the_one_that_is_shown(archive: Path, tmp_path: Path) -> None:
    reader = reader_of(archive)
    assert "السويس" in reader.get("/ar/reports").text
    with Archive.to_write(tmp_path / "b.khabar") as opened:
        build(opened, [_report("3", "أسوان")], workers=1)
    (tmp_path / "b.khabar").replace(archive)
    assert "أسوان" in reader.get("/ar/reports").text


def test_without_an_archive_the_page_says_so(archive: Path) -> None:
    reader = reader_of(archive)
    archive.unlink()
    answer = reader.get("/ar/reports")
    assert answer.status_code == 500
    assert "no archive" in answer.text
