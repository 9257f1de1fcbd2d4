"""Whoever kills a machine of the cluster, a process on it or the build itself, loses no report and doubles none."""

import os
import signal
from pathlib import Path

import pytest
from going import MADE, Going
from standing import Standing, standing_in

pytestmark = pytest.mark.slow


def test_a_machine_and_a_process_that_are_killed_lose_and_double_nothing(
    made: Path, made_here: Standing, tmp_path: Path
) -> None:
    archive = tmp_path / "a.khabar"
    going = Going(archive, made, 20_000)
    going.wait_for(going.is_reading)
    for victims in (going.machines, going.readers):
        first, *_ = victims()
        os.kill(first, signal.SIGKILL)
        assert going.committed() == 0
        going.wait_for(lambda gone=first: gone not in going.machines() and len(going.readers()) == 2)
    assert f"new={MADE}," in going.end()
    assert sorted(going.keys_read()) == sorted(set(going.keys_read()))
    assert standing_in(archive) == made_here


def test_a_build_that_is_killed_goes_on_with_what_was_not_read(made: Path, made_here: Standing, tmp_path: Path) -> None:
    archive = tmp_path / "a.khabar"
    first = Going(archive, made, 80)
    first.wait_for(lambda: first.committed() > 0 and first.is_reading())
    first.kill()
    before = first.keys_read()
    assert 0 < len(before) < MADE
    assert f"new={MADE}," in Going(archive, made, 80).end()
    after = first.keys_read()
    assert len(after) == len(set(after)) == MADE
    assert set(before) < set(after)
    assert standing_in(archive) == made_here
