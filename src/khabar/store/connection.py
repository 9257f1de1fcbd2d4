"""Opening an archive's file: making it, bringing it up, undoing what a killed writer left."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from khabar.errors import ArchiveNotWritable, NewerArchive, NoArchive, NotOurs
from khabar.store.beside import nothing_strange_beside
from khabar.store.database import closed_if_it_fails
from khabar.store.embedded import Embedded, in_plain_words, number
from khabar.store.own_tables import what_is_strange, what_would_run
from khabar.store.schema import APPLICATION_ID, FORMS, statements_in

_HALF_DONE = ("SQLITE_READONLY_ROLLBACK", "SQLITE_READONLY_RECOVERY")
_STANDING = (
    "SELECT application_id, user_version, (SELECT count(*) FROM sqlite_master)"
    " FROM pragma_application_id, pragma_user_version"
)
_A_FOLDER = "this is a folder, not an archive."
_CACHE = 65536  # kilobytes at most of a writer's own: rows come in the order of stories, and go all over the indices


def writable(path: Path, patience: float) -> Embedded:
    """A connection to an archive that may be written to; the archive is made where there is none."""
    with in_plain_words(path):
        if path.is_dir():
            raise NotOurs(str(path), _A_FOLDER)
        if not path.parent.is_dir():
            remedy = "Make the folder first, or name another place with `--archive`."
            raise NoArchive(str(path), f"there is no folder {path.parent}.", remedy)
        if path.exists() and not os.access(path, os.W_OK):
            raise ArchiveNotWritable(str(path))
        nothing_strange_beside(path)
        connection = sqlite3.connect(path, timeout=patience, isolation_level=None, factory=Embedded).at(path)
        with closed_if_it_fails(connection):
            _make_ready(connection, path)
        return connection


def readable(path: Path, patience: float) -> Embedded:
    """A connection to an archive that is there, for reading only."""
    connection = as_it_is(path, patience)
    with closed_if_it_fails(connection), in_plain_words(path):
        form = number(connection, "PRAGMA user_version")
        _only_own(connection, path)
    if form == len(FORMS):
        return connection
    connection.close()
    return writable(path, patience)  # an archive of an older form must be brought up first


def as_it_is(path: Path, patience: float) -> Embedded:
    """A connection for reading only to an archive of whatever form, however much of it is damaged."""
    with in_plain_words(path):
        if path.is_dir():
            raise NotOurs(str(path), _A_FOLDER)
        if not path.is_file():
            raise NoArchive(str(path), "there is no archive here.")
        nothing_strange_beside(path)
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


def _looked_at(path: Path, patience: float) -> Embedded:
    connection = _read_only(path, patience)
    with closed_if_it_fails(connection):
        _trust_nothing(connection)
        _form_of(connection, path)
        if what := what_would_run(connection):
            raise NotOurs(str(path), f"it holds {what}, which no archive has.")
    return connection


def _finish(path: Path, patience: float) -> None:
    """Undoes or completes what a writer was about when it was killed, which who only reads may not."""
    with closing(sqlite3.connect(path, timeout=patience, isolation_level=None)) as connection:
        number(connection, "PRAGMA user_version")


def _read_only(path: Path, patience: float) -> Embedded:
    # SQLite cannot make the files that guard a read in a folder that may not be written to; nobody writes there either.
    guard = "mode=ro" if os.access(path.parent, os.W_OK) else "immutable=1"
    uri = f"{path.absolute().as_uri()}?{guard}"
    return sqlite3.connect(uri, uri=True, timeout=patience, isolation_level=None, factory=Embedded).at(path)


def _make_ready(connection: sqlite3.Connection, path: Path) -> None:
    _trust_nothing(connection)
    form = _form_of(connection, path)
    _only_own(connection, path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute(f"PRAGMA cache_size = -{_CACHE}")
    if form < len(FORMS):
        _bring_up(connection, path)


def _bring_up(connection: sqlite3.Connection, path: Path) -> None:
    connection.execute("BEGIN IMMEDIATE")
    try:
        form = _form_of(connection, path)  # asked again: another build may have done it while we waited
        for statement in statements_in(FORMS[form:]):
            connection.execute(statement)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(FORMS)}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def _trust_nothing(connection: sqlite3.Connection) -> None:
    """The file may be a stranger's: its schema calls nothing that does more than reckon, and no cell is believed."""
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")


def _only_own(connection: sqlite3.Connection, path: Path) -> None:
    """Refuses a file that says it is an archive and holds what none has, such as what runs when a table is asked."""
    if what := what_is_strange(connection, FORMS):
        raise NotOurs(str(path), f"it holds {what}, which is not as an archive has it.")


def _form_of(connection: sqlite3.Connection, path: Path) -> int:
    """The number of the archive's form; 0 for a new, empty file."""
    # all in one question, whose answers are of one moment: another build may be making the archive just now
    owner, form, tables = connection.execute(_STANDING).fetchone()
    if owner == APPLICATION_ID:
        if form > len(FORMS):
            raise NewerArchive(str(path), form, len(FORMS))
        return int(form)
    if owner or form or tables:
        raise NotOurs(str(path), "this is another program's database, not an archive.")
    return 0
