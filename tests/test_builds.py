"""A build reads what is new, once, and goes on where it was stopped."""

import hashlib
import signal
import sqlite3
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from khabar import builds
from khabar.builds import Built, build
from khabar.store.archive import Archive
from khabar.values.attribution import Attribution, Mode, Stance
from khabar.values.entity import Entity, Kind
from khabar.values.reading import Reading
from khabar.values.report import Report, Unreadable
from khabar.values.span import Span
from khabar.versions import reader

TEXT = "قال وزير النقل في {place} إن السفينة رقم {n} وصلت إلى الميناء أمس، ونفت الشركة ذلك."


def reports_of(number: int) -> list[Report]:
    texts = [TEXT.format(place="صنعاء" if n % 2 else "عدن", n=n) for n in range(number)]
    return [Report(f"r{n}", text, hashlib.sha256(text.encode()).hexdigest()) for n, text in enumerate(texts)]


def read_quickly(report: Report) -> Reading:
    """Not what the report says, but enough to keep and to weigh, without loading the knowledge."""
    ship, minister = (Span(at, at + 5) for at in (report.text.index("السفينة"), report.text.index("وزير")))
    return Reading(
        report.id,
        reader(),
        "ar",
        (Span(0, len(report.text)),),
        entities=(Entity("e1", "وزير النقل", Kind.PERSON, (minister,)),),
        attributions=(Attribution("a1", ship, (("e1",),), Stance.ASSERTS, Mode.INDIRECT),),
    )


def everything_in(path: Path) -> list[list[tuple[object, ...]]]:
    """All rows that a build writes, but for numbers that depend on the order of writing."""
    database = sqlite3.connect(path)
    assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    questions = (
        "SELECT id, sha256, text FROM reports ORDER BY id",
        "SELECT id, reader, reading FROM readings JOIN reports ON n = report ORDER BY id",
        "SELECT reports.id, entities.id, name FROM entities JOIN reports ON n = report ORDER BY 1, 2",
        "SELECT reports.id, start, folded FROM sentences JOIN reports ON reports.n = report"
        " JOIN words ON words.rowid = sentences.n ORDER BY 1, 2",
        "SELECT claim FROM claims ORDER BY n",
        "SELECT actor FROM actors ORDER BY n",
        "SELECT count(*) FROM words",
        "SELECT * FROM facts",
    )
    return [database.execute(question).fetchall() for question in questions]


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive.to_write(tmp_path / "a.khabar")


def test_a_second_build_reads_only_what_is_new(archive: Archive) -> None:
    reports = reports_of(3)
    assert build(archive, reports[:2]) == Built(new=2)
    assert build(archive, reports) == Built(new=1, known=2)
    assert build(archive, []) == Built()


def test_a_report_that_comes_twice_is_said_to(archive: Archive) -> None:
    (report,) = reports_of(1)
    assert build(archive, [report, report]) == Built(new=1, twice=1)


def test_what_another_version_read_is_read_again(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    reports = reports_of(3)
    build(archive, reports)
    monkeypatch.setattr(builds, "reader", lambda: "a later version")
    monkeypatch.setattr(builds, "read", lambda report: Reading(report.id, "a later version", "ar"))
    assert build(archive, reports[:1]) == Built(again=3)
    assert {archive.reader_of(report.sha256) for report in reports} == {"a later version"}


def test_what_cannot_be_read_is_kept_and_counted(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(report: Report) -> Reading:
        raise RecursionError("too deep")

    monkeypatch.setattr(builds, "read", fail)
    built = build(archive, [Unreadable("broken.html", "it cannot be unpacked"), *reports_of(1)])
    assert built == Built(unreadable=2)
    assert [what.source for what in archive.unreadable()] == ["broken.html", "r0"]
    assert build(archive, reports_of(1)) == Built(known=1)


def test_a_report_in_another_language_is_kept_and_said_to_be_unread(archive: Archive) -> None:
    text = "Le ministre a déclaré lundi que le navire avait atteint le port."
    assert build(archive, [Report("fr", text, "e" * 64)]) == Built(new=1, unread=1)
    reading = archive.reading("fr")
    assert reading is not None
    assert reading.unread == "it is in another language (fr); Khabar reads Arabic and English"


def test_a_build_that_is_stopped_keeps_the_old_conclusions(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(builds, "read", read_quickly)
    reports = reports_of(3)
    build(archive, reports[:2])
    before = archive.weighed()
    assert before.claims

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(builds, "conclude", stop)
        with pytest.raises(KeyboardInterrupt):
            build(archive, reports)
    assert archive.weighed() == before
    assert len(archive.not_weighed()) == 1
    build(archive, [])
    assert archive.not_weighed() == frozenset()


def test_reports_with_a_note_are_counted_and_told(archive: Archive) -> None:
    told = []

    class Listener:
        def counted(self, stage: str, built: Built) -> None:
            pass

        def met(self, report: Report) -> None:
            pass

        def refused(self, what: Unreadable) -> None:
            pass

        def noted(self, report_id: str, note: str) -> None:
            told.append((report_id, note))

    first, second = reports_of(2)
    noted = replace(first, note="its date 'soon' could not be read")
    assert build(archive, [noted, second], watcher=Listener()) == Built(new=2, noted=1)
    assert told == [("r0", "its date 'soon' could not be read")]


def test_half_a_surrogate_pair_does_not_stop_a_build(archive: Archive) -> None:
    (report,) = reports_of(1)
    broken = replace(report, id="r\ud800", text=report.text + " \ud800", title="\udc00")
    assert build(archive, [broken]) == Built(new=1)
    (kept,) = archive.reports()
    assert (kept.id, kept.title, kept.text) == ("r?", "?", report.text + " ?")


def test_a_file_whose_name_is_no_utf_8_does_not_stop_a_build(archive: Archive) -> None:
    strange = Unreadable("in/\udcff.txt", "no file '\udcff.txt'")
    assert build(archive, [strange, *reports_of(1)]) == Built(new=1, unreadable=1)
    (kept,) = archive.unreadable()
    assert (kept.source, kept.reason) == ("in/?.txt", "no file '?.txt'")


def test_any_number_of_workers_writes_the_same(tmp_path: Path) -> None:
    for workers in (1, 2):
        with Archive.to_write(tmp_path / f"{workers}.khabar") as archive:
            build(archive, reports_of(8), workers)
    assert everything_in(tmp_path / "1.khabar") == everything_in(tmp_path / "2.khabar")


BUILD = """
import sys
from pathlib import Path
sys.path.insert(0, {tests!r})
from test_builds import read_quickly, reports_of
from khabar import builds
from khabar.store.archive import Archive

builds.read = read_quickly
reports = reports_of({number})
print("ready", flush=True)
with Archive.to_write(Path({path!r})) as archive:
    builds.build(archive, reports, 1)
"""


def test_a_build_killed_at_any_moment_loses_and_doubles_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(builds, "read", read_quickly)
    number = 90
    with Archive.to_write(tmp_path / "whole.khabar") as archive:
        build(archive, reports_of(number))
    path = tmp_path / "killed.khabar"
    program = BUILD.format(tests=str(Path(__file__).parent), number=number, path=str(path))
    killed = 0
    for delay in (0.013, 0.018, 0.024, 0.04):
        running = subprocess.Popen([sys.executable, "-c", program], stdout=subprocess.PIPE)
        assert running.stdout is not None
        assert running.stdout.readline() == b"ready\n"
        time.sleep(delay)
        running.send_signal(signal.SIGKILL)
        running.stdout.close()
        killed += running.wait() == -signal.SIGKILL
    assert killed > 0
    with Archive.to_write(path) as archive:
        build(archive, reports_of(number))
    assert everything_in(path) == everything_in(tmp_path / "whole.khabar")
