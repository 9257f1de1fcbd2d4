"""What people said of single items of readings, and the readings as they then stand."""

import json
import sqlite3
from dataclasses import replace

from khabar.resolution.corrected import corrected
from khabar.store import rows
from khabar.store.values_as_json import from_json, to_json
from khabar.values.correction import Correction
from khabar.values.reading import Reading


def corrections_of(database: sqlite3.Connection, report_id: str | None = None) -> tuple[Correction, ...]:
    """What was said of one report's items, or of all, in the order in which it was."""
    asked = ("", ()) if report_id is None else (" WHERE report = ?", (report_id,))
    found = database.execute(f"SELECT correction FROM corrections{asked[0]} ORDER BY n", asked[1])
    return tuple(from_json(Correction, json.loads(text)) for (text,) in found)


def reading_of(database: sqlite3.Connection, report_id: str, text: str) -> Reading:
    """The reading in a row, as people corrected it."""
    reading = replace(from_json(Reading, json.loads(text)), report_id=report_id)
    return corrected(reading, corrections_of(database, report_id))


def add(database: sqlite3.Connection, correction: Correction) -> None:
    """Keeps a ruling in place of what was said of the same matter; the conclusions no longer hold."""
    _drop(database, correction)
    text = json.dumps(to_json(correction), ensure_ascii=False, separators=(",", ":"))
    database.execute("INSERT INTO corrections (report, correction) VALUES (?, ?)", (correction.where.report_id, text))
    _derive_again(database, correction.where.report_id)


def drop(database: sqlite3.Connection, correction: Correction) -> bool:
    """Takes away what was said of the same matter; False: nothing was."""
    gone = _drop(database, correction)
    if gone:
        _derive_again(database, correction.where.report_id)
    return gone


def _drop(database: sqlite3.Connection, correction: Correction) -> bool:
    kept = database.execute(
        "SELECT n, correction FROM corrections WHERE report = ?", (correction.where.report_id,)
    ).fetchall()
    gone = [(n,) for n, text in kept if from_json(Correction, json.loads(text)).matter == correction.matter]
    database.executemany("DELETE FROM corrections WHERE n = ?", gone)
    return bool(gone)


def _derive_again(database: sqlite3.Connection, report_id: str) -> None:
    """The tables that are made of a reading, made of it as it stands now."""
    found = database.execute(
        "SELECT n, reading FROM reports JOIN readings ON n = report WHERE id = ?", (report_id,)
    ).fetchone()
    if found:
        n, text = found
        rows.clear_items(database, n)
        rows.add_items(database, n, reading_of(database, report_id, text))
        database.execute("DELETE FROM digests WHERE report = ?", (n,))
        rows.forget_weighing(database, n)
