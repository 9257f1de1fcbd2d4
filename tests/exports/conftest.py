"""An archive of the demo's reports, and its export of facts."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from khabar.builds import build
from khabar.exports.formats import FORMATS
from khabar.exports.named import Format
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


@pytest.fixture(scope="session")
def demo_facts(demo: Selection, tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("facts") / "demo.facts"
    FORMATS[Format.FACTS].write(demo, to)
    return to
