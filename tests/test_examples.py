"""The notebooks of examples/ run from the first cell to the last, and say what stands in them."""

import json
import runpy
from pathlib import Path

import pytest

from khabar.builds import build
from khabar.reports.intake import reports_in
from khabar.store.archive import Archive

ROOT = Path(__file__).parent.parent
RUNNING = runpy.run_path(str(ROOT / "assets" / "notebook.py"))

pytest.importorskip("pandas", reason="NO PANDAS HERE: the notebooks are not run")
pytest.importorskip("polars", reason="NO POLARS HERE: the notebooks are not run")


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*.ipynb")), ids=lambda path: path.name)
def test_a_notebook_says_what_its_cells_say(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Archive.to_write(tmp_path / "demo.khabar") as archive:
        build(archive, reports_in([ROOT / "demo" / "reports"]), workers=1)
    monkeypatch.chdir(tmp_path)
    cells = list(RUNNING["ran"](json.loads(path.read_text(encoding="utf-8"))))
    assert len(cells) > 3
    assert [RUNNING["told"](cell) for cell, _ in cells] == [said for _, said in cells], "bring it up: make notebooks"
