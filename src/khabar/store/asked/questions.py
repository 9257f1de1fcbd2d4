"""Asking the database, in pages."""

import json
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from khabar.errors import DamagedArchive
from khabar.store.columns import held
from khabar.store.database import LAST, Database, Row
from khabar.store.values_as_json import from_json
from khabar.values.place import Place

T = TypeVar("T")
_ALL = 2**63 - 1  # rows: the largest number that a limit may be


@dataclass(frozen=True, slots=True)
class Choice:
    """Rows that are wanted: where from, under which conditions, with what is given for the question marks."""

    source: str
    conditions: tuple[str, ...] = ()
    given: tuple[Any, ...] = ()

    def only(self, condition: str, *given: Any) -> "Choice":
        """Those of them under one more condition."""
        return replace(self, conditions=(*self.conditions, condition), given=(*self.given, *given))

    @property
    def rows(self) -> str:
        """The choice as the end of a question."""
        where = f" WHERE {' AND '.join(self.conditions)}" if self.conditions else ""
        return f" FROM {self.source}{where}"


@dataclass(frozen=True, slots=True)
class Part:
    """Which part of a choice is wanted, in which order."""

    columns: str
    order: str
    limit: int | None = None
    offset: int = 0

    def of(self, choice: Choice) -> tuple[str, Row]:
        """The question for it, with what is given."""
        most = _ALL if self.limit is None else self.limit
        return f"SELECT {self.columns}{choice.rows} ORDER BY {self.order} LIMIT ? OFFSET ?", (
            *choice.given,
            most,
            self.offset,
        )


class Questions:
    """An archive, as far as it is asked."""

    def __init__(self, path: Place, database: Database) -> None:
        self.path = path
        self._database = database

    def _each(self, question: str, given: Sequence[Any] = ()) -> Iterator[Row]:
        with self._database.in_plain_words():
            yield from self._database.each(question, given)

    def _all(self, question: str, given: Sequence[Any] = ()) -> list[Row]:
        with self._database.in_plain_words():
            return self._database.execute(question, given).fetchall()

    def _one(self, question: str, given: Sequence[Any] = ()) -> Row | None:
        found = self._all(question, given)
        return found[0] if found else None

    def _part(self, part: Part, choice: Choice) -> tuple[list[Row], int]:
        """The rows of a part, with how many the whole choice has."""
        found = self._all(*part.of(choice)) if part.limit != 0 else []
        if part.limit is None and not part.offset:
            return found, len(found)
        ((total,),) = self._all(f"SELECT count(*){choice.rows}", choice.given)
        return found, total

    def _value(self, kind: type[T], table: str, column: str, n: int) -> T:
        """The value whose JSON stands in that row."""
        found = self._one(f"SELECT {column} FROM {table} WHERE n = ?", (n,))
        if found is None:
            raise DamagedArchive(str(self.path), f"number {n} of its {table} is missing")
        return self._decoded(kind, found[0])

    def _decoded(self, kind: type[T], text: str) -> T:
        with self._database.in_plain_words():
            return from_json(kind, held(json.loads, text))


def as_set(items: Collection[str]) -> str:
    """A set as it is given for `any_in`; the number of a question's marks is bounded, its length is not."""
    return json.dumps(sorted(items), ensure_ascii=False)


def any_in(column: str) -> str:
    """The condition that the column has one of a set."""
    return f"{column} IN (SELECT value FROM json_each(?))"


def begins(column: str) -> str:
    """The condition that the column begins with what is given twice."""
    return f"{column} >= ? AND {column} < ? || '{LAST}'"
