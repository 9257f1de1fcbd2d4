"""Texts taken apart into the words of an index, by the same program that does it in a file: SQLite's FTS5."""

import re
import sqlite3
from collections.abc import Iterable, Sequence
from hashlib import sha256
from itertools import groupby

from khabar.store.database import INDICES

Term = tuple[str, int]  # with its place in the text
_PHRASE = re.compile(r'"((?:[^"]|"")*)"')
_LONGEST = 2000  # bytes of a word that PostgreSQL keeps
_BEGINNING = 400  # letters kept of a longer one
_LAST = 16383  # the last place that PostgreSQL tells from others


class Terms:
    """What takes texts apart, as each of the `INDICES` does."""

    def __init__(self) -> None:
        self._database = sqlite3.connect(":memory:", isolation_level=None)
        for index, (_, how) in INDICES.items():
            self._database.execute(f'CREATE VIRTUAL TABLE {index} USING fts5 (text, content = "", tokenize = "{how}")')
            self._database.execute(f"CREATE VIRTUAL TABLE {index}_terms USING fts5vocab ({index}, instance)")

    def close(self) -> None:
        """Lets go of the memory."""
        self._database.close()

    def vector(self, index: str, texts: Sequence[str]) -> list[str]:
        """Each text as what PostgreSQL keeps of it: its words with their places."""
        return [" ".join(f"{_quoted(term)}:{min(at + 1, _LAST)}" for term, at in one) for one in self._of(index, texts)]

    def query(self, index: str, asked: str) -> str:
        """A question to FTS5 for any of some phrases, as PostgreSQL asks it."""
        phrases = [phrase.replace('""', '"') for phrase in _PHRASE.findall(asked)]
        apart = (" <-> ".join(_quoted(term) for term, _ in one) for one in self._of(index, phrases))
        return " | ".join(dict.fromkeys(f"({one})" for one in apart if one))

    def _of(self, index: str, texts: Sequence[str]) -> list[list[Term]]:
        self._database.executemany(f"INSERT INTO {index} (rowid, text) VALUES (?, ?)", enumerate(texts))
        rows = self._database.execute(
            f'SELECT doc, term, "offset" FROM {index}_terms ORDER BY doc, "offset"'
        ).fetchall()
        self._database.execute(f"INSERT INTO {index} ({index}) VALUES ('delete-all')")
        found = {n: _terms(group) for n, group in groupby(rows, key=lambda row: row[0])}
        return [found.get(n, []) for n in range(len(texts))]


def _terms(rows: Iterable[tuple[int, str, int]]) -> list[Term]:
    return [(_short(term), at) for _, term, at in rows]


def _short(term: str) -> str:
    """The word itself; of one that is longer than the server keeps, what no other has."""
    data = term.encode()
    return term if len(data) <= _LONGEST else term[:_BEGINNING] + sha256(data).hexdigest()


def _quoted(term: str) -> str:
    return "'" + term.replace("\\", "\\\\").replace("'", "''") + "'"
