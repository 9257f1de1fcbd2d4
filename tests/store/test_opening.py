"""A file that cannot be used as an archive is refused in words that say what to do."""

import os
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from store_samples import TEXT, weighed_of

from khabar.errors import ArchiveBusy, ArchiveNotWritable, DamagedArchive, NewerArchive, NoArchive, NoRoom, OlderArchive
from khabar.store import connection, rows
from khabar.store.archive import Archive
from khabar.store.embedded import Embedded
from khabar.store.schema import APPLICATION_ID, FORMS
from khabar.values.judgement import Judged, Judgement
from khabar.values.reading import Reading
from khabar.values.reason import Passage
from khabar.values.report import Report
from khabar.values.span import Span
from khabar.values.wanted import ClaimsWanted, Order

pytestmark = pytest.mark.of_files

JUDGED = Judgement(Judged.ACTOR, True, Passage("r1", Span(0, 4)), Passage("r1", Span(6, 9)), "editor", "2024-06-18")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    where = tmp_path / "a.khabar"
    Archive.to_write(where).close()
    return where


def test_a_closed_archive_is_one_file(path: Path) -> None:
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_an_archive_that_another_build_makes_meanwhile_is_no_strange_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where = tmp_path / "a.khabar"
    asked: list[str] = []

    class Slow(Embedded):
        def execute(self, question: str, given: Any = (), /) -> sqlite3.Cursor:
            asked.append(question)
            if len(asked) == 2:
                Archive.to_write(where).close()
            return super().execute(question, given)

    monkeypatch.setattr(connection, "Embedded", Slow)
    with Archive.to_write(where) as archive:
        assert list(archive.reports()) == []


def test_an_archive_says_what_it_is_and_of_which_form(path: Path) -> None:
    database = sqlite3.connect(path)
    assert database.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    assert database.execute("PRAGMA user_version").fetchone() == (len(FORMS),)


@pytest.mark.parametrize("opened", [Archive.to_read, Archive.to_write])
def test_a_file_that_is_no_database_is_no_archive(tmp_path: Path, opened: type[Archive]) -> None:
    where = tmp_path / "notes.txt"
    where.write_text("these are notes, long enough to be looked at as a database would be " * 9)
    with pytest.raises(NoArchive, match=r"no archive\.\nName another place"):
        opened(where)


@pytest.mark.parametrize("opened", [Archive.to_read, Archive.to_write])
def test_another_programs_database_is_left_alone(tmp_path: Path, opened: type[Archive]) -> None:
    where = tmp_path / "other.sqlite"
    database = sqlite3.connect(where)
    database.execute("CREATE TABLE birds (name)")
    database.close()
    before = where.read_bytes()
    with pytest.raises(NoArchive, match="another program"):
        opened(where)
    assert where.read_bytes() == before


@pytest.mark.parametrize("opened", [Archive.to_read, Archive.to_write])
def test_an_archive_of_a_later_version_is_refused(path: Path, opened: type[Archive]) -> None:
    sqlite3.connect(path).execute(f"PRAGMA user_version = {len(FORMS) + 1}")
    with pytest.raises(NewerArchive, match="newer Khabar"):
        opened(path)


@pytest.mark.parametrize("opened", [Archive.to_read, Archive.to_write])
def test_an_archive_of_an_older_form_is_brought_up_and_loses_nothing(
    path: Path, opened: type[Archive], report: Report, reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Archive.to_write(path) as archive:
        archive.keep(report, reading)
    monkeypatch.setattr(
        connection, "FORMS", (*FORMS, "CREATE TABLE moods (mood TEXT); INSERT INTO moods VALUES ('calm')")
    )
    for _ in range(2):
        with opened(path) as archive:
            assert list(archive.readings()) == [(report, reading)]
    database = sqlite3.connect(path)
    assert database.execute("SELECT * FROM moods").fetchall() == [("calm",)]
    assert database.execute("PRAGMA user_version").fetchone() == (len(FORMS) + 1,)


@pytest.mark.parametrize(("weighed", "left"), [(False, {7}), (True, set())])
def test_an_archive_of_the_first_form_knows_what_is_not_weighed(
    tmp_path: Path, weighed: bool, left: set[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "FORMS", FORMS[:2])
    where = tmp_path / "first.khabar"
    database = sqlite3.connect(where)
    database.executescript(FORMS[0])
    database.execute("INSERT INTO reports (n, id, sha256, text) VALUES (7, 'r1', '1', 'x')")
    database.execute("INSERT INTO readings VALUES (7, 'one', 'ar', NULL, '{}')")
    if weighed:
        database.execute("INSERT INTO facts VALUES ('weighed', 'one')")
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute("PRAGMA user_version = 1")
    database.commit()
    database.close()
    with Archive.to_read(where) as archive:
        assert archive.not_weighed() == left


def test_conclusions_of_the_second_form_are_to_be_drawn_anew(tmp_path: Path) -> None:
    where = tmp_path / "second.khabar"
    database = sqlite3.connect(where)
    database.executescript("".join(FORMS[:2]))
    database.execute("INSERT INTO reports (n, id, sha256, text) VALUES (7, 'r1', '1', 'x')")
    database.execute("INSERT INTO readings VALUES (7, 'one', 'ar', NULL, '{}')")
    database.execute("INSERT INTO facts VALUES ('weighed', 'one')")
    database.execute('INSERT INTO exchanges VALUES (0, \'{"status": "of another form"}\')')
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute("PRAGMA user_version = 2")
    database.commit()
    database.close()
    with Archive.to_read(where) as archive:
        assert archive.not_weighed() == {7}
        assert archive.weighed().exchanges == ()


def test_conclusions_of_the_third_form_have_no_marks_and_are_to_be_drawn_anew(tmp_path: Path, reading: Reading) -> None:
    where = tmp_path / "third.khabar"
    database = sqlite3.connect(where)
    database.executescript("".join(FORMS[:3]))
    database.execute("INSERT INTO reports (n, id, sha256, text) VALUES (1, 'r1', '1', ?)", (TEXT,))
    database.execute("INSERT INTO readings VALUES (1, 'one', 'ar', NULL, ?)", (rows.as_text(reading),))
    database.execute("INSERT INTO actors VALUES (0, 'p1', 'x', '{}')")
    database.execute("INSERT INTO judgements VALUES (0, ?)", (rows.as_text(JUDGED),))
    database.execute("INSERT INTO facts VALUES ('weighed', 'one')")
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute("PRAGMA user_version = 3")
    database.commit()
    database.close()
    with Archive.to_write(where) as archive:
        assert (archive.not_weighed(), archive.weighed_by(), archive.has_conclusions()) == ({1}, None, False)
        assert archive.reading("r1") == reading
        assert archive.judgements() == (JUDGED,)
        archive.keep_weighed(weighed_of(archive.report("r1")), "two")
        assert archive.claims_where(ClaimsWanted(), Order.MOST_TOLD).total == 1


def test_a_change_of_form_that_fails_leaves_the_archive_as_it_was(
    path: Path, report: Report, reading: Reading, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Archive.to_write(path) as archive:
        archive.keep(report, reading)
    with monkeypatch.context() as patch:
        patch.setattr(connection, "FORMS", (*FORMS, "CREATE TABLE moods (mood TEXT); CREATE TABLE reports (id TEXT)"))
        with pytest.raises(DamagedArchive):
            Archive.to_write(path)
    with Archive.to_read(path) as archive:
        assert list(archive.readings()) == [(report, reading)]


def test_a_missing_archive_is_not_made_by_asking(tmp_path: Path) -> None:
    with pytest.raises(NoArchive, match="khabar build"):
        Archive.to_read(tmp_path / "none.khabar")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("opened", [Archive.to_read, Archive.to_write])
def test_where_a_folder_is_another_place_is_asked_for(tmp_path: Path, opened: type[Archive]) -> None:
    with pytest.raises(NoArchive, match=r"this is a folder.*\nName another place with `--archive`"):
        opened(tmp_path)


def test_in_a_folder_that_is_not_there_no_archive_is_made(tmp_path: Path) -> None:
    with pytest.raises(NoArchive, match="there is no folder .*such/folder"):
        Archive.to_write(tmp_path / "no/such/folder/a.khabar")


def test_an_archive_that_another_writes_to_is_busy(path: Path, report: Report, reading: Reading) -> None:
    other = sqlite3.connect(path, isolation_level=None)
    with Archive.to_write(path, patience=0.05) as archive:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(ArchiveBusy, match="another program"):
            archive.keep(report, reading)
        other.execute("ROLLBACK")
        archive.keep(report, reading)
    other.close()


def test_readers_and_a_writer_do_not_wait_for_one_another(path: Path, report: Report, reading: Reading) -> None:
    with Archive.to_write(path, patience=0.05) as writer, Archive.to_read(path, patience=0.05) as asked:
        assert list(asked.reports()) == []
        writer.keep(report, reading)
        assert list(asked.reports()) == [report]


def test_an_archive_opened_to_read_is_never_changed(path: Path, report: Report, reading: Reading) -> None:
    with Archive.to_read(path) as archive, pytest.raises(ArchiveNotWritable, match="may not be written"):
        archive.keep(report, reading)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_file_without_the_right_to_write_is_told_so(path: Path) -> None:
    path.chmod(0o444)
    with pytest.raises(ArchiveNotWritable):
        Archive.to_write(path)


def test_a_full_disk_is_told_and_loses_nothing(path: Path, report: Report, reading: Reading) -> None:
    with Archive.to_write(path) as archive:
        archive.keep(report, reading)
        pages = archive._database.execute("PRAGMA page_count").fetchone()[0]
        archive._database.execute(f"PRAGMA max_page_count = {pages}")
        long = Report("r2", "كلمة " * 20000, "2" * 64)
        with pytest.raises(NoRoom, match="disk is full"):
            archive.keep(long, Reading("r2", "one", "ar"))
        assert list(archive.readings()) == [(report, reading)]


def test_a_damaged_archive_is_told_so(path: Path, report: Report, reading: Reading) -> None:
    with Archive.to_write(path) as archive:
        for n in range(40):
            archive.keep(Report(str(n), report.text, f"{n:064}"), reading)
    data = bytearray(path.read_bytes())
    data[4096 : len(data) // 2] = b"\xff" * (len(data) // 2 - 4096)
    path.write_bytes(data)
    with pytest.raises(DamagedArchive, match="damaged"), Archive.to_read(path) as archive:
        list(archive.readings())


def test_an_archive_whose_tables_are_of_an_older_form_is_told_so(path: Path, report: Report, reading: Reading) -> None:
    sqlite3.connect(path).execute("DROP TABLE name_words")
    with pytest.raises(OlderArchive, match=r"older form.*\n.*build again"), Archive.to_write(path) as archive:
        archive.keep(report, reading)


def test_conclusions_of_an_older_form_are_told_so(path: Path) -> None:
    database = sqlite3.connect(path)
    database.execute("INSERT INTO actors VALUES (0, 'p1', 'x', '{\"older\": 1}')")
    database.commit()
    with pytest.raises(OlderArchive, match="khabar build"), Archive.to_read(path) as archive:
        archive.weighed()
