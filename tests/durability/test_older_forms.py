"""An archive of any earlier form is brought up with its reports and all that people said, and comes to the same."""

import sqlite3
from pathlib import Path

import pytest
from standing import Standing, standing_in

from khabar.builds import build
from khabar.reports.intake import reports_in
from khabar.store import rows
from khabar.store.archive import Archive
from khabar.store.schema import APPLICATION_ID, FORMS
from khabar.values.correction import Corrected, Correction, Ruling
from khabar.values.judgement import Judged, Judgement
from khabar.values.reason import Passage

WITH_JUDGEMENTS, WITH_CORRECTIONS, WITH_LOG = 3, 4, 8


def said_of(archive: Archive) -> tuple[Judgement, Correction]:
    """A judgement on two people, and a correction of an event."""
    people = [a for a in archive.weighed().actors if a.kind == "person" and len(a.members) == 1][:2]
    named = []
    for report_id, entity_id in (person.members[0] for person in people):
        reading = archive.reading(report_id)
        assert reading
        named.append(Passage(report_id, next(e.mentions[0] for e in reading.entities if e.id == entity_id)))
    position = next(p for c in archive.weighed().claims for p in c.positions if p.event)
    reading = archive.reading(position.passage.report_id)
    assert reading
    event = next(e for e in reading.events if e.id == position.event)
    at = "2024-06-18T10:00:00+00:00"
    where = Passage(reading.report_id, event.anchor)
    return (
        Judgement(Judged.ACTOR, True, *named, "ليلى", at),
        Correction(Corrected.EVENT, where, Ruling.STATUS, "ليلى", at, "possible"),
    )


def of_form(path: Path, form: int, source: Path) -> None:
    """An archive of that form, as a build of then that was stopped before it drew conclusions left it."""
    database = sqlite3.connect(path)
    for script in FORMS[:form]:
        database.executescript(script)
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute(f"PRAGMA user_version = {form}")
    with Archive.to_read(source) as archive:
        judgement, correction = said_of(archive)
        for n, (report, reading) in enumerate(archive.readings(), start=1):
            given = (report.id, report.text, report.sha256, report.outlet, report.url, str(report.published))
            question = f"INSERT INTO reports (n, {rows.REPORT}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
            database.execute(question, (n, *given, report.title, report.note))
            database.execute("INSERT INTO readings VALUES (?, ?, 'ar', NULL, ?)", (n, "older", rows.as_text(reading)))
    if form >= WITH_JUDGEMENTS:
        database.execute("INSERT INTO judgements VALUES (1, ?)", (rows.as_text(judgement),))
    if form >= WITH_CORRECTIONS:
        text = rows.as_text(correction)
        database.execute("INSERT INTO corrections VALUES (1, ?, ?)", (correction.where.report_id, text))
    database.commit()
    database.close()


@pytest.mark.parametrize("form", range(1, len(FORMS)))
def test_an_archive_of_an_earlier_form_loses_nothing(
    built, all_of_them: Path, whole: Standing, tmp_path: Path, form: int
) -> None:
    of_form(tmp_path / "a.khabar", form, built(all_of_them))
    with Archive.to_read(built(all_of_them)) as archive:
        judgement, correction = said_of(archive)
    said = [*([judgement] if form >= WITH_JUDGEMENTS else []), *([correction] if form >= WITH_CORRECTIONS else [])]
    with Archive.to_write(tmp_path / "a.khabar") as archive:
        assert [*archive.judgements(), *archive.corrections()] == said
        build(archive, reports_in([all_of_them]), 1)
        assert [*archive.judgements(), *archive.corrections()] == (said if form < WITH_LOG else [])
    found = standing_in(tmp_path / "a.khabar")
    assert found.reports == whole.reports
    assert found == standing_of_now(built(all_of_them), tmp_path / "now.khabar", said if form < WITH_LOG else [])


def standing_of_now(source: Path, path: Path, said: list[Judgement | Correction]) -> Standing:
    """What stands in an archive of today's form in which the same was said."""
    path.write_bytes(source.read_bytes())
    with Archive.to_write(path) as archive:
        for one in said:
            if isinstance(one, Judgement):
                archive.keep_judgement(one)
            else:
                archive.keep_correction(one)
        build(archive, (), 1)
    return standing_in(path)
