"""Sentences are narrowed down by outlet, day, whom they name and the claims that they take a position on."""

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from store_samples import reading_of, report_of, span_of, weighed_of

from khabar.store.archive import Archive
from khabar.store.search.words import NAMED
from khabar.values.actor import Actor
from khabar.values.claim import PositionStance, Verdict
from khabar.values.entity import Entity, Kind
from khabar.values.event import EventType
from khabar.values.reading import Reading
from khabar.values.search import ANY, Filters
from khabar.values.span import Span

OTHER = "غادر عبد الإله بنكيران ميناء الرباط. وقال بنكيران إن السفينة وصلت إلى الميناء."
THIRD = "وصلت سفينة ابن كيران إلى الميناء."


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    with Archive.to_write(tmp_path_factory.mktemp("narrow") / "a.khabar") as opened:
        _fill(opened)
        yield opened


def _fill(archive: Archive) -> None:
    first = report_of()
    archive.keep(first, reading_of(first))
    _keep(archive, OTHER, "r2", date(2024, 7, 1), ("عبد الإله بنكيران", "بنكيران"))
    _keep(archive, THIRD, "r3", None, ("ابن كيران",))
    man = Actor("x1", "عبد الإله بنكيران", Kind.PERSON, ("r2", "r3"), members=(("r2", "e1"), ("r3", "e1")))
    archive.keep_weighed(replace(weighed_of(first), actors=(man,)), "one")


def _keep(archive: Archive, text: str, own_id: str, day: date | None, names: tuple[str, ...]) -> None:
    report = replace(report_of(text, own_id, day), outlet="موقع «الضفة» الإخباري")
    last = Span(text.rindex(names[-1]), text.rindex(names[-1]) + len(names[-1]))
    mentions = dict.fromkeys((span_of(names[0], text), last))
    man = Entity("e1", names[0], Kind.PERSON, tuple(mentions))
    archive.keep(report, Reading(own_id, "one", "ar", (Span(0, len(text)),), (man,)))


def found(archive: Archive, asked: str, filters: Filters) -> list[str]:
    return sorted(hit.passage.report_id for hit in archive.sentences_with(asked, filters))


@pytest.mark.parametrize(
    ("filters", "reports"),
    [
        (ANY, ["r1", "r2", "r2", "r3"]),
        (Filters(outlet="الضفه"), ["r2", "r2", "r3"]),
        (Filters(outlet="صحيفة المرفأ"), ["r1"]),
        (Filters(outlet="صحيفة"), ["r1"]),
        (Filters(outlet="لا أحد"), []),
        (Filters(since=date(2024, 6, 19)), ["r2", "r2"]),  # no day: not known to be of these
        (Filters(until=date(2024, 6, 18)), ["r1"]),
        (Filters(since=date(2024, 6, 18), until=date(2024, 6, 18)), ["r1"]),
        (Filters(type=EventType.TRANSFER), ["r1"]),
        (Filters(type=EventType.PROTEST), []),
        (Filters(verdict=Verdict.SINGLE_ORIGIN, stance=PositionStance.ASSERTS), ["r1"]),
        (Filters(verdict=Verdict.SINGLE_ORIGIN, stance=PositionStance.DENIES), []),
        (Filters(verdict=Verdict.DISPUTED), []),
        (Filters(about="عبد الاله بنكيران"), ["r2", "r2", "r3"]),
        (Filters(about="Abdelilah Benkirane"), ["r2", "r2", "r3"]),
        (Filters(about="لا أحد"), []),
    ],
)
def test_each_filter_lets_through_its_own(archive: Archive, filters: Filters, reports: list[str]) -> None:
    assert found(archive, "ميناء | سفينة", filters) == reports


def test_somebody_is_found_by_any_name_under_every_name(archive: Archive) -> None:
    assert found(archive, "عبد الإله بنكيران", ANY) == ["r2", "r2", "r3"]


def test_a_name_in_quotation_marks_is_found_as_it_stands(archive: Archive) -> None:
    assert found(archive, '"عبد الإله بنكيران"', ANY) == ["r2"]


def test_another_name_of_somebody_is_marked_as_it_stands(archive: Archive) -> None:
    (hit,) = archive.sentences_with("عبد الإله بنكيران سفينة", Filters(until=date.max, about="ابن كيران"))
    text = archive.report(hit.passage.report_id).text
    assert [mark.of(text) for mark in hit.marks] == ["بنكيران", "السفينة"]


def test_long_vowels_of_a_name_may_differ_where_it_is_one_man(archive: Archive) -> None:
    assert found(archive, "بنكران", ANY) == []
    spelled = Actor("x1", "عبد الإله بنكيران", Kind.PERSON, ("r2",), also=("بنكران",), members=(("r2", "e1"),))
    archive.keep_weighed(replace(archive.weighed(), actors=(spelled,)), "one")
    assert found(archive, "بنكران", ANY) == ["r2", "r2"]


def test_sentences_of_an_archive_read_again_are_there_once(archive: Archive) -> None:
    report = archive.report("r3")
    before = found(archive, "سفينة", ANY)
    reading = archive.reading("r3")
    assert reading
    archive.keep(report, reading)
    assert found(archive, "سفينة", ANY) == before


@pytest.mark.of_files
def test_an_archive_of_an_older_form_learns_whom_its_sentences_name(tmp_path: Path) -> None:
    with Archive.to_write(tmp_path / "a.khabar") as written:
        _fill(written)
        before = found(written, "عبد الإله بنكيران", ANY)
    database = sqlite3.connect(tmp_path / "a.khabar")
    database.executescript("DROP TABLE named; DROP TABLE members; DROP TABLE alike;")
    database.executescript(NAMED)
    database.close()
    with Archive.to_read(tmp_path / "a.khabar") as opened:
        assert found(opened, "عبد الإله بنكيران", ANY) == before == ["r2", "r2", "r3"]
