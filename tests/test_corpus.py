"""How well the project's own corpora are read, Arabic and English: no figure falls below its floor."""

import json
from pathlib import Path

import pytest

from khabar.engine import read
from khabar.measures.figures import ORDER, Measured
from khabar.measures.gold import gold_in
from khabar.measures.reading_quality import measure

HERE = Path(__file__).parent
FLOORS_OF = {"corpus": "floors.json", "corpus-en": "floors-en.json"}


def floors(corpus: str) -> dict[str, float]:
    found: dict[str, float] = json.loads((HERE / FLOORS_OF[corpus]).read_text(encoding="utf-8"))
    return found


@pytest.fixture(scope="module", params=FLOORS_OF)
def measured(request: pytest.FixtureRequest) -> tuple[str, Measured]:
    return request.param, measure((gold, read(gold.report)) for gold in gold_in(HERE / request.param))


@pytest.mark.parametrize("corpus", FLOORS_OF)
def test_every_figure_has_a_floor(corpus: str) -> None:
    assert sorted(floors(corpus)) == sorted(ORDER)


@pytest.mark.parametrize("figure", ORDER)
def test_no_figure_falls_below_its_floor(measured: tuple[str, Measured], figure: str) -> None:
    corpus, found = measured
    value, floor = dict(found.figures)[figure].f1, floors(corpus)[figure]
    faults = [f"  {fault.report_id}: {fault.kind}: {fault.what}" for fault in found.faults if fault.figure == figure]
    shown = "\n".join(faults[:20])
    assert value >= floor, (
        f"{figure} is {value:.3f} on tests/{corpus}, below its floor of {floor:.3f}. Read wrongly:\n{shown}"
    )
