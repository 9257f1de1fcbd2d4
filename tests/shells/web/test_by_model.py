"""An archive that a language model read says so wherever it is asked."""

import json
from pathlib import Path

import pytest
from proposed import REPORT, good
from proposed import reader as reading_model
from starlette.testclient import TestClient
from web_reader import reader_of

from khabar.builds import build
from khabar.shells.mcp.serving import server_of
from khabar.store.archive import Archive


@pytest.fixture(scope="module")
def by_model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("by-model") / "m.khabar"
    with Archive.to_write(path) as archive:
        build(archive, [REPORT], by=reading_model(json.dumps(good(), ensure_ascii=False)).as_reader())
    return path


@pytest.mark.parametrize(
    "page", ["/ar", "/en", "/en/claims", "/ar/claims", "/ar/reports/r", "/ar/actors", "/ar/search?q=غانا"]
)
def test_every_page_says_so(by_model: Path, page: str, reader: TestClient) -> None:
    told = reader_of(by_model).get(page)
    assert told.status_code == 200
    banner = "The language model small read these reports" if "/en" in page else "النموذج اللغوي small"
    assert banner in told.text
    assert "النموذج اللغوي" not in reader.get("/ar").text


def test_the_api_says_so(by_model: Path, reader: TestClient) -> None:
    asking = reader_of(by_model)
    assert asking.get("/api/v1/overview").json()["model"] == "small"
    assert asking.get("/api/v1/reports/r").json()["model"] == "small"
    assert reader.get("/api/v1/overview").json()["model"] is None


def test_assistants_are_told(by_model: Path, demo: Path) -> None:
    assert "The language model small read these reports" in (server_of(by_model).instructions or "")
    assert "language model" not in (server_of(demo).instructions or "")
