"""How well the project's own corpus is read: no figure falls below its floor."""

import json
from pathlib import Path

import pytest

from khabar.engine import read
from khabar.measures.figures import ORDER, Measured
from khabar.measures.gold import gold_in
from khabar.measures.reading_quality import measure

HERE = Path(__file__).parent
FLOORS: dict[str, float] = json.loads((HERE / "floors.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def measured() -> Measured:
    return measure((gold, read(gold.report)) for gold in gold_in(HERE / "corpus"))


def test_every_figure_has_a_floor() -> None:
    assert sorted(FLOORS) == sorted(ORDER)


@pytest.mark.parametrize("figure", ORDER)
def test_no_figure_falls_below_its_floor(measured: Measured, figure: str) -> None:
    value, floor = dict(measured.figures)[figure].f1, FLOORS[figure]
    faults = [f"  {fault.report_id}: {fault.kind}: {fault.what}" for fault in measured.faults if fault.figure == figure]
    shown = "\n".join(faults[:20])
    assert value >= floor, (
        f"{figure} is {value:.3f} on tests/corpus, below its floor of {floor:.3f}. Read wrongly:\n{shown}"
    )
