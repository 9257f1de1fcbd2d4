"""Spark on this machine, begun once for all tests that ask it."""

import os
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from going import MADE
from growing import make
from standing import Standing, standing_in

from khabar.builds import build
from khabar.reports.intake import reports_in
from khabar.store.archive import Archive

DEMO = Path(__file__).parents[2] / "demo" / "reports"


def no_spark() -> str | None:
    """What to do where Spark cannot be had; None: it is here."""
    if find_spec("pyspark") is None or shutil.which("java") is None:
        return "no Spark here: it needs pip install 'khabar[spark]' and Java 17"
    return None


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """A session with two processes that read, and four tries."""
    if lacking := no_spark():
        pytest.skip(lacking)
    from khabar.cluster.spark import session

    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, [str(Path(__file__).parent), before]))
    try:
        with session("local[2,4]") as one:
            yield one
    finally:
        os.environ.pop("PYTHONPATH")
        if before is not None:
            os.environ["PYTHONPATH"] = before


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Reports enough for two machines to read for a while, in a folder that may be shared."""
    if lacking := no_spark():
        pytest.skip(lacking)
    folder = tmp_path_factory.mktemp("shared") / "reports"
    folder.mkdir()
    make(DEMO, folder / "made.jsonl", MADE, 1, "")
    return folder


@pytest.fixture(scope="session")
def made_here(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Standing:
    """What stands in the archive that this machine builds of them."""
    path = tmp_path_factory.mktemp("here") / "a.khabar"
    with Archive.to_write(path) as archive:
        assert build(archive, reports_in([made]), 2).new == MADE
    return standing_in(path)
