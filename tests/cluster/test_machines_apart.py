"""On machines that share one wire and one folder, the archive is the same, though one of them is lost on the way."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

import pytest
from going import MADE, Going, readers_of
from machines import Lead, Machine, why_not, wired
from standing import Standing, standing_in

import khabar

pytestmark = pytest.mark.slow
# A machine that says nothing for so long is given up; and which Khabar is to be run on each.
SETTINGS = (
    "--conf spark.network.timeout=60s --conf spark.network.timeoutInterval=10s"
    " --conf spark.executor.heartbeatInterval=5s pyspark-shell"
)
SOURCES = [str(Path(khabar.__file__).parents[1]), os.environ.get("PYTHONPATH", "")]
PYTHON = {"PYTHONPATH": os.pathsep.join(filter(None, SOURCES)), "PYSPARK_PYTHON": sys.executable}
LOSSES: dict[str, Callable[[Machine], None]] = {"its power": Machine.kill, "its wire": Machine.cut}
OF_SPARK = "org.apache.spark.deploy"


@dataclass(frozen=True, slots=True)
class Apart:
    """A cluster of machines that are apart."""

    lead: Lead
    master: str
    machines: tuple[Machine, ...]


@pytest.fixture
def apart(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Apart]:
    """A master of Spark's and two machines that wait for work; of what tests write these see the shared folder alone."""
    if lacking := why_not():
        pytest.skip(lacking)
    from pyspark.find_spark_home import _find_spark_home

    run = ["env", *(f"{name}={value}" for name, value in PYTHON.items()), f"{_find_spark_home()}/bin/spark-class"]
    hidden = tmp_path_factory.getbasetemp()
    with wired() as lead, ExitStack() as held:
        master = f"spark://{lead.address}:7077"
        lead.start([*run, f"{OF_SPARK}.master.Master", "--host", lead.address, "--port", "7077"], hidden / "lead.log")
        machines = []
        for number in (2, 3):
            work = [*run, f"{OF_SPARK}.worker.Worker", "--host", lead.address_of(number), "--cores", "1", master]
            machines.append(held.enter_context(Machine(f"m{number}", number, hidden, made.parent, lead, work)))
        yield Apart(lead, master, tuple(machines))


@pytest.mark.parametrize("lost", LOSSES)
def test_a_machine_that_loses_something_takes_nothing_with_it(
    lost: str, apart: Apart, made: Path, made_here: Standing, tmp_path: Path
) -> None:
    parts = made.parent / f"parts without {lost}"
    told = PYTHON | {"PYSPARK_SUBMIT_ARGS": SETTINGS}
    going = Going(tmp_path / "a.khabar", made, 20_000, apart.master, parts, apart.lead.within, told)
    going.wait_for(lambda: going.is_to_be_read() and all(readers_of(one.pids()) for one in apart.machines))
    LOSSES[lost](apart.machines[0])
    assert going.committed() == 0
    assert f"new={MADE}," in going.end()
    assert len(going.keys_read()) == len(set(going.keys_read())) == MADE
    assert standing_in(tmp_path / "a.khabar") == made_here
