"""Several write at once, are killed halfway or lose the server: nothing is lost, doubled or half done."""

import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from khabar.builds import build
from khabar.errors import ArchiveBusy, ServerOutOfReach
from khabar.reports.intake import reports_in
from khabar.shells.reviewing import Word, correct
from khabar.store.archive import PATIENCE, Archive
from khabar.store.backups import back_up
from khabar.store.checking import check
from khabar.store.server.session import Session
from khabar.values.correction import Ruling
from khabar.values.place import Server
from khabar.values.report import Report
from postgres_server import TestServer

pytestmark = pytest.mark.of_files  # these name their places themselves

DEMO = Path(__file__).parents[3] / "demo" / "reports"
ANALYSTS = 8


def demo_reports(number: int) -> list[Report]:
    return [came for came in reports_in([DEMO]) if isinstance(came, Report)][:number]


@pytest.fixture
def some(schema: Callable[[], Server]) -> Server:
    """An archive of some reports."""
    place = schema()
    with Archive.to_write(place) as archive:
        build(archive, demo_reports(3), 1)
    return place


def events_of(place: Server) -> list[str]:
    with Archive.to_read(place) as archive:
        return [f"{report.id}#{event.id}" for report, reading in archive.readings() for event in reading.events]


def test_all_that_analysts_say_at_once_is_kept_and_concluded_from(some: Server) -> None:
    items = events_of(some)[:ANALYSTS]
    assert len(items) == ANALYSTS

    def say(n: int) -> None:
        for _ in range(30):  # the server may be taken for longer than one waits
            try:
                correct(some, items[n], Ruling.WRONG, None, Word(f"analyst {n}"))
            except ArchiveBusy:
                continue
            return

    with ThreadPoolExecutor(ANALYSTS) as analysts:
        list(analysts.map(say, range(ANALYSTS)))
    with Archive.to_read(some) as archive:
        said = {(c.author, c.ruling) for c in archive.corrections()}
        acts, conclusions = len(archive.acts()), archive.weighed()
        assert archive.not_weighed() == frozenset()
    assert said == {(f"analyst {n}", Ruling.WRONG) for n in range(ANALYSTS)}
    assert acts == ANALYSTS
    with Archive.to_write(some) as archive:
        archive._database.execute("DELETE FROM remembered")
        archive._database.execute("DELETE FROM facts WHERE name = 'weighed'")
        build(archive, (), 1)
        assert archive.weighed() == conclusions


def test_two_builds_of_the_same_reports_at_once_keep_each_once(schema: Callable[[], Server]) -> None:
    place = schema()

    def run(_: int) -> None:
        with Archive.to_write(place, 60) as archive:
            build(archive, demo_reports(3), 1)

    with ThreadPoolExecutor(2) as builders:
        list(builders.map(run, range(2)))
    with Archive.to_read(place) as archive:
        assert len(list(archive.reports())) == 3
        assert archive.not_weighed() == frozenset()


def test_who_reads_sees_one_moment_while_another_loads(some: Server, tmp_path: Path) -> None:
    file = tmp_path / "all.khabar"
    with Archive.to_write(file) as archive:
        build(archive, demo_reports(6), 1)
    with Archive.to_read(some) as reader:
        old = len(reader.briefs_of())
        with reader.unmoved():
            assert len(list(reader.reports())) == 3
            back_up(file, some, PATIENCE)
            assert len(list(reader.reports())) == 3
            assert len(reader.briefs_of()) == old
        assert len(list(reader.reports())) == 6
        assert len(reader.briefs_of()) != old


def test_a_load_that_is_killed_anywhere_has_not_taken_place(some: Server, tmp_path: Path) -> None:
    file = tmp_path / "all.khabar"
    with Archive.to_write(file) as archive:
        build(archive, demo_reports(6), 1)
    before = events_of(some)
    program = (
        "import sys; from pathlib import Path; from khabar.store.backups import back_up\n"
        "from khabar.values.place import place_of; print(flush=True); back_up(Path(sys.argv[1]), place_of(sys.argv[2]), 5)"
    )
    lasting = 0.0
    for share in (None, 0.2, 0.5, 0.8):
        going = subprocess.Popen([sys.executable, "-c", program, file, str(some)], stdout=subprocess.PIPE)
        assert going.stdout is not None
        going.stdout.readline()  # it has been loaded
        begun = time.monotonic()
        if share is None:  # once whole, to see how long it takes
            assert going.wait() == 0
            lasting = time.monotonic() - begun
            after = events_of(some)
            assert after != before
            with Archive.to_write(some) as archive, archive._database.change():
                archive._database.execute("DELETE FROM reports WHERE n > 3")
            before = events_of(some)
            continue
        time.sleep(lasting * share)
        going.send_signal(signal.SIGKILL)
        going.wait()
        time.sleep(0.2)  # until the server has seen it
        assert events_of(some) in (before, after)


def test_a_load_whose_server_is_killed_has_not_taken_place(
    some: Server, postgres: TestServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "all.khabar"
    with Archive.to_write(file) as archive:
        build(archive, demo_reports(6), 1)
    before = events_of(some)
    load = Session.load

    def load_until(self: Session, table: str, rows: Iterable[tuple[object, ...]]) -> None:
        if table == "claims":
            postgres.stop("immediate")
        load(self, table, rows)

    with monkeypatch.context() as patch:
        patch.setattr(Session, "load", load_until)
        with pytest.raises(ServerOutOfReach):
            back_up(file, some, PATIENCE)
    postgres.start()
    assert events_of(some) == before
    back_up(file, some, PATIENCE)
    assert len(events_of(some)) > len(before)
    assert check(some, PATIENCE).troubles == ()


def test_a_session_that_was_lost_is_opened_anew(some: Server, postgres: TestServer) -> None:
    with Archive.to_read(some) as archive:
        before = archive.holdings(3)
        _end_sessions(postgres)
        assert archive.holdings(3) == before
        with archive.unmoved():
            assert archive.holdings(3) == before
            _end_sessions(postgres)
            with pytest.raises(ServerOutOfReach, match="does not answer"):
                archive.holdings(3)
        assert archive.holdings(3) == before


def test_a_change_that_loses_the_server_has_not_taken_place(some: Server, postgres: TestServer) -> None:
    (report, *_) = demo_reports(4)[3:]
    with Archive.to_write(some) as archive:
        with pytest.raises(ServerOutOfReach):
            _forget_all(archive, lambda: _end_sessions(postgres))
        assert archive.weighed_by() is not None
        build(archive, [report], 1)
    assert len(events_of(some)) > 0


def _forget_all(archive: Archive, halfway: Callable[[], None]) -> None:
    with archive._change() as database:
        database.execute("DELETE FROM facts")
        halfway()
        database.execute("DELETE FROM acts")


def _end_sessions(postgres: TestServer) -> None:
    postgres.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'khabar'")
    time.sleep(0.1)


def test_who_waits_too_long_for_another_is_told_so(some: Server) -> None:
    begun, over = threading.Event(), threading.Event()

    def hold() -> None:
        with Archive.to_write(some) as archive, archive._change():
            begun.set()
            over.wait(20)

    holder = threading.Thread(target=hold)
    holder.start()
    begun.wait(20)
    try:
        with Archive.to_write(some, 0.2) as archive, pytest.raises(ArchiveBusy, match="another program is writing"):
            archive.take_in_log()
        with Archive.to_read(some) as archive:
            assert list(archive.reports())  # who only reads waits for nobody
    finally:
        over.set()
        holder.join()


def test_a_log_is_written_out_and_taken_in_elsewhere(some: Server, tmp_path: Path) -> None:
    (item, *_) = events_of(some)
    correct(some, item, Ruling.WRONG, None, Word("ليلى"))
    copy = tmp_path / "copy.khabar"
    back_up(some, copy, PATIENCE)
    assert (tmp_path / "copy.khabar.corrections.jsonl").read_text(encoding="utf-8").count("\n") == 1
    correct(copy, item, Ruling.RIGHT, None, Word("سمير"))
    back_up(copy, some, PATIENCE)
    with Archive.to_read(some) as archive:
        assert [(c.author, c.ruling) for c in archive.corrections()] == [("سمير", Ruling.RIGHT)]
        assert len(archive.acts()) == 2


def test_a_log_beside_a_file_goes_along_though_the_file_has_not_taken_it_in(some: Server, tmp_path: Path) -> None:
    (item, *_) = events_of(some)
    correct(some, item, Ruling.WRONG, None, Word("ليلى"))
    file = tmp_path / "a.khabar"
    with Archive.to_write(file) as archive:
        build(archive, demo_reports(3), 1)
    with Archive.to_read(some) as archive:
        file.with_name("a.khabar.corrections.jsonl").write_text("".join(f"{line}\n" for line in archive.log()))
    back_up(file, some, PATIENCE)
    with Archive.to_read(some) as archive:
        assert [c.author for c in archive.corrections()] == ["ليلى"]


def test_a_report_whose_id_the_server_cannot_hold_is_set_aside_and_the_others_are_kept(
    schema: Callable[[], Server],
) -> None:
    one, other, *_ = demo_reports(2)
    endless = "".join(sha256(str(n).encode()).hexdigest() for n in range(100))
    place = schema()
    for _ in range(2):
        with Archive.to_write(place) as archive:
            build(archive, [replace(one, id=endless), other], 1)
            assert [report.id for report in archive.reports()] == [other.id]
            (refused,) = archive.unreadable()
            assert refused.reason == "a name or an id in it is too long for the server"
            assert archive.not_weighed() == frozenset()
