"""The figures of a server count what was asked for by kind, and never tell whom it was about."""

from pathlib import Path

import pytest
from prometheus_client.openmetrics.parser import text_string_to_metric_families
from starlette.testclient import TestClient
from web_reader import reader_of

NOTHING: frozenset[str] = frozenset()


def figures(reader: TestClient) -> dict[tuple[str, frozenset[str]], float]:
    answer = reader.get("/metrics")
    assert answer.headers["content-type"].startswith("application/openmetrics-text")
    families = text_string_to_metric_families(answer.text)
    return {(one.name, frozenset(one.labels.values())): one.value for family in families for one in family.samples}


def test_each_request_is_counted_by_kind_and_outcome(demo: Path) -> None:
    reader = reader_of(demo)
    for address in ("/ar/claims", "/en/claims?about=روسيا", "/api/v1/claims", "/ar", "/ar/none"):
        reader.get(address)
    told = figures(reader)
    assert told["khabar_requests_total", frozenset({"claims", "GET", "200"})] == 2
    assert told["khabar_requests_total", frozenset({"api/claims", "GET", "200"})] == 1
    assert told["khabar_requests_total", frozenset({"start", "GET", "200"})] == 1
    assert told["khabar_requests_total", frozenset({"other", "GET", "404"})] == 1
    assert told["khabar_request_seconds_count", frozenset({"claims"})] == 2


def test_what_is_refused_is_counted_too(demo: Path) -> None:
    reader = reader_of(demo)
    reader.get("/ar/claims", headers={"host": "evil.example"})
    assert figures(reader)["khabar_requests_total", frozenset({"claims", "GET", "421"})] == 1


@pytest.mark.parametrize("address", ["/ar/actors/Q7747", "/ar/سري", "/secret/words", "/api/v1/actors/Q7747?about=x"])
def test_a_figure_tells_no_name(demo: Path, address: str) -> None:
    reader = reader_of(demo)
    reader.get(address)
    assert not {"Q7747", "سري", "secret", "words", "x"} & {label for _, labels in figures(reader) for label in labels}


def test_the_archive_is_told_in_figures(demo: Path) -> None:
    told = figures(reader_of(demo))
    assert told["khabar_archive_readable", NOTHING] == 1
    assert told["khabar_archive_reports", NOTHING] > 0
    assert told["khabar_archive_unweighed", NOTHING] == 0


def test_an_archive_that_is_gone_is_told(tmp_path: Path) -> None:
    assert figures(reader_of(tmp_path / "none.khabar"))["khabar_archive_readable", NOTHING] == 0


def test_the_figures_are_kept_from_other_sites(demo: Path) -> None:
    assert reader_of(demo).get("/metrics", headers={"host": "evil.example"}).status_code == 421
