"""Nothing in a report becomes part of the pages that list and explain."""

from pathlib import Path

import pytest
from starlette.testclient import TestClient
from web_reader import Page, archive_of, reader_of

HOSTILE = "<img src=x onerror=alert(1)>\"'>{{7*7}}"
TEXTS = (
    f"سلمت شركة {HOSTILE} للنقل روسيا 200 صاروخ مقابل طائرات. وقال مسؤول {HOSTILE} إن الجسر أُغلق ومقتل 40 شخصا.",
    f"نفت شركة {HOSTILE} تسليم روسيا صواريخ. وقال مسؤول {HOSTILE} إن الجسر لم يُغلق، ومقتل 55 شخصا {HOSTILE}.",
)
VIEWS = ("stories", "contradictions", "exchanges", "actors", "copies", "measures", "search?q=شركة", "explain")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> TestClient:
    path: Path = tmp_path_factory.mktemp("hostile") / "h.khabar"
    return reader_of(archive_of(path, *TEXTS, TEXTS[0] + " انتهى.", outlet=HOSTILE))


@pytest.mark.parametrize("view", VIEWS)
def test_what_reports_say_stays_words(hostile: TestClient, view: str) -> None:
    waiting, seen = [f"/ar/{view}"], set()
    while waiting and len(seen) < 15:
        address = waiting.pop()
        seen.add(address)
        answer = hostile.get(address)
        page = Page(answer.text)
        assert page.scripts_within == 0, address
        assert all(load.startswith("/static/") for load in page.loads), address
        assert "49" not in page.words or "7*7" in page.words, address
        own = {link for link in page.own_links if link.startswith(f"/ar/{view.partition('?')[0]}/")}
        waiting += sorted(own - seen - set(waiting))


@pytest.mark.parametrize("view", ["stories?about=", "exchanges?giver=", "actors?about=", "search?q=", "copies?of="])
def test_what_is_asked_stays_words(hostile: TestClient, view: str) -> None:
    answer = hostile.get(f"/en/{view}{HOSTILE}")
    assert answer.status_code in (200, 404)
    assert Page(answer.text).scripts_within == 0
    assert all(load.startswith("/static/") for load in Page(answer.text).loads)
