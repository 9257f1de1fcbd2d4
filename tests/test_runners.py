"""Reports are read in their order by any number of processes, and outlive the death of any."""

import os
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from khabar import runners
from khabar.runners import outcomes
from khabar.values.reading import Reading
from khabar.values.report import Report, Unreadable


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
    if report.text == "endless":
        time.sleep(60)
    return read_quietly(report)


def fail_on_faults(report: Report) -> Reading:
    if report.text == "fault":
        raise ZeroDivisionError("no reports")
    return read_quietly(report)


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
    assert all(isinstance(outcome, Reading) for _, outcome in outcomes(reports, die_once, 2))


def test_a_report_that_takes_for_ever_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runners, "PATIENCE", 1.0)
    read = list(outcomes(reports_of("a", "endless", "b"), hang, 2))
    assert [type(outcome) for _, outcome in read] == [Reading, Unreadable, Reading]
    assert read[1][1].reason == "it could not be read in 1 seconds"


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
    assert len(taken) < 100
