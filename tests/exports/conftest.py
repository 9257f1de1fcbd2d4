"""An archive of the demo's reports."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from khabar.builds import build
from khabar.exports.selection import Selection, Wanted, selected
from khabar.reports.intake import reports_in
from khabar.store.archive import Archive

DEMO = Path(__file__).parents[2] / "demo" / "reports"


@pytest.fixture(scope="session")
def demo_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("exports") / "archive.khabar"
    with Archive.to_write(path) as archive:
        build(archive, reports_in([DEMO]), 1)
    return path


@pytest.fixture(scope="session")
def demo(demo_path: Path) -> Iterator[Selection]:
    with Archive.to_read(demo_path) as archive:
        yield selected(archive, Wanted())
