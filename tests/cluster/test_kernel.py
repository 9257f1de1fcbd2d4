"""What machines do is the same here and on a cluster, to the byte, and no report can take others with it."""

import json
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest
from deadly_work import read_or_die

from khabar.cluster.intake import Intake, listed, placed
from khabar.cluster.kernel import read_in, taken_in, whole
from khabar.cluster.rows import CAME, FOUND, READ, Row, came
from khabar.cluster.tables import columns_of
from khabar.errors import OtherKhabar
from khabar.reports.told import Told
from khabar.values.report import Report
from khabar.versions import reader
from khabar.workers.bounds import Bounds

Kernel = Callable[[Iterable[pa.RecordBatch]], Iterable[pa.RecordBatch]]
Run = Callable[[Kernel, list[Row], pa.Schema, pa.Schema], list[Row]]
TEXT = "قال وزير النقل في عدن إن السفينة وصلت إلى الميناء أمس، ونفت الشركة ذلك."
READS = partial(read_in, bounds=Bounds(seconds=0.5, waiting=1000), version=reader())


def run_here(kernel: Kernel, rows: list[Row], taken: pa.Schema, given: pa.Schema) -> list[Row]:
    """By this process alone."""
    table = pa.Table.from_pylist(rows, taken)
    return pa.Table.from_batches(list(kernel(iter(table.to_batches()))), given).to_pylist()


@pytest.fixture(params=["here", "on Spark"])
def run(request: pytest.FixtureRequest) -> Run:
    if request.param == "here":
        return run_here
    spark: Any = request.getfixturevalue("spark")

    def run_on_spark(kernel: Kernel, rows: list[Row], taken: pa.Schema, given: pa.Schema) -> list[Row]:
        frame = spark.createDataFrame(pa.Table.from_pylist(rows, taken)).repartition(3)
        return frame.mapInArrow(kernel, columns_of(given)).toArrow().to_pylist()

    return run_on_spark


def reports_of(*texts: str) -> list[Row]:
    return [came(0, at, Report(f"r{at}", text, f"{at:064}")) for at, text in enumerate(texts)]


def by_key(rows: list[Row]) -> dict[str, Row]:
    assert len({row["key"] for row in rows}) == len(rows)
    return {row["key"]: row for row in rows}


def test_each_report_is_read_or_set_aside_with_the_reason(run: Run) -> None:
    texts = ("one", "deadly", "two", "faulty", "three", "endless", "four")
    rows = reports_of(*texts)
    found = by_key(run(partial(READS, work=read_or_die), rows, CAME, READ))
    told = [found[row["key"]] for row in rows]
    assert [
        text if row["mark"] else json.loads(row["outcome"])["reason"] for text, row in zip(texts, told, strict=True)
    ] == [
        "one",
        "it ended the process that read it (signal 9), 2 times",
        "two",
        "a fault of the reader: ZeroDivisionError: no reports (at deadly_work.py:14)",
        "three",
        "reading it takes more than 0.5 seconds: give it in parts",
        "four",
    ]


def test_readings_and_digests_are_the_same_wherever_they_are_made(spark: Any, run: Run) -> None:
    rows = reports_of(TEXT, "Le ministre a déclaré lundi que le navire avait atteint le port.", TEXT + TEXT)
    kernel = partial(read_in, bounds=Bounds(), version=reader(), work=whole)
    found = by_key(run(kernel, rows, CAME, READ))
    assert found == by_key(run_here(kernel, rows, CAME, READ))
    assert [bool(found[row["key"]]["digest"]) for row in rows] == [True, False, True]


def test_every_file_is_taken_in_with_what_is_wrong_with_it(run: Run, tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(f'{{"text": "{TEXT}"}}\n{{"text": \n', encoding="utf-8")
    (tmp_path / "b.zip").write_bytes(b"PK\x03\x04 and no more")
    (tmp_path / "c.txt").write_text(TEXT, encoding="utf-8")
    rows = [placed(n, *one) for n, one in enumerate([*listed(tmp_path), *listed(tmp_path / "missing")])]
    intake = Intake(Told(outlet="الميناء"))
    found = sorted(run(partial(taken_in, intake=intake), rows, FOUND, CAME), key=lambda row: (row["file"], row["item"]))
    assert found == run_here(partial(taken_in, intake=intake), rows, FOUND, CAME)
    assert [row["key"] is not None for row in found] == [True, False, False, True, False]
    assert json.loads(found[0]["told"])["outlet"] == "الميناء"
    assert json.loads(found[4]["told"])["reason"] == "there is no such file or folder"


def test_a_machine_with_another_khabar_reads_nothing() -> None:
    with pytest.raises(OtherKhabar, match="the build was begun by another"):
        read_in(iter(()), Bounds(), "another", whole)
