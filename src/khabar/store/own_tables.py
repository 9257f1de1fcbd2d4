"""Whether a file holds an archive's own tables and nothing that would run when they are asked."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from functools import cache

from khabar.store.database import INDICES
from khabar.store.schema import statements_in

_SCHEMA = "SELECT type, name, sql FROM sqlite_master"
_RUNS = ("trigger", "view")
_LONGEST = 60  # letters of a name that are told; ours have 30
_SQLITES_OWN = "sqlite_"  # what nobody asks
_OF_AN_INDEX = tuple(f"{index}_" for index in INDICES)


@dataclass(frozen=True, slots=True)
class Thing:
    """A line of a file's schema."""

    kind: str
    name: str
    sql: str  # with single spaces; empty: SQLite made it for a table


def what_would_run(connection: sqlite3.Connection) -> str:
    """The first trigger or view, which no archive has; empty: there is none."""
    return next((f"the {thing.kind} {thing.name}" for thing in _schema(connection) if thing.kind in _RUNS), "")


def what_is_strange(connection: sqlite3.Connection, forms: tuple[str, ...]) -> str:
    """The first thing that none of these forms makes; empty: there is none. What is lacking is seen when asked."""
    own = _made_by(forms)
    return next((f"the {thing.kind} {thing.name}" for thing in _schema(connection) if not _is_own(own, thing)), "")


def _is_own(own: frozenset[Thing], thing: Thing) -> bool:
    if thing.kind == "table" and thing.name.startswith(_SQLITES_OWN):
        return True
    if thing.kind == "table" and thing.name.startswith(_OF_AN_INDEX):
        return thing.sql.startswith("CREATE TABLE")  # made by FTS5, of whichever version
    return thing in own


@cache
def _made_by(forms: tuple[str, ...]) -> frozenset[Thing]:
    """All that an archive may hold, of whichever form it is."""
    made: set[Thing] = set()
    with closing(sqlite3.connect(":memory:")) as connection:
        for form in forms:
            for statement in statements_in((form,)):
                connection.execute(statement)
            made.update(_schema(connection))
    return frozenset(made)


def _schema(connection: sqlite3.Connection) -> Iterator[Thing]:
    for kind, name, sql in connection.execute(_SCHEMA):
        yield Thing(str(kind), " ".join(str(name).split())[:_LONGEST], " ".join(str(sql or "").split()))
