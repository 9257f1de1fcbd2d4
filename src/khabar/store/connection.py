"""Opening an archive's file, and saying in plain words what is wrong with it."""

import json
import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

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
from khabar.store.schema import APPLICATION_ID, FORMS

# What comes of a damaged file; SQLite's own words about one may be no letters.
BROKEN = (sqlite3.Error, UnicodeDecodeError)
_HALF_DONE = ("SQLITE_READONLY_ROLLBACK", "SQLITE_READONLY_RECOVERY")
_LACKING = re.compile(r"no such (table|column)|table \w+ has (no column|\d+ columns)")


def writable(path: Path, patience: float) -> sqlite3.Connection:
    """A connection to an archive that may be written to; the archive is made where there is none."""
    with in_plain_words(path):
        if path.is_dir():
            raise NoArchive(str(path), "this is a folder, not an archive.")
        if not path.parent.is_dir():
            raise NoArchive(str(path), "there is no such folder.")
        if path.exists() and not os.access(path, os.W_OK):
            raise ArchiveNotWritable(str(path))
        connection = sqlite3.connect(path, timeout=patience, isolation_level=None)
        try:
            _make_ready(connection, path)
        except BaseException:
            connection.close()
            raise
        return connection


def readable(path: Path, patience: float) -> sqlite3.Connection:
    """A connection to an archive that is there, for reading only."""
    connection = as_it_is(path, patience)
    if _number(connection, "PRAGMA user_version") == len(FORMS):
        return connection
    connection.close()
    return writable(path, patience)  # an archive of an older form must be brought up first


def as_it_is(path: Path, patience: float) -> sqlite3.Connection:
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


def in_memory(path: Path) -> sqlite3.Connection:
    """A connection to an empty archive that lies in no file."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    _make_ready(connection, path)
    return connection


def let_go(connection: sqlite3.Connection) -> None:
    """Closes a connection; the last writer folds the log into the archive, so that one file can be copied or mailed."""
    # A reader is at work, or we only read, or it is damaged: the log stays, and nothing is lost.
    with suppress(sqlite3.Error, UnicodeDecodeError):
        connection.execute("PRAGMA busy_timeout = 0")
        connection.execute("PRAGMA journal_mode = DELETE")
    connection.close()


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


def _looked_at(path: Path, patience: float) -> sqlite3.Connection:
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


def _read_only(path: Path, patience: float) -> sqlite3.Connection:
    # SQLite cannot make the files that guard a read in a folder that may not be written to; nobody writes there either.
    guard = "mode=ro" if os.access(path.parent, os.W_OK) else "immutable=1"
    return sqlite3.connect(f"{path.absolute().as_uri()}?{guard}", uri=True, timeout=patience, isolation_level=None)


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
