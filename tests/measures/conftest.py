"""The annotated report, as it is read from its file."""

import json
from pathlib import Path

import pytest
from measured_samples import GOLD

from khabar.measures.gold import GoldReport, gold_in


@pytest.fixture
def gold(tmp_path: Path) -> GoldReport:
    (tmp_path / "g1.json").write_text(json.dumps(GOLD), encoding="utf-8")
    (report,) = gold_in(tmp_path)
    return report
