"""Opening an archive's file, and saying in plain words what is wrong with it."""

import json
import os
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any, Self

from khabar.errors import (
    ArchiveBusy,
    ArchiveNotWritable,
    BadForm,
    DamagedArchive,
    DiskFails,
    KhabarError,
    NewerArchive,
    NoArchive,
    NoRoom,
    OlderArchive,
)
from khabar.store.database import INDICES, Row
from khabar.store.schema import APPLICATION_ID, FORMS

# What comes of a damaged file; SQLite's own words about one may be no letters.
BROKEN = (sqlite3.Error, UnicodeDecodeError)
_HALF_DONE = ("SQLITE_READONLY_ROLLBACK", "SQLITE_READONLY_RECOVERY")
_LACKING = re.compile(r"no such (table|column)|table \w+ has (no column|\d+ columns)")


class Embedded(sqlite3.Connection):
    """A file of SQLite as the store's `Database`."""

    path = Path(":memory:")

    def at(self, path: Path) -> Self:
        """Itself, knowing where it lies."""
        self.path = path
        return self

    def each(self, question: str, given: Sequence[Any] = (), /) -> Iterator[Row]:
        """SQLite hands out rows as they are asked for."""
        return iter(self.execute(question, given))

    def add_words(self, index: str, texts: Iterable[tuple[int, str]], /) -> None:
        """Puts texts under their numbers into an index of FTS5."""
        column, _ = INDICES[index]
        self.executemany(f"INSERT INTO {index} (rowid, {column}) VALUES (?, ?)", texts)

    def load(self, table: str, rows: Iterable[Row], /) -> None:
        """Puts rows into a table one after another."""
        marks = ", ".join("?" * len(self.execute(f"PRAGMA table_info({table})").fetchall()))
        self.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)

    def words_between(self, first: str, last: str, /) -> list[tuple[str, int]]:
        """The words of the index, which FTS5 itself counts."""
        if not self.execute("SELECT 1 FROM temp.sqlite_master WHERE name = 'vocabulary'").fetchone():
            self.execute("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, words, row)")
        return self.execute(
            "SELECT term, doc FROM temp.vocabulary WHERE term >= ? AND term < ?", (first, last)
        ).fetchall()

    @contextmanager
    def change(self, *, safe: bool = False) -> Iterator[None]:
        """One transaction, begun with the lock of a writer."""
        with self.in_plain_words(), self._safe_on_disk() if safe else nullcontext():
            self.execute("BEGIN IMMEDIATE")
            try:
                yield
                self.execute("COMMIT")
            except BaseException:
                if self.in_transaction:
                    self.execute("ROLLBACK")
                raise

    @contextmanager
    def unmoved(self) -> Iterator[None]:
        """One transaction that only reads."""
        with self.in_plain_words():
            self.execute("BEGIN")
        try:
            yield
        finally:
            if self.in_transaction:
                self.execute("ROLLBACK")

    @contextmanager
    def _safe_on_disk(self) -> Iterator[None]:
        self.execute("PRAGMA synchronous = FULL")
        try:
            yield
        finally:
            self.execute("PRAGMA synchronous = NORMAL")

    def state(self) -> tuple[int, int]:
        """What others have written, and what was written here."""
        return _number(self, "PRAGMA data_version"), self.total_changes

    def in_plain_words(self) -> AbstractContextManager[None]:
        """What SQLite complains of, told with the file's name."""
        return in_plain_words(self.path)

    def close(self) -> None:
        """The last writer folds the log into the archive, so that one file can be copied or mailed."""
        # A reader is at work, or we only read, or it is damaged: the log stays, and nothing is lost.
        with suppress(sqlite3.Error, UnicodeDecodeError):
            self.execute("PRAGMA busy_timeout = 0")
            self.execute("PRAGMA journal_mode = DELETE")
        super().close()


def writable(path: Path, patience: float) -> Embedded:
    """A connection to an archive that may be written to; the archive is made where there is none."""
    with in_plain_words(path):
        if path.is_dir():
            raise NoArchive(str(path), "this is a folder, not an archive.")
        if not path.parent.is_dir():
            raise NoArchive(str(path), "there is no such folder.")
        if path.exists() and not os.access(path, os.W_OK):
            raise ArchiveNotWritable(str(path))
        connection = sqlite3.connect(path, timeout=patience, isolation_level=None, factory=Embedded).at(path)
        try:
            _make_ready(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


def readable(path: Path, patience: float) -> Embedded:
    """A connection to an archive that is there, for reading only."""
    connection = as_it_is(path, patience)
    if _number(connection, "PRAGMA user_version") == len(FORMS):
        return connection
    connection.close()
    return writable(path, patience)  # an archive of an older form must be brought up first


def as_it_is(path: Path, patience: float) -> Embedded:
    """A connection for reading only to an archive of whatever form, however much of it is damaged."""
    with in_plain_words(path):
        if not path.is_file():
            raise NoArchive(str(path), "there is no archive here.")
        try:
            return _looked_at(path, patience)
        except sqlite3.OperationalError as wrong:
            if getattr(wrong, "sqlite_errorname", "") not in _HALF_DONE or not os.access(path, os.W_OK):
                raise
        _finish(path, patience)
        return _looked_at(path, patience)


def in_memory(path: Path) -> Embedded:
    """A connection to an empty archive that lies in no file."""
    connection = sqlite3.connect(":memory:", isolation_level=None, factory=Embedded).at(path)
    _make_ready(connection, path)
    return connection


@contextmanager
def in_plain_words(path: Path) -> Iterator[None]:
    """Turns what SQLite complains of into an error that says what to do."""
    try:
        yield
    except sqlite3.Error as wrong:
        raise _told(path, wrong) from wrong
    except UnicodeDecodeError as wrong:
        raise DamagedArchive(str(path), "bytes that are no letters") from wrong
    except json.JSONDecodeError as wrong:
        raise DamagedArchive(str(path), str(wrong)) from wrong
    except BadForm as wrong:
        raise OlderArchive(str(path), "`khabar build` with the reports reads them again.") from wrong


def _told(path: Path, wrong: sqlite3.Error) -> KhabarError:
    name = getattr(wrong, "sqlite_errorname", "")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return ArchiveBusy(str(path))
    if name.startswith(("SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_PERM", "SQLITE_AUTH")):
        return ArchiveNotWritable(str(path))
    if name.startswith("SQLITE_FULL"):
        return NoRoom(str(path))
    if name.startswith("SQLITE_IOERR"):
        return DiskFails(str(path), str(wrong))
    if name.startswith("SQLITE_NOTADB"):
        return NoArchive(str(path), "this file is no archive.")
    if isinstance(wrong, sqlite3.OperationalError) and _LACKING.match(str(wrong)):
        return OlderArchive(str(path), "Delete it, or name another with `--archive`, and build again from the reports.")
    return DamagedArchive(str(path), str(wrong))


def _looked_at(path: Path, patience: float) -> Embedded:
    connection = _read_only(path, patience)
    try:
        _form_of(connection, path)
    except BaseException:
        connection.close()
        raise
    return connection


def _finish(path: Path, patience: float) -> None:
    """Undoes or completes what a writer was about when it was killed, which who only reads may not."""
    with closing(sqlite3.connect(path, timeout=patience, isolation_level=None)) as connection:
        _number(connection, "PRAGMA user_version")


def _read_only(path: Path, patience: float) -> Embedded:
    # SQLite cannot make the files that guard a read in a folder that may not be written to; nobody writes there either.
    guard = "mode=ro" if os.access(path.parent, os.W_OK) else "immutable=1"
    uri = f"{path.absolute().as_uri()}?{guard}"
    return sqlite3.connect(uri, uri=True, timeout=patience, isolation_level=None, factory=Embedded).at(path)


def _make_ready(connection: sqlite3.Connection, path: Path) -> None:
    form = _form_of(connection, path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    if form < len(FORMS):
        _bring_up(connection, path)


def _bring_up(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        form = _form_of(connection, path)  # asked again: another build may have done it while we waited
        for script in FORMS[form:]:
            for statement in filter(str.strip, script.split(";")):
                connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(FORMS)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _form_of(connection: sqlite3.Connection, path: Path) -> int:
    """The number of the archive's form; 0 for a new, empty file."""
    owner = _number(connection, "PRAGMA application_id")
    form = _number(connection, "PRAGMA user_version")
    if owner == APPLICATION_ID:
        if form > len(FORMS):
            raise NewerArchive(str(path), form, len(FORMS))
        return form
    if owner or form or _number(connection, "SELECT count(*) FROM sqlite_master"):
        raise NoArchive(str(path), "this is another program's database, not an archive.")
    return 0


def _number(connection: sqlite3.Connection, question: str) -> int:
    return int(connection.execute(question).fetchone()[0])
