"""What is refused before a page is even looked for, and what every answer says to the browser."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient
from web_reader import reader_of

from khabar.shells.web.guards import LARGEST_BODY, LONGEST_ADDRESS
from khabar.shells.web.settings import Settings


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8470", "localhost.evil.example", ""])
def test_another_name_for_this_machine_is_refused(reader: TestClient, host: str) -> None:
    assert reader.get("/ar", headers={"host": host}).status_code == 421


@pytest.mark.parametrize("host", ["localhost", "localhost:8470", "127.0.0.1:9", "[::1]:8470", "LocalHost"])
def test_this_machines_own_names_are_answered(reader: TestClient, host: str) -> None:
    assert reader.get("/ar", headers={"host": host}).status_code == 200


def test_a_name_that_was_given_at_the_start_is_answered(demo: Path) -> None:
    public = reader_of(demo, host="10.1.2.3", names=("khabar.example",))
    assert public.get("/ar", headers={"host": "khabar.example"}).status_code == 200
    assert public.get("/ar", headers={"host": "localhost"}).status_code == 421
    assert not Settings(demo, host="10.1.2.3").is_local


def test_an_address_or_a_body_too_long_is_refused(reader: TestClient) -> None:
    assert reader.get(f"/ar/claims?about={'x' * LONGEST_ADDRESS}").status_code == 414
    assert reader.post("/ar/claims", content=b"x" * (LARGEST_BODY + 1)).status_code == 413


@pytest.mark.parametrize("address", ["/ar", "/static/site.css", "/ar/none", "/ar/claims?from=x", "/"])
def test_every_answer_forbids_the_browser_to_run_or_load_anything_else(reader: TestClient, address: str) -> None:
    headers = reader.get(address).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


@pytest.mark.parametrize(
    "path",
    ["/static/../pages/start.py", "/static/%2e%2e/pages/start.py", "/static/..%2f..%2fapp.py", "/static//etc/passwd"],
)
def test_no_path_leads_out_of_the_files_that_are_served(reader: TestClient, path: str) -> None:
    answer = reader.get(path)
    assert answer.status_code in (400, 404)
    assert "router" not in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_pages_that_only_show_take_nothing(reader: TestClient, method: str) -> None:
    assert reader.request(method, "/ar/claims").status_code == 405
