"""Saving what is whole of a damaged archive into a new one."""

import json
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from khabar.errors import BadForm, KhabarError
from khabar.store import connection
from khabar.store.acts_as_json import act_in
from khabar.store.archive import Archive
from khabar.store.embedded import BROKEN
from khabar.store.logbook import Logbook
from khabar.store.rows import REPORT, report_of
from khabar.store.seals import seal_of
from khabar.store.values_as_json import from_json
from khabar.values.act import Act, Spoken
from khabar.values.correction import Correction
from khabar.values.judgement import Judgement
from khabar.values.report import Report, Unreadable

# Ways to the numbers and ids of reports that need not share a damaged page: the table from both ends, and its indices.
_WAYS = (
    "SELECT n, id FROM reports NOT INDEXED ORDER BY n",
    "SELECT n, id FROM reports NOT INDEXED ORDER BY n DESC",
    "SELECT n, id FROM reports INDEXED BY sqlite_autoindex_reports_1",
    "SELECT n, NULL FROM reports INDEXED BY reports_by_day",
    "SELECT n, NULL FROM reports INDEXED BY sqlite_autoindex_reports_2",
)
_SAID: tuple[tuple[str, str, type[Spoken]], ...] = (
    ("judgements", "judgement", Judgement),
    ("corrections", "correction", Correction),
)


@dataclass(frozen=True, slots=True)
class Recovered:
    """What was saved, and what could not be."""

    reports: int
    acts: int
    lost: tuple[str, ...]  # ids of reports of which more is not whole, or the number where the id is not


def recover(damaged: Path, to: Path, patience: float) -> Recovered:
    """Takes every whole report and every act of review into a new archive, still to be read; raises KhabarError."""
    database = connection.as_it_is(damaged, patience)
    try:
        with Archive.to_write(to) as archive:
            saved, lost = 0, []
            for own_id, report in _reports(database):
                if report is None:
                    lost.append(own_id)
                else:
                    archive.take_over(report)
                    saved += 1
            for refused in _unreadable(database):
                archive.keep_unreadable(refused)
            acts = archive.learn([*_acts(database), *_logged(damaged), *_never_logged(database, archive)])
    finally:
        database.close()
    return Recovered(saved, acts, tuple(lost))


def _reports(database: sqlite3.Connection) -> Iterator[tuple[str, Report | None]]:
    """Each report in the order in which it came in, by its id; None: it is not whole."""
    for n, own_id in sorted(_numbers(database).items()):
        yield own_id or f"number {n}", _report(database, n)


def _numbers(database: sqlite3.Connection) -> dict[int, str]:
    found: dict[int, str] = {}
    for way in _WAYS:
        with suppress(*BROKEN):
            for n, own_id in database.execute(way):
                found[n] = found.get(n) or str(own_id or "")
    return found


def _report(database: sqlite3.Connection, n: int) -> Report | None:
    try:
        row = database.execute(f"SELECT {REPORT} FROM reports WHERE n = ?", (n,)).fetchone()
        kept = _seal(database, n)
        return report_of(row) if row and kept in (None, seal_of(row)) else None
    except (*BROKEN, TypeError, ValueError):
        return None


def _seal(database: sqlite3.Connection, n: int) -> str | None:
    with suppress(*BROKEN):  # a report whose seal is lost is taken as it is
        found = database.execute("SELECT seal FROM seals WHERE report = ?", (n,)).fetchone()
        return str(found[0]) if found else None
    return None


def _unreadable(database: sqlite3.Connection) -> Iterable[Unreadable]:
    with suppress(*BROKEN):
        for source, reason, sha256 in database.execute("SELECT source, reason, sha256 FROM unreadable"):
            yield Unreadable(str(source), str(reason), str(sha256) or None)


def _acts(database: sqlite3.Connection) -> Iterator[Act]:
    with suppress(*BROKEN):
        for (line,) in database.execute("SELECT line FROM acts"):
            with suppress(BadForm):
                yield act_in(str(line))[1]


def _never_logged(database: sqlite3.Connection, archive: Archive) -> Iterator[Act]:
    """What people said of an archive of a form that had no log."""
    for table, column, kind in _SAID:
        with suppress(*BROKEN):
            if database.execute("SELECT 1 FROM sqlite_master WHERE name = 'acts'").fetchone() is None:
                for (text,) in database.execute(f"SELECT {column} FROM {table}"):
                    yield from filter(None, [_act_in(kind, str(text), archive)])


def _act_in(kind: type[Spoken], text: str, archive: Archive) -> Act | None:
    try:
        return archive.here(from_json(kind, json.loads(text)))
    except (ValueError, BadForm):
        return None


def _logged(archive: Path) -> Iterable[Act]:
    try:
        return Logbook(archive).read().acts.values()
    except KhabarError:
        return ()
