"""Sessions of Apache Spark: begun with no port open to others, ended whatever happens, their failures told in words."""

import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import khabar
from khabar.errors import ClusterFails, MissingPart

_GIST = 300  # characters of what Spark says
_EVERYWHERE = {
    "spark.sql.execution.arrow.maxRecordsPerBatch": "64",  # rows that go to a process at once: each may hold a book
    "spark.ui.showConsoleProgress": "false",  # a build has its own line
}
# A cluster that is this machine alone needs no port that others see, and no more partitions than it has processors.
_HERE = {
    "spark.driver.bindAddress": "127.0.0.1",
    "spark.driver.host": "127.0.0.1",
    "spark.log.level": "ERROR",
    "spark.sql.shuffle.partitions": "4",
    "spark.ui.enabled": "false",
}


@contextmanager
def session(master: str) -> Iterator[Any]:
    """A session on that cluster, or the one that this program has already; raises ClusterFails and MissingPart."""
    try:
        from py4j.protocol import Py4JError
        from pyspark.errors import PySparkException
        from pyspark.sql import SparkSession
    except ImportError as missing:
        raise MissingPart("--on", "spark") from missing
    before = SparkSession.getActiveSession()
    # Spark warns of a pandas that it does not know; what it needs of pandas here is only that it is there.
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", "PySpark does not yet fully support pandas", FutureWarning)
        try:
            spark = before or _started(master, SparkSession.builder)
            yield spark
        except (PySparkException, Py4JError) as error:
            raise ClusterFails(master, _gist(error)) from error
        finally:
            if before is None and "spark" in locals():
                with suppress(Py4JError, OSError):  # it may be gone
                    spark.stop()


def _started(master: str, builder: Any) -> Any:
    settings = dict(_EVERYWHERE)
    if master.startswith("local"):
        settings |= _HERE | {"spark.executorEnv.PYTHONPATH": str(Path(khabar.__file__).parents[1])}
        os.environ.setdefault("SPARK_LOCAL_IP", "127.0.0.1")
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
    builder = builder.master(master).appName("khabar build")
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


def _gist(error: Exception) -> str:
    """What Spark says first; of a fault in a process, its last line, which names it; of one in Java, what Java says."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    ours = [line for line in lines if line.startswith("khabar.errors.")]
    of_java = [line.removeprefix(": ") for line in lines if line.startswith(": ")]
    return (ours or of_java or lines or [type(error).__name__])[0].removeprefix("khabar.errors.")[:_GIST]
