"""An archive on a server is served, asked and corrected as one in a file is."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest
from command_line import run
from starlette.testclient import TestClient
from web_reader import Page, reader_of

import khabar
from khabar.shells.mcp.tools import Tools
from khabar.shells.shelves import Shelves
from khabar.store.archive import PATIENCE, Archive
from khabar.store.backups import back_up
from khabar.values.place import Server
from postgres_server import TestServer

REPORT = "treaty-2024-06-20"
TOKEN = "not-to-be-guessed"
SECRET = "s3cr3t-of-nobody"
ADDRESSES = (
    *("/ar", "/en", "/ar/timeline", "/ar/claims", "/ar/exchanges", "/ar/map", "/ar/actors", "/ar/stories"),
    *("/ar/contradictions", "/ar/copies", "/ar/relations", "/ar/reports", f"/ar/reports/{REPORT}", "/ar/review"),
    *("/ar/search?q=صواريخ", "/ar/search?q=روسيا", "/ar/timeline?about=روسيا", "/ar/claims?verdict=disputed"),
    *("/api/v1/claims?limit=20", "/api/v1/timeline", "/api/v1/search?q=كوريا", "/api/v1/reports", "/api/v1/actors"),
)


@pytest.fixture(scope="module")
def served(demo: Path, schema: Callable[[], Server]) -> Server:
    """The demo's archive, copied to the server."""
    place = schema()
    back_up(demo, place, PATIENCE)
    return replace(place, password=SECRET)


@pytest.fixture
def own(demo: Path, schema: Callable[[], Server]) -> Server:
    """Another copy, to be written to."""
    place = schema()
    back_up(demo, place, PATIENCE)
    return place


@pytest.fixture(scope="module")
def pages(served: Server) -> TestClient:
    return reader_of(served)


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_is_as_of_a_file(reader: TestClient, pages: TestClient, address: str) -> None:
    here, there = reader.get(address), pages.get(address)
    assert here.status_code == 200
    assert here.text == there.text


def test_links_of_the_first_pages_lead_to_the_same(reader: TestClient, pages: TestClient) -> None:
    links = sorted(
        {
            link
            for address in ("/ar/claims", "/ar/actors", "/ar/stories")
            for link in Page(reader.get(address).text).own_links
        }
    )
    assert len(links) > 30
    for link in links[::3]:
        assert reader.get(link).text == pages.get(link).text, link


def test_no_page_tells_where_the_archive_is_or_its_password(pages: TestClient, served: Server) -> None:
    for address in ("/ar/claims/c00000", "/ar/stories/none", "/api/v1/claims/c00000", "/ar"):
        told = pages.get(address).text
        for hidden in (SECRET, str(served.host), "postgresql:"):
            assert hidden not in told


def test_a_page_that_is_kept_gives_way_to_a_change_by_another(own: Server, tmp_path: Path) -> None:
    pages = reader_of(own)
    before = pages.get("/ar/reports")
    again = pages.get("/ar/reports", headers={"if-none-match": before.headers["etag"]})
    assert again.status_code == 304
    told = {"id": "later", "text": "قال وزير النقل إن السفينة غرقت.", "title": "غرق السفينة", "published": "2025-01-01"}
    file = tmp_path / "later.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    assert run("build", file, "--archive", str(own), "--workers", "1").returncode == 0
    assert "غرق السفينة" in pages.get("/ar/reports", headers={"if-none-match": before.headers["etag"]}).text


def test_reviewers_correct_at_once_and_every_page_shows_it(own: Server) -> None:
    with Archive.to_read(own) as archive:
        reading = archive.reading(REPORT)
        assert reading is not None
        items = [f"{REPORT}#{one.id}" for one in reading.attributions[:3]]

    def rule(item: str) -> int:
        reviewer = reader_of(own, token=TOKEN)
        reviewer.post("/ar/review/enter", data={"token": TOKEN, "name": f"by {item}"})
        return reviewer.post("/ar/review/correct", data={"item": item, "ruling": "wrong"}).status_code

    with ThreadPoolExecutor(3) as reviewers:
        assert all(status < 400 for status in reviewers.map(rule, items))
    shown = reader_of(own, token=TOKEN).get(f"/ar/reports/{REPORT}").text
    with Archive.to_read(own) as archive:
        assert {one.author for one in archive.corrections()} == {f"by {item}" for item in items}
    for item in items:
        assert f"by {item}" in shown


def test_a_server_that_is_started_again_is_asked_again(served: Server, postgres: TestServer) -> None:
    pages = reader_of(served)
    before = pages.get("/ar/claims").text
    postgres.stop()
    try:
        gone = pages.get("/ar/actors")
        assert gone.status_code == 503
        assert "does not answer" in gone.text
        assert SECRET not in gone.text
    finally:
        postgres.start()
    assert pages.get("/ar/claims").text == before


@pytest.mark.parametrize(
    "command",
    [
        ("timeline", "--json"),
        ("claims", "--json"),
        ("claims", "--about", "روسيا"),
        ("exchanges",),
        ("actors", "--json"),
        ("contradictions", "--json"),
        ("stories", "--json"),
        ("search", "صواريخ"),
        ("show", REPORT, "--json"),
        ("lineage", "--json"),
        ("review", "--json"),
        ("export", "--format", "facts"),
    ],
)
def test_every_command_says_what_it_says_of_a_file(command: tuple[str, ...], demo: Path, served: Server) -> None:
    here = run(*command, "--archive", demo)
    there = run(*command, "--archive", str(served), PGPASSWORD=SECRET)
    assert (here.returncode, here.stdout) == (there.returncode, there.stdout)
    assert here.stdout


def test_commands_name_the_server_without_its_password(served: Server) -> None:
    address = str(served).replace("@", f":{SECRET}@", 1)
    for command in (("show", "nothing"), ("recover", "new.khabar"), ("check",), ("search", "x")):
        told = run(*command, "--archive", address)
        assert SECRET not in told.stdout + told.stderr
    broken = run("claims", "--archive", f"postgresql://u:{SECRET}@h")
    assert broken.returncode == 2
    assert "names no database" in broken.stderr
    assert SECRET not in broken.stderr


def test_what_is_corrected_on_the_command_line_is_taken_back_by_its_key(own: Server) -> None:
    place = str(own)
    assert run("correct", f"{REPORT}#a1", "--wrong", "--by", "ليلى", "--archive", place).returncode == 0
    (said,) = json.loads(run("review", "--json", "--archive", place).stdout)
    assert "ليلى" in json.dumps(said, ensure_ascii=False)
    assert run("review", "--undo", said["key"], "--archive", place).returncode == 0
    assert json.loads(run("review", "--json", "--archive", place).stdout) == []


def test_from_python_and_for_assistants_it_is_opened_by_its_address(demo: Path, served: Server) -> None:
    with khabar.open(str(demo)) as here, khabar.open(str(served)) as there:
        assert there.timeline(limit=5) == here.timeline(limit=5)
        assert there.path == served
    one, other = (Tools(Shelves(place)).search_claims(about="روسيا") for place in (demo, served))
    assert one == other
