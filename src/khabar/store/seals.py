"""Seals: the hash of each report as it is kept, by which damage inside its letters is found."""

import json
from collections.abc import Sequence
from hashlib import sha256

from khabar.store.database import Database
from khabar.store.rows import REPORT


def seal_of(row: Sequence[object]) -> str:
    """The seal of a row of `REPORT`."""
    return sha256(json.dumps(list(row), ensure_ascii=True).encode()).hexdigest()[:32]


def seal(database: Database, n: int) -> None:
    """Seals the report of that number as it stands."""
    row = database.execute(f"SELECT {REPORT} FROM reports WHERE n = ?", (n,)).fetchone()
    database.execute("INSERT INTO seals VALUES (?, ?)", (n, seal_of(row)))


def seal_all(database: Database) -> None:
    """Seals the reports that came before there were seals."""
    question = "SELECT n FROM reports LEFT JOIN seals ON report = n WHERE seal IS NULL"
    for (n,) in database.execute(question).fetchall():
        seal(database, n)
