"""A file of SQLite as the store's database, and what goes wrong with it in plain words."""

import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from pathlib import Path
from typing import Any, Self

from khabar.errors import (
    ArchiveBusy,
    ArchiveNotWritable,
    DamagedArchive,
    DiskFails,
    KhabarError,
    NoRoom,
    NotOurs,
    OlderArchive,
)
from khabar.store.database import INDICES, Row, values_in_plain_words

# What comes of a damaged file; SQLite's own words about one may be no letters.
BROKEN = (sqlite3.Error, UnicodeDecodeError)
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
        return number(self, "PRAGMA data_version"), self.total_changes

    def in_plain_words(self) -> AbstractContextManager[None]:
        """What SQLite complains of, told with the file's name."""
        return in_plain_words(self.path)

    def damage(self) -> str:
        """What SQLite finds wrong with the file first, in tables or indices; it reads the whole file."""
        try:
            (found,) = self.execute("PRAGMA integrity_check(1)").fetchone()
        except (sqlite3.Error, UnicodeDecodeError) as wrong:
            return str(wrong)
        return "" if found == "ok" else str(found)

    def close(self) -> None:
        """The last writer folds the log into the archive, so that one file can be copied or mailed."""
        # A reader is at work, or we only read, or it is damaged: the log stays, and nothing is lost.
        with suppress(sqlite3.Error, UnicodeDecodeError):
            self.execute("PRAGMA busy_timeout = 0")
            self.execute("PRAGMA journal_mode = DELETE")
        super().close()


@contextmanager
def in_plain_words(path: Path) -> Iterator[None]:
    """Turns what SQLite complains of into an error that says what to do."""
    try:
        with values_in_plain_words(str(path)):
            yield
    except sqlite3.Error as wrong:
        raise _told(path, wrong) from wrong
    except UnicodeDecodeError as wrong:
        raise DamagedArchive(str(path), "bytes that are no letters") from wrong


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
        return NotOurs(str(path), "this file is no archive.")
    if isinstance(wrong, sqlite3.OperationalError) and _LACKING.match(str(wrong)):
        return OlderArchive(str(path), "Delete it, or name another with `--archive`, and build again from the reports.")
    return DamagedArchive(str(path), str(wrong))


def number(connection: sqlite3.Connection, question: str) -> int:
    """The one number that answers a question."""
    return int(connection.execute(question).fetchone()[0])
