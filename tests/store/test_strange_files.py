"""An archive that a stranger made runs nothing, hangs nobody and touches no other file: it is refused in words."""

import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from khabar.errors import KhabarError, LogNotUsable, NotOurs
from khabar.store.archive import PATIENCE, Archive
from khabar.store.backups import back_up
from khabar.store.checking import check
from khabar.store.logbook import Logbook
from khabar.store.recovering import recover

pytestmark = pytest.mark.of_files

ENDLESS = "WITH RECURSIVE more (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM more) SELECT"
STRANGE = {
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON facts BEGIN DELETE FROM reports; END",
    "a view of no end": f"DROP TABLE facts; CREATE VIEW facts AS {ENDLESS} 'weighed' AS name, n AS value FROM more",
    "a column that is reckoned": "DROP TABLE seals; CREATE TABLE seals (report INTEGER, seal AS (zeroblob(999)))",
    "a table more": "CREATE TABLE birds (name TEXT)",
    "an index of another's": "CREATE INDEX by_length ON reports (length(text))",
    "a table that is virtual": "DROP TABLE facts; CREATE VIRTUAL TABLE facts USING fts5 (name, value)",
    "a view in place of an index's own": f"CREATE VIEW words_more AS {ENDLESS} n FROM more",
}
OPENED: dict[str, Callable[[Path], object]] = {
    "read": lambda path: Archive.to_read(path).close(),
    "write": lambda path: Archive.to_write(path).close(),
    "check": lambda path: check(path, PATIENCE),
    "back up": lambda path: back_up(path, path.with_name("copy.khabar"), PATIENCE),
}
RECOVERED: dict[str, Callable[[Path], object]] = {
    **OPENED,
    "recover": lambda path: recover(path, path.with_name("saved.khabar"), PATIENCE),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    where = tmp_path / "a.khabar"
    Archive.to_write(where).close()
    return where


def changed(path: Path, script: str) -> None:
    database = sqlite3.connect(path)
    database.executescript(script)
    database.close()


@pytest.mark.parametrize("how", OPENED)
@pytest.mark.parametrize("what", STRANGE)
def test_what_no_archive_holds_is_named_and_nothing_is_asked(path: Path, what: str, how: str) -> None:
    changed(path, STRANGE[what])
    before = path.read_bytes()
    with pytest.raises(NotOurs, match="it holds the (table|view|trigger|index)"):
        OPENED[how](path)
    assert path.read_bytes() == before


@pytest.mark.parametrize("view", ["reports", "seals", "acts", "unreadable"])
def test_nothing_is_recovered_of_a_view_that_never_ends(path: Path, view: str) -> None:
    database = sqlite3.connect(path)
    columns = [column for _, column, *_ in database.execute(f"PRAGMA table_info({view})")]
    given = ", ".join(f"n AS {column}" for column in columns)
    changed(path, f"DROP TABLE {view}; CREATE VIEW {view} AS {ENDLESS} {given} FROM more")
    with pytest.raises(NotOurs, match=f"the view {view}"):
        RECOVERED["recover"](path)


def test_a_table_more_keeps_nobody_from_recovering(path: Path) -> None:
    changed(path, STRANGE["a table more"])
    RECOVERED["recover"](path)


def journalled(folder: Path, path: Path) -> Path:
    """A journal of an archive whose writer was killed."""
    shutil.copy(path, folder / "killed.khabar")
    database = sqlite3.connect(folder / "killed.khabar", isolation_level=None)
    database.execute("PRAGMA journal_mode = DELETE")
    database.executescript("PRAGMA cache_size = 1; BEGIN")
    database.executemany("INSERT INTO facts VALUES (?, ?)", [(f"fact {n}", "x" * 900) for n in range(60)])
    shutil.copy(folder / "killed.khabar", path)
    journal = path.with_name(path.name + "-journal")
    shutil.copy(folder / "killed.khabar-journal", journal)
    database.execute("ROLLBACK")
    database.close()
    return journal


def test_what_a_killed_writer_left_is_undone(tmp_path: Path, path: Path) -> None:
    journalled(tmp_path, path)
    for opened in RECOVERED.values():
        opened(path)


@pytest.mark.parametrize("how", RECOVERED)
def test_no_journal_has_another_file_deleted(tmp_path: Path, path: Path, how: str) -> None:
    journal, diary = journalled(tmp_path, path), tmp_path / "diary.txt"
    diary.write_text("not yours")
    name = str(diary).encode()
    begin = b"\0" * (-journal.stat().st_size % 512) + (0x40000000 // 4096 + 1).to_bytes(4, "big")
    end = len(name).to_bytes(4, "big") + sum(name).to_bytes(4, "big") + bytes.fromhex("d9d505f920a163d7")
    with journal.open("ab") as file:
        file.write(begin + name + end)
    with pytest.raises(NotOurs, match="names another file to be deleted"):
        RECOVERED[how](path)
    assert diary.read_text() == "not yours"


@pytest.mark.parametrize("suffix", ["-journal", "-wal", "-shm"])
@pytest.mark.parametrize("how", RECOVERED)
def test_what_lies_beside_is_never_written_through_or_waited_for(path: Path, how: str, suffix: str) -> None:
    beside, diary = path.with_name(path.name + suffix), path.with_name("diary.txt")
    diary.write_text("not yours")
    beside.symlink_to(diary)
    with pytest.raises(NotOurs, match="which is no file"):
        RECOVERED[how](path)
    assert diary.read_text() == "not yours"
    beside.unlink()
    os.mkfifo(beside)
    with pytest.raises(NotOurs, match="which is no file"):
        RECOVERED[how](path)


def test_what_lies_beside_what_a_link_leads_to_is_looked_at(tmp_path: Path, path: Path) -> None:
    (tmp_path / "links").mkdir()
    link = tmp_path / "links" / "b.khabar"
    link.symlink_to(path)
    os.mkfifo(path.with_name(path.name + "-wal"))
    with pytest.raises(NotOurs, match="which is no file"):
        Archive.to_read(link)


def test_a_log_that_never_ends_is_not_waited_for(path: Path) -> None:
    log = Logbook(path)
    os.mkfifo(log.path)
    with pytest.raises(LogNotUsable, match="neither a file nor a link to one"):
        log.read()
    log.path.unlink()
    log.path.symlink_to("/dev/zero")
    with pytest.raises(LogNotUsable, match="neither a file nor a link to one"):
        log.read()


def test_no_log_is_written_through_a_link(path: Path) -> None:
    log, diary = Logbook(path), path.with_name("diary.txt")
    diary.write_text("not yours")
    log.path.symlink_to(diary)
    with pytest.raises(KhabarError):
        log.append(["{}"])
    assert diary.read_text() == "not yours"


@pytest.mark.parametrize("how", RECOVERED)
def test_a_log_of_another_archive_beside_it_is_no_traceback(path: Path, how: str) -> None:
    path.with_name(path.name + "-wal").write_bytes(bytes(range(256)) * 300)
    with suppress(KhabarError):
        RECOVERED[how](path)


def test_a_pipe_in_place_of_an_archive_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for opened in RECOVERED.values():
        with pytest.raises(KhabarError):
            opened(tmp_path / "pipe")
