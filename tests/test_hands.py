"""Tasks are done in their order by any number of processes, and outlive the death of any."""

import os
import signal
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest

from khabar.workers.hands import done_by_hands

TASKS = 100
Work = Callable[[int], int]


def doubled(task: int) -> int:
    return 2 * task


def doubled_unevenly(task: int) -> int:
    if task % 16 == 0:
        time.sleep(0.02)
    return doubled(task)


def dies_over_some(parent: int, task: int) -> int:
    """As a process does that the system kills: never the one that asked for the work."""
    if task % 40 == 7 and os.getpid() != parent:
        os.kill(os.getpid(), signal.SIGKILL)
    return doubled(task)


def fails_over_one(task: int) -> int:
    if task == 50:
        raise LookupError("nothing of that kind")
    return doubled(task)


@contextmanager
def prepared(work: Work, opened: Path | None = None) -> Iterator[Work]:
    if opened:
        (opened / str(os.getpid())).touch()
    yield work


@contextmanager
def cannot_begin() -> Iterator[Work]:
    raise OSError("no room")
    yield doubled


@pytest.mark.parametrize("number", [1, 2, 3])
def test_the_order_stays_with_any_number_of_processes(number: int) -> None:
    found = done_by_hands(range(TASKS), partial(prepared, doubled_unevenly), doubled, number)
    assert list(found) == [2 * task for task in range(TASKS)]


def test_they_prepare_themselves_once_and_are_others_than_this_process(tmp_path: Path) -> None:
    list(done_by_hands(range(TASKS), partial(prepared, doubled, tmp_path), doubled, 2))
    assert len(list(tmp_path.iterdir())) == 2
    assert not (tmp_path / str(os.getpid())).exists()


def test_what_processes_died_over_is_done_here_and_so_is_the_rest_when_none_is_left() -> None:
    work = partial(dies_over_some, os.getpid())
    assert list(done_by_hands(range(TASKS), partial(prepared, work), work, 2)) == [2 * task for task in range(TASKS)]


def test_processes_that_cannot_prepare_themselves_leave_all_to_this_one() -> None:
    assert list(done_by_hands(range(TASKS), cannot_begin, doubled, 2)) == [2 * task for task in range(TASKS)]


def test_a_fault_is_told_as_it_is_where_it_is_done_here() -> None:
    with pytest.raises(LookupError, match="nothing of that kind"):
        list(done_by_hands(range(TASKS), partial(prepared, fails_over_one), fails_over_one, 2))


def test_no_more_is_taken_in_than_can_soon_be_given_out() -> None:
    taken: list[int] = []

    def tasks() -> Iterator[int]:
        for task in range(10_000):
            taken.append(task)
            yield task

    found = done_by_hands(tasks(), partial(prepared, doubled), doubled, 2)
    assert next(found) == 0
    assert len(taken) < 1_000
    found.close()


def test_nothing_to_do_gives_nothing() -> None:
    assert list(done_by_hands([], partial(prepared, doubled), doubled, 2)) == []
