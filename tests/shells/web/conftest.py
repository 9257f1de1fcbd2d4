"""The demo's archive, and one who reads its pages."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient
from web_reader import reader_of

from khabar.builds import build
from khabar.reports.intake import reports_in
from khabar.reports.told import Told
from khabar.store.archive import Archive

DEMO = Path(__file__).parents[3] / "demo" / "reports"


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.khabar"
    with Archive.to_write(path) as archive:
        build(archive, reports_in([DEMO], Told()), workers=1)
    return path


@pytest.fixture(scope="session")
def archive(demo: Path) -> Iterator[Archive]:
    with Archive.to_read(demo) as opened:
        yield opened


@pytest.fixture(scope="session")
def reader(demo: Path) -> TestClient:
    return reader_of(demo)
