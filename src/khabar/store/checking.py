"""Whether an archive is whole: its file, its reports letter by letter, and what was read and concluded."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

from khabar.errors import BadForm
from khabar.store import opening
from khabar.store.acts_as_json import act_in
from khabar.store.database import Database
from khabar.store.embedded import BROKEN, Embedded
from khabar.store.logbook import Logbook, Logged
from khabar.store.rows import REPORT
from khabar.store.seals import seal_of
from khabar.store.values_as_json import from_json
from khabar.values.actor import Actor
from khabar.values.claim import Claim, CopyGroup, Story
from khabar.values.contradiction import Contradiction
from khabar.values.exchange import Exchange
from khabar.values.lineage import Lineage
from khabar.values.place import Place, Server
from khabar.values.reading import Reading

_MOST = 20  # complaints of SQLite about one file
_VALUES: tuple[tuple[str, str, type], ...] = (
    ("readings", "reading", Reading),
    ("claims", "claim", Claim),
    ("actors", "actor", Actor),
    ("stories", "story", Story),
    ("exchanges", "exchange", Exchange),
    ("contradictions", "contradiction", Contradiction),
    ("lineages", "lineage", Lineage),
    ("copies", "copies", CopyGroup),
)


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found."""

    reports: int  # those that are whole
    acts: int  # of review, in the log and in the archive together
    troubles: tuple[str, ...]  # what is not whole, in words


def check(place: Place, patience: float) -> Checked:
    """Reads the whole archive and says what of it is damaged; raises what opening it raises."""
    with closing(opening.readable(place, patience)) as database, database.unmoved():
        told = list(_of_file(database)) if isinstance(database, Embedded) else []
        troubles = [*told, *_of_reports(database), *_of_values(database)]
        found = [*_of_acts(database)]
        logged = Logged({}, {}) if isinstance(place, Server) else Logbook(place).read()
        troubles += [trouble for _, trouble in found if trouble]
        troubles += [f"log of corrections, line {line}: it was cut or changed" for line in logged.damaged]
        return Checked(_whole(database), len(logged.acts.keys() | {own_id for own_id, _ in found}), tuple(troubles))


def _of_file(database: sqlite3.Connection) -> Iterator[str]:
    try:
        for (told,) in database.execute(f"PRAGMA integrity_check({_MOST})").fetchall():
            if told != "ok":
                yield f"file: {told}"
    except BROKEN as wrong:
        yield f"file: {wrong}"


def _of_reports(database: Database) -> Iterator[str]:
    for own_id, row, kept in _sealed(database):
        if row is None:
            yield f"reports: {own_id}"
        elif kept is not None and kept != seal_of(row):
            yield f"report {own_id}: it is not as it was kept"


def _whole(database: Database) -> int:
    return sum(row is not None and kept in (None, seal_of(row)) for _, row, kept in _sealed(database))


def _sealed(database: Database) -> Iterator[tuple[str, tuple[object, ...] | None, str | None]]:
    """Each report's id, row and seal; without a row what keeps the rest from being read."""
    try:
        question = f"SELECT {REPORT}, seal FROM reports LEFT JOIN seals ON report = reports.n ORDER BY reports.n"
        for *row, kept in database.each(question):
            yield str(row[0]), tuple(row), kept
    except BROKEN as wrong:
        yield str(wrong), None, None


def _of_values(database: Database) -> Iterator[str]:
    for table, column, kind in _VALUES:
        try:
            number = "report" if table == "readings" else "n"
            for n, text in database.each(f"SELECT {number}, {column} FROM {table}"):
                if not _is(kind, text):
                    yield f"{table}, row {n}: it is no {kind.__name__}"
        except BROKEN as wrong:
            yield f"{table}: {wrong}"


def _is(kind: type, text: object) -> bool:
    try:
        from_json(kind, json.loads(str(text)))
    except (ValueError, BadForm):
        return False
    return True


def _of_acts(database: Database) -> Iterator[tuple[str, str]]:
    try:
        for own_id, line in database.execute("SELECT id, line FROM acts").fetchall():
            try:
                act_in(str(line))
            except BadForm:
                yield str(own_id), f"acts: {own_id} is not as it was kept"
            else:
                yield str(own_id), ""
    except BROKEN as wrong:
        yield "", f"acts: {wrong}"
