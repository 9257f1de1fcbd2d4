"""What people said of single items of readings, and the readings as they then stand."""

import json
from collections.abc import Iterable
from dataclasses import replace

from khabar.resolution.corrected import corrected
from khabar.store import rows
from khabar.store.database import Database
from khabar.store.values_as_json import from_json
from khabar.values.act import moment
from khabar.values.correction import Correction
from khabar.values.reading import Reading


def corrections_of(database: Database, report_id: str | None = None) -> tuple[Correction, ...]:
    """What was said of one report's items, or of all, in the order in which it was."""
    asked = ("", ()) if report_id is None else (" WHERE report = ?", (report_id,))
    found = database.execute(f"SELECT correction FROM corrections{asked[0]}", asked[1])
    told = ((from_json(Correction, json.loads(text)), text) for (text,) in found)
    return tuple(one for one, _ in sorted(told, key=lambda pair: (moment(pair[0].at), pair[1])))


def reading_of(database: Database, report_id: str, text: str) -> Reading:
    """The reading in a row, as people corrected it."""
    reading = replace(from_json(Reading, json.loads(text)), report_id=report_id)
    return corrected(reading, corrections_of(database, report_id))


def replace_all(database: Database, said: Iterable[Correction]) -> None:
    """These corrections in place of the old ones; conclusions no longer hold where a report has others now."""
    wanted = {rows.as_text(one): one.where.report_id for one in said}
    found = database.execute("SELECT correction, n, report FROM corrections").fetchall()
    gone = [(n, report) for text, n, report in found if text not in wanted]
    kept = {text for text, _, _ in found}
    new = [(report, text) for text, report in wanted.items() if text not in kept]
    database.executemany("DELETE FROM corrections WHERE n = ?", [(n,) for n, _ in gone])
    numbered = [(n, *one) for n, one in enumerate(new, rows.free_number(database, "corrections"))]
    database.executemany("INSERT INTO corrections VALUES (?, ?, ?)", numbered)
    for report in sorted({report for _, report in gone} | {report for report, _ in new}):
        _derive_again(database, report)


def _derive_again(database: Database, report_id: str) -> None:
    """The tables that are made of a reading, made of it as it stands now."""
    found = database.execute(
        "SELECT n, reading FROM reports JOIN readings ON n = report WHERE id = ?", (report_id,)
    ).fetchone()
    if found:
        n, text = found
        rows.clear_items(database, n)
        rows.add_items(database, n, rows.items_of(reading_of(database, report_id, text)))
        database.execute("DELETE FROM digests WHERE report = ?", (n,))
        rows.forget_weighing(database, n)
