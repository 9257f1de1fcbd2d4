"""Spark on this machine, begun once for all tests that ask it."""

import os
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """A session with two processes that read, and four tries."""
    if find_spec("pyspark") is None or shutil.which("java") is None:
        pytest.skip("no Spark here: it needs pip install 'khabar[spark]' and Java 17")
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
