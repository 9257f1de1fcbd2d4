"""What is kept in an archive comes out of it, once and whole."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from store_samples import report_of, weighed_of

from khabar.errors import NotInArchive
from khabar.store.archive import Archive
from khabar.values.reading import Reading
from khabar.values.reason import Passage
from khabar.values.report import Report, Unreadable
from khabar.values.span import Span
from khabar.weighing import Weighed


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.to_write(tmp_path / "a.khabar") as opened:
        yield opened


def test_a_report_and_its_reading_come_out_as_they_went_in(archive: Archive, report: Report, reading: Reading) -> None:
    archive.keep(report, reading)
    assert archive.report("r1") == report
    assert archive.reading("r1") == reading
    assert list(archive.readings()) == [(report, reading)]
    assert list(archive.reports()) == [report]


def test_the_same_report_twice_is_stored_once(archive: Archive, report: Report, reading: Reading) -> None:
    archive.keep(report, reading)
    archive.keep(replace(report, id="another name"), reading)
    assert [kept.id for kept in archive.reports()] == ["r1"]
    assert len(archive.sentences_with("السفينة")) == 1


def test_two_reports_under_one_id_are_both_kept(archive: Archive, report: Report, reading: Reading) -> None:
    other = report_of("نفت الشركة الخبر.", report.id)
    archive.keep(report, reading)
    archive.keep(other, Reading(other.id, "one", "ar", (Span(0, 5),)))
    ids = sorted(kept.id for kept in archive.reports())
    assert ids == ["r1", f"r1@{other.sha256[:12]}"]
    second = archive.reading(ids[1])
    assert second is not None
    assert second.report_id == ids[1]


def statuses_in(archive: Archive) -> list[tuple[str, ...]]:
    with sqlite3.connect(archive.path) as database:
        question = "SELECT reports.id, events.id, status FROM events JOIN reports ON n = report"
        return database.execute(question).fetchall()


@pytest.mark.of_files
def test_a_newer_reading_takes_the_place_of_the_older(archive: Archive, report: Report, reading: Reading) -> None:
    archive.keep(report, reading)
    assert archive.reader_of(report.sha256) == "one"
    assert [kept.id for kept in archive.not_read_by("two")] == ["r1"]
    archive.keep(report, replace(reading, reader="two", events=()))
    assert archive.reader_of(report.sha256) == "two"
    assert list(archive.not_read_by("two")) == []
    assert statuses_in(archive) == []
    assert len(archive.sentences_with("السفينة")) == 1


def test_nothing_is_known_of_a_report_that_never_came(archive: Archive) -> None:
    assert archive.reader_of("0" * 64) is None
    assert archive.reading("r1") is None
    with pytest.raises(NotInArchive, match="r1"):
        archive.report("r1")


def test_what_cannot_be_read_is_kept_with_its_reason(archive: Archive, report: Report) -> None:
    archive.keep_unreadable(Unreadable("broken.html", "it cannot be unpacked"))
    archive.keep_unreadable(Unreadable("broken.html", "it cannot be unpacked"))
    archive.keep_unreadable(Unreadable(report.id, "a fault of the reader", report.sha256), report, "one")
    assert [(u.source, u.reason) for u in archive.unreadable()] == [
        ("broken.html", "it cannot be unpacked"),
        ("r1", "a fault of the reader"),
    ]
    assert archive.report("r1") == report


def test_a_report_that_failed_is_tried_again_only_by_another_reader(
    archive: Archive, report: Report, reading: Reading
) -> None:
    archive.keep_unreadable(Unreadable(report.id, "a fault of the reader", report.sha256), report, "one")
    assert archive.reader_of(report.sha256) == "one"
    assert list(archive.not_read_by("one")) == []
    assert list(archive.not_read_by("two")) == [report]
    archive.keep(report, replace(reading, reader="two"))
    assert archive.unreadable() == ()


def test_conclusions_are_replaced_whole_and_forgotten_when_a_report_comes(
    archive: Archive, report: Report, reading: Reading
) -> None:
    archive.keep(report, reading)
    weighed = weighed_of(report)
    for _ in range(2):
        archive.keep_weighed(weighed, "one")
    assert archive.weighed() == weighed
    assert archive.is_weighed_by("one")
    assert not archive.is_weighed_by("two")
    archive.keep(report_of("خبر آخر.", "r2"), Reading("r2", "one", "ar"))
    assert not archive.is_weighed_by("one")


def test_conclusions_are_fetched_once_until_something_is_written(
    archive: Archive, report: Report, reading: Reading
) -> None:
    archive.keep(report, reading)
    archive.keep_weighed(weighed_of(report), "one")
    first = archive.weighed()
    assert archive.weighed() is first
    with Archive.to_write(archive.path) as elsewhere:
        elsewhere.keep_weighed(Weighed(), "two")
    assert archive.weighed() == Weighed()
    archive.keep_weighed(weighed_of(report), "three")
    assert archive.weighed() == first


def test_the_old_conclusions_stay_until_there_are_new_ones(archive: Archive, report: Report, reading: Reading) -> None:
    archive.keep(report, reading)
    assert (len(archive.not_weighed()), archive.has_conclusions()) == (1, False)
    archive.keep_weighed(weighed_of(report), "one")
    assert (len(archive.not_weighed()), archive.weighed_by()) == (0, "one")
    archive.keep(report_of("خبر آخر.", "r2"), Reading("r2", "one", "ar"))
    assert (len(archive.not_weighed()), archive.weighed_by()) == (1, None)
    assert archive.weighed() == weighed_of(report)


def test_what_another_build_keeps_while_this_one_weighs_is_still_to_be_weighed(
    archive: Archive, report: Report, reading: Reading
) -> None:
    archive.keep(report, reading)
    begun = archive.not_weighed()
    archive.keep(report_of("خبر آخر.", "r2"), Reading("r2", "one", "ar"))
    archive.keep_weighed(weighed_of(report), "one", begun)
    assert len(archive.not_weighed()) == 1
    assert not archive.is_weighed_by("one")


def test_a_failing_change_leaves_everything_as_it_was(archive: Archive, report: Report, reading: Reading) -> None:
    archive.keep(report, reading)
    archive.keep_weighed(weighed_of(report), "one")
    with pytest.raises(AttributeError):
        archive.keep_weighed(None, "two")
    assert archive.weighed() == weighed_of(report)
    assert archive.is_weighed_by("one")


def test_a_passage_is_widened_to_its_sentence(archive: Archive, report: Report, reading: Reading) -> None:
    archive.keep(report, reading)
    found = archive.sentences_around(Passage("r1", Span(report.text.index("وصلت"), report.text.index("وصلت") + 4)))
    assert found.of(report.text) == "قالت الوزارة إن السفينة وصلت إلى الميناء."


@pytest.mark.of_files
def test_those_who_ask_in_sql_find_names_and_statuses(archive: Archive, report: Report, reading: Reading) -> None:
    archive.keep(report, reading)
    assert statuses_in(archive) == [("r1", "v1", "actual")]
    asked = sqlite3.connect(archive.path).execute("SELECT actor, type FROM events").fetchall()
    assert asked == [('["الوزارة"]', "TRANSFER")]
