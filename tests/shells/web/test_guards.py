"""What is refused before a page is even looked for, and what every answer says to the browser."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient
from web_reader import reader_of

from khabar.shells.listening import LARGEST_BODY
from khabar.shells.web.guards import LONGEST_ADDRESS
from khabar.shells.web.rates import Rates
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


class Clock:
    """A clock that is set by hand."""

    now = 0.0

    def __call__(self) -> float:
        return self.now


def test_an_address_that_asks_too_fast_has_to_wait_and_others_have_not() -> None:
    clock = Clock()
    rates = Rates(2, 4, clock)
    assert [rates.allows("192.0.2.1") for _ in range(5)] == [True] * 4 + [False]
    assert rates.allows("192.0.2.2")
    clock.now = 1.0
    assert [rates.allows("192.0.2.1") for _ in range(3)] == [True, True, False]
    clock.now = 1000.0
    assert [rates.allows("192.0.2.1") for _ in range(5)] == [True] * 4 + [False], "rest is not saved up without end"


def test_who_has_a_whole_network_is_one() -> None:
    rates = Rates(1, 2, Clock())
    assert [rates.allows(f"2001:db8:1:2::{n}") for n in range(3)] == [True, True, False]
    assert rates.allows("2001:db8:1:3::1")
    assert [rates.allows(address) for address in ("::ffff:192.0.2.1", "192.0.2.1", "192.0.2.1")] == [True, True, False]


def test_addresses_that_were_silent_longest_are_forgotten_and_the_rest_is_not() -> None:
    clock = Clock()
    rates = Rates(1, 1, clock)
    assert rates.allows("192.0.2.1")
    for n in range(9_999):
        assert rates.allows(f"10.0.{n // 256}.{n % 256}")
    assert not rates.allows("10.0.0.0")
    assert not rates.allows("192.0.2.1")


def test_only_what_other_machines_can_reach_is_slowed_down(demo: Path) -> None:
    public = reader_of(demo, host="192.0.2.7", rate=1)
    answers = [public.get("/api/v1/health", headers={"host": "192.0.2.7"}) for _ in range(30)]
    refused = [answer for answer in answers if answer.status_code == 429]
    assert refused
    assert refused[0].headers["retry-after"] == "1"
    assert refused[0].json()["error"]["status"] == 429
    local = reader_of(demo, rate=1)
    assert {local.get("/api/v1/health").status_code for _ in range(30)} == {200}


@pytest.mark.parametrize(
    ("host", "name", "answers"),
    [
        ("0.0.0.0", "192.0.2.7", True),
        ("0.0.0.0", "localhost", True),
        ("::", "[2001:db8::1]", True),
        ("::1", "[::1]", True),
        ("2001:db8::1", "[2001:db8::1]", True),
        ("0.0.0.0", "evil.example", False),
        ("0.0.0.0", "", False),
        ("192.0.2.7", "192.0.2.8", False),
        ("127.0.0.1", "192.0.2.7", False),
    ],
)
def test_a_name_is_answered_that_no_other_site_can_lead_here(host: str, name: str, answers: bool) -> None:
    assert Settings(Path("a.khabar"), host=host).answers_to(name) is answers
