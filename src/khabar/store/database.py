"""What the store asks of a database; SQL is written once, and which database answers it is told elsewhere."""

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from typing import Any, Protocol

from khabar.errors import BadForm, DamagedArchive, OlderArchive

Row = tuple[Any, ...]
LAST = "\U0010ffff"  # sorts behind any letter

# The indices of words: the column of each, and how SQLite's FTS5 takes a text apart into words.
INDICES = {
    "words": ("folded", "unicode61 remove_diacritics 0"),
    "gists": ("words", "ascii tokenchars '_+'"),
    "actor_words": ("spelled", "ascii tokenchars '_+'"),
}


class Found(Protocol):
    """The rows that answer a question."""

    def fetchone(self) -> Any:
        """The first that is left; None: there is none."""

    def fetchall(self) -> list[Any]:
        """All that are left."""

    def __iter__(self) -> Iterator[Any]:
        """The same, one after another."""


class Database(Protocol):
    """An archive's tables, in a file or on a server. One thread uses it."""

    def execute(self, question: str, given: Sequence[Any] = (), /) -> Found:
        """The answer to a question in SQL, with what is given for its question marks."""

    def executemany(self, question: str, given: Iterable[Sequence[Any]], /) -> object:
        """Does the same for each of the rows given."""

    def each(self, question: str, given: Sequence[Any] = (), /) -> Iterator[Row]:
        """The rows of an answer that may be larger than the memory."""

    def add_words(self, index: str, texts: Iterable[tuple[int, str]], /) -> None:
        """Puts texts under their numbers into one of the `INDICES`."""

    def load(self, table: str, rows: Iterable[Row], /) -> None:
        """Puts whole rows into a table, as many as there are."""

    def words_between(self, first: str, last: str, /) -> list[tuple[str, int]]:
        """The words of the sentences from the first on and before the last, with how many sentences have each."""

    def change(self, *, safe: bool = False) -> AbstractContextManager[None]:
        """All that is written in here is kept, or nothing is; nobody else writes meanwhile.

        `safe`: what was written before is on the disk at the end, too.
        """

    def unmoved(self) -> AbstractContextManager[None]:
        """All answers in here are of one moment, whoever writes meanwhile."""

    def state(self) -> tuple[int, int]:
        """A pair that is another after every change, by whomever."""

    def in_plain_words(self) -> AbstractContextManager[None]:
        """What goes wrong in here is told in an error that says what to do."""

    def damage(self) -> str:
        """What is wrong with its tables first, by what it knows itself; empty: nothing that it knows of."""

    def close(self) -> None:
        """Lets go of the tables."""


class _Closable(Protocol):
    def close(self) -> None: ...


@contextmanager
def closed_if_it_fails(database: _Closable) -> Iterator[None]:
    """Lets go of a database that turns out to be none that can be used."""
    try:
        yield
    except BaseException:
        database.close()
        raise


@contextmanager
def values_in_plain_words(place: str) -> Iterator[None]:
    """Turns what is wrong with values that were kept into an error that says what to do."""
    try:
        yield
    except json.JSONDecodeError as wrong:
        raise DamagedArchive(place, str(wrong)) from wrong
    except BadForm as wrong:
        raise OlderArchive(place, "`khabar build` with the reports reads them again.") from wrong
