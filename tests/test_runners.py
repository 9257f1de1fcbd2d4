"""Reports are read in their order by any number of processes, and outlive the death of any."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from khabar.errors import WorkersCannotStart
from khabar.runners import outcomes
from khabar.values.reading import Reading
from khabar.values.report import Report, Unreadable
from khabar.workers import worker
from khabar.workers.bounds import Bounds


def reports_of(*texts: str) -> list[Report]:
    return [Report(str(at), text, f"{at:064}") for at, text in enumerate(texts)]


def read_quietly(report: Report) -> Reading:
    if report.text == "slow":
        time.sleep(0.2)
    return Reading(report.id, "one", "ar", unread=report.text)


def read_or_die(report: Report) -> Reading:
    if report.text == "deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    return read_quietly(report)


def die_once(report: Report) -> Reading:
    mark = Path(report.text)
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return read_quietly(report)


def hang(report: Report) -> Reading:
    while report.text == "busy":
        pass
    if report.text == "asleep":
        time.sleep(60)
    return read_quietly(report)


def ask_for_memory(report: Report) -> Reading:
    if report.text == "large":
        bytearray(4 << 30)
    return read_quietly(report)


def fail_on_faults(report: Report) -> Reading:
    if report.text == "fault":
        raise ZeroDivisionError("no reports")
    return read_quietly(report)


def reason_of(outcome: object) -> str:
    assert isinstance(outcome, Unreadable)
    return outcome.reason


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_the_order_stays_with_any_number_of_workers(workers: int) -> None:
    reports = reports_of("slow", *"abcdefgh", "slow", *"ijklmnop")
    read = list(outcomes(iter(reports), read_quietly, workers))
    assert [report.id for report, _ in read] == [report.id for report in reports]
    assert all(isinstance(outcome, Reading) and outcome.unread == report.text for report, outcome in read)


@pytest.mark.parametrize("workers", [None, 1, 2])
def test_no_reports_give_no_outcomes(workers: int | None) -> None:
    assert list(outcomes([], read_quietly, workers)) == []


def test_a_deadly_report_is_set_aside_and_the_others_are_read() -> None:
    reports = reports_of("a", "b", "deadly", "c", "deadly", "d")
    read = list(outcomes(reports, read_or_die, 2))
    assert [report.id for report, _ in read] == list("012345")
    assert ["dead" if isinstance(outcome, Unreadable) else "read" for _, outcome in read] == [
        *("read", "read", "dead", "read", "dead", "read")
    ]
    reason = read[2][1]
    assert isinstance(reason, Unreadable)
    assert reason.reason == "it ended the process that read it (signal 9), 2 times"
    assert reason.sha256 == reports[2].sha256


def test_a_report_whose_process_was_killed_once_is_read_after_all(tmp_path: Path) -> None:
    reports = reports_of(*(str(tmp_path / str(at)) for at in range(4)))
    assert [type(outcome) for _, outcome in outcomes(reports, die_once, 2)] == [Reading] * len(reports)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_report_that_takes_for_ever_is_set_aside_and_its_neighbours_are_read(workers: int) -> None:
    bounds = Bounds(seconds=0.3, waiting=1000)
    read = list(outcomes(reports_of("a", "busy", *"bcdefgh"), hang, workers, bounds))
    assert [report.text for report, outcome in read if isinstance(outcome, Unreadable)] == ["busy"]
    assert len(read) == 9
    assert reason_of(read[1][1]) == "reading it takes more than 0.3 seconds: give it in parts"


def test_a_report_whose_reader_does_nothing_is_set_aside_by_the_clock() -> None:
    read = list(outcomes(reports_of("a", "b" * 20_000, "asleep"), hang, 2, Bounds(seconds=1, waiting=4)))
    assert [report.text for report, outcome in read if isinstance(outcome, Unreadable)] == ["asleep"]


@pytest.mark.parametrize("workers", [1, 2])
def test_a_report_that_asks_for_too_much_memory_is_set_aside_and_its_neighbours_are_read(workers: int) -> None:
    texts = ["a", "large", "b", "c", "d", "large", *"efghijklm"]
    read = list(outcomes(reports_of(*texts), ask_for_memory, workers, Bounds(megabytes=500)))
    assert [report.text for report, _ in read] == texts
    assert {report.text for report, outcome in read if isinstance(outcome, Unreadable)} == {"large"}
    assert reason_of(read[1][1]) == "reading it takes more than 500 MB of memory: give it in parts"


def dying_at_once(*_: object) -> None:
    os._exit(3)


def test_processes_that_cannot_start_are_told_of_and_no_report_is_blamed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "serve", dying_at_once)
    with pytest.raises(WorkersCannotStart, match="exit code 3"):
        list(outcomes(reports_of("a", "b"), read_quietly, 2))


def test_one_worker_with_bounds_outlives_a_deadly_report() -> None:
    read = list(outcomes(reports_of("a", "deadly", "b"), read_or_die, 1, Bounds()))
    assert ["dead" if isinstance(outcome, Unreadable) else "read" for _, outcome in read] == ["read", "dead", "read"]


def test_a_long_report_may_take_longer() -> None:
    short, long = (Report("", "ب" * size, "") for size in (1, 2_000_000))
    assert Bounds(seconds=60).seconds_for((short,)) == pytest.approx(60, abs=0.1)
    assert Bounds(seconds=60).seconds_for((short, long)) == pytest.approx(60 + 180, abs=0.1)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_fault_of_the_reader_is_kept_with_its_place(workers: int) -> None:
    read = list(outcomes(reports_of("a", "fault", "b"), fail_on_faults, workers))
    fault = read[1][1]
    assert isinstance(fault, Unreadable)
    assert fault.reason.startswith("a fault of the reader: ZeroDivisionError: no reports (at test_runners.py:")
    assert isinstance(read[2][1], Reading)


def test_only_so_many_reports_are_taken_ahead_of_a_slow_one() -> None:
    taken = []

    def incoming() -> Iterator[Report]:
        for report in reports_of("slow", *["a"] * 500):
            taken.append(report)
            yield report

    first = next(iter(outcomes(incoming(), read_quietly, 2)))
    assert first[0].text == "slow"
    assert len(taken) < 150


def test_a_stream_is_never_far_ahead_of_what_was_given_out() -> None:
    taken, most = 0, 0

    def incoming() -> Iterator[Report]:
        nonlocal taken
        for report in reports_of(*["a"] * 5_000):
            taken += 1
            yield report

    for given_out, _ in enumerate(outcomes(incoming(), read_quietly, 2)):
        most = max(most, taken - given_out)
    assert (taken, most < 150) == (5_000, True)
