"""One session with a server, as the store's `Database`."""

import json
import re
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, suppress
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

from khabar.errors import KhabarError
from khabar.store.database import INDICES, Row, values_in_plain_words
from khabar.store.server.copied import copied
from khabar.store.server.dialect import mark, turned
from khabar.store.server.letters import held, told
from khabar.store.server.reaching import connected
from khabar.store.server.tables import of_a_file, tables, truths
from khabar.store.server.terms import Terms
from khabar.store.server.troubles import error_of, is_gone
from khabar.values.place import Server

if TYPE_CHECKING:
    from pg8000.native import Connection, PreparedStatement

T = TypeVar("T")
_TEXT = 25  # the number of the type
_KEPT = 300  # statements that the server keeps ready
_AT_ONCE = 256  # rows written with one statement, a power of two
_MARKS = 4000  # what is given for one statement
_PART = 500  # rows of a long answer fetched at a time
_ADDING = re.compile(r"(INSERT INTO .* VALUES) \((?:\?, )*\?\)(.*)", re.S)
_REMOVING = re.compile(r"(DELETE FROM \w+ WHERE \w+) = \?")


class Answer:
    """The rows of an answer."""

    def __init__(self, rows: Iterable[Sequence[Any]]) -> None:
        self._rows = iter([tuple(row) for row in rows])

    def fetchone(self) -> Row | None:
        """The first that is left; None: there is none."""
        return next(self._rows, None)

    def fetchall(self) -> list[Row]:
        """All that are left."""
        return list(self._rows)

    def __iter__(self) -> Iterator[Row]:
        return self._rows


class Session:
    """A session that is opened anew where it was lost, as long as nothing was begun in it."""

    def __init__(self, server: Server, settings: Mapping[str, str]) -> None:
        self._server = server
        self._settings = settings
        self._terms: Terms | None = None  # None: no words were asked for yet
        self._begun = False
        self._cursors = count(1)
        self._open()

    def _open(self) -> None:
        self._connection: Connection = connected(self._server, self._settings)
        self._connection.register_in_adapter(_TEXT, told)
        self._ready: OrderedDict[str, PreparedStatement] = OrderedDict()

    # Asking

    def execute(self, question: str, given: Sequence[Any] = (), /) -> Answer:
        """The answer to a question in the store's SQL."""
        asked = turned(question)
        values = list(given)
        for at, index in asked.indices.items():
            values[at] = self._words().query(index, values[at])
        return Answer(self._ask(asked.text, values))

    def executemany(self, question: str, given: Iterable[Sequence[Any]], /) -> None:
        """Does the same for each of the rows given, many with one statement where that can be."""
        rows = list(given)
        if adding := _ADDING.fullmatch(question):
            for part in _in_parts(rows):
                marks = ", ".join([f"({', '.join('?' * len(part[0]))})"] * len(part))
                self.execute(f"{adding[1]} {marks}{adding[2]}", [value for row in part for value in row])
        elif (removing := _REMOVING.fullmatch(question)) and rows:
            listed = f"{removing[1]} IN (SELECT value FROM json_each(?))"
            if all(isinstance(value, int) for (value,) in rows):
                listed = f"{removing[1]} IN (SELECT CAST(value AS BIGINT) FROM json_each(?))"
            self.execute(listed, [json.dumps([value for (value,) in rows], ensure_ascii=False)])
        else:
            for row in rows:
                self.execute(question, row)

    def each(self, question: str, given: Sequence[Any] = (), /) -> Iterator[Row]:
        """The rows fetched some at a time, so that the whole answer never lies in the memory."""
        if given:
            yield from self.execute(question, given)
            return
        name = f"part_{next(self._cursors)}"
        self._ask(f"DECLARE {name} NO SCROLL CURSOR WITH HOLD FOR {turned(question).text}")
        try:
            while rows := self._ask(f"FETCH {_PART} FROM {name}"):
                yield from map(tuple, rows)
        finally:
            with suppress(Exception):  # it goes with the session in any case
                self._ask(f"CLOSE {name}")

    def add_words(self, index: str, texts: Iterable[tuple[int, str]], /) -> None:
        """Puts texts under their numbers into an index."""
        rows = list(texts)
        vectors = self._words().vector(index, [text for _, text in rows])
        numbered = [(n, vector) for (n, _), vector in zip(rows, vectors, strict=True)]
        self.executemany(f"INSERT INTO {index} (rowid, {INDICES[index][0]}) VALUES (?, ?)", numbered)

    def load(self, table: str, rows: Iterable[Row], /) -> None:
        """Puts rows into a table by COPY."""
        lines = copied(rows, truths(of_a_file()[table]))
        try:
            self._connection.run(f"COPY {table} FROM STDIN", stream=lines)
        except _errors() as wrong:
            raise error_of(self._server, wrong) from wrong

    def weigh_up(self) -> None:
        """Lets the server count what its tables hold, by which it chooses the ways to an answer."""
        for table in (*tables(), *INDICES):
            self._ask(f"ANALYZE {table}")

    def words_between(self, first: str, last: str, /) -> list[tuple[str, int]]:
        """The words of the sentences, which are counted as sentences are written."""
        question = "SELECT term, doc FROM vocabulary WHERE term >= ? AND term < ? ORDER BY term"
        return self.execute(question, (first, last)).fetchall()

    def state(self) -> tuple[int, int]:
        """How often the archive was changed."""
        ((change,),) = self.execute("SELECT change FROM standing")
        return int(change), 0

    # Changing

    @contextmanager
    def change(self, *, safe: bool = False) -> Iterator[None]:
        """One transaction, which holds the row that whoever changes something must hold."""
        with self.in_plain_words(), self._transaction("BEGIN", "COMMIT"):
            self._ask("UPDATE standing SET change = change + 1")
            yield

    @contextmanager
    def making(self, schema: str) -> Iterator[None]:
        """One transaction that makes or changes tables, of which there is one at a time for each schema."""
        with self.in_plain_words(), self._transaction("BEGIN", "COMMIT"):
            self.execute("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", (f"khabar {schema}",))
            yield

    @contextmanager
    def unmoved(self) -> Iterator[None]:
        """One transaction that only reads, of the moment at which it begins."""
        with self.in_plain_words(), self._transaction("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY", "ROLLBACK"):
            yield

    @contextmanager
    def _transaction(self, beginning: str, ending: str) -> Iterator[None]:
        self._ask(beginning)
        self._begun = True
        done = "ROLLBACK"
        try:
            yield
            done = ending
        finally:
            try:
                self._ask(done)
            except KhabarError:
                if done != "ROLLBACK":  # where the connection is lost, the server undoes it by itself
                    raise
            finally:
                self._begun = False

    def in_plain_words(self) -> AbstractContextManager[None]:
        """What goes wrong with values that were kept, told with the address; the server's troubles are told already."""
        return values_in_plain_words(str(self._server))

    def damage(self) -> str:
        """Nothing that could be asked: a server looks after its own files."""
        return ""

    def close(self) -> None:
        """Lets go of the connection."""
        with suppress(Exception):  # it may be lost already
            self._connection.close()
        if self._terms:
            self._terms.close()

    # The connection

    def _words(self) -> Terms:
        if self._terms is None:
            self._terms = Terms()
        return self._terms

    def _ask(self, text: str, given: Sequence[Any] = ()) -> list[Any]:
        values = {mark(n): held(value) if isinstance(value, str) else value for n, value in enumerate(given)}

        def ask() -> list[Any]:
            return (self._prepared(text).run(**values) if values else self._connection.run(text)) or []

        try:
            return self._again(ask)
        except _errors() as wrong:
            raise error_of(self._server, wrong) from wrong

    def _again(self, ask: Callable[[], T]) -> T:
        """The answer, asked for once more in a new session where the old one was lost."""
        try:
            return ask()
        except _errors() as wrong:
            if self._begun or not is_gone(wrong):
                raise
        with suppress(Exception):
            self._connection.close()
        self._open()
        return ask()

    def _prepared(self, text: str) -> "PreparedStatement":
        found = self._ready.get(text)
        if found is None:
            found = self._ready[text] = self._connection.prepare(text)
            if len(self._ready) > _KEPT:
                self._ready.popitem(last=False)[1].close()
        self._ready.move_to_end(text)
        return found


def _in_parts(rows: Sequence[Sequence[Any]]) -> Iterator[Sequence[Sequence[Any]]]:
    """The rows in parts whose sizes are few, so that statements of few sizes are kept ready."""
    at = 0
    size = _AT_ONCE
    while at < len(rows):
        while size > len(rows) - at or size * len(rows[at]) > _MARKS:
            size //= 2
        yield rows[at : at + size]
        at += size


def _errors() -> tuple[type[BaseException], ...]:
    from pg8000.exceptions import Error

    return (Error, OSError)
