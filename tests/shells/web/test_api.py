"""The API gives what the command line gives, part by part, and tells of trouble in one shape."""

import asyncio
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlencode

import httpx2
import jsonschema
import pytest
from apart import run_apart
from command_line import run
from starlette.testclient import TestClient
from web_reader import reader_of

from khabar.shells.listening import LARGEST_BODY
from khabar.shells.web.app import application
from khabar.shells.web.guards import LONGEST_ADDRESS
from khabar.shells.web.settings import Settings

API = "/api/v1"
PAIR = ("روسيا", "كوريا الشمالية")

# what is asked of the API, and the same asked of the command line; where its JSON holds more, the part that is meant
LISTS: dict[str, tuple[str, tuple[str, ...], str | None]] = {
    "timeline": ("/timeline", ("timeline",), None),
    "timeline of all": (
        "/timeline?all=true&undated=true&from=2023-09&to=2023&about=روسيا",
        ("timeline", "--all", "--undated", "--from", "2023-09", "--to", "2023", "--about", "روسيا"),
        None,
    ),
    "claims": ("/claims", ("claims",), "claims"),
    "claims disputed": ("/claims?verdict=disputed&about=روسيا", ("claims", "--verdict", "disputed", "--about", "روسيا"), "claims"),
    "contradictions": ("/contradictions", ("contradictions",), None),
    "stories": ("/stories?about=روسيا", ("stories", "--about", "روسيا"), None),
    "lineages": ("/lineages", ("lineage",), None),
    "exchanges": (
        f"/exchanges?between={PAIR[0]}&between={PAIR[1]}&goods=arms",
        ("exchanges", "--between", *PAIR, "--goods", "arms"),
        "exchanges",
    ),
    "exchanges flagged": ("/exchanges?flagged=true", ("exchanges", "--flagged"), "exchanges"),
    "sums": ("/exchanges/sums", ("exchanges",), "sums"),
    "relations": (f"/relations?of={PAIR[0]}&dealings=1000", ("relations", PAIR[0]), None),
    "relation": (f"/relations?of={PAIR[0]}&with={PAIR[1]}&dealings=1000", ("relations", *PAIR), None),
    "measures": ("/measures?about=1718", ("measures", "1718"), None),
    "search": ("/search?q=السفينة", ("search", "السفينة"), None),
    "search narrowed": (
        "/search?q=السفينة&verdict=single-origin&stance=asserts&from=2023",
        ("search", "السفينة", "--verdict", "single-origin", "--stance", "asserts", "--from", "2023"),
        None,
    ),
    "explain": ("/explain?label=say.nafa/verb:object", ("explain", "say.nafa/verb:object"), None),
    "labels": ("/labels", ("explain", "--all"), "labels"),
}  # fmt: skip
KEPT = {"claims": "claims", "exchanges": "exchanges", "actors": "actors"}


def said(*given: str, of: Path) -> Any:
    without = {"measures", "explain"}
    told = run(*given, *(() if given[0] in without else ("--archive", of)), "--json")
    assert (told.returncode, told.stderr) == (0, "")
    return json.loads(told.stdout)


def parts(reader: TestClient, address: str, limit: int) -> Iterator[Any]:
    """The answers, from one `next` to the other."""
    following: str | None = f"{API}{address}{'&' if '?' in address else '?'}limit={limit}"
    while following:
        answer = reader.get(following)
        assert answer.status_code == 200
        yield answer.json()
        following = answer.json()["next"]


def ids_of(view: str, demo: Path) -> list[str]:
    told = said(view, of=demo)
    listed = told[view] if isinstance(told, dict) else told
    return [one["exchange"]["id"] if view == "exchanges" else one["id"] for one in listed]


@pytest.mark.parametrize("name", LISTS)
def test_a_list_is_the_command_lines_in_parts(reader: TestClient, demo: Path, name: str) -> None:
    address, asked, within = LISTS[name]
    wanted = said(*asked, of=demo)
    wanted = wanted[within] if within else wanted
    given = list(parts(reader, address, limit=7 if len(wanted) < 100 else 50))
    assert [item for part in given for item in part["items"]] == wanted
    assert wanted
    assert {part["total"] for part in given} == {len(wanted)}
    assert [part["offset"] for part in given] == [sum(len(p["items"]) for p in given[:n]) for n in range(len(given))]


@pytest.mark.parametrize("about", ["بوتين", "روسيا"])
def test_actors_are_listed_as_the_command_line_has_them_without_the_words_that_name_them(
    reader: TestClient, demo: Path, about: str
) -> None:
    whole = said("actors", "--about", about, of=demo)
    brief = [one for part in parts(reader, f"/actors?about={about}", limit=7) for one in part["items"]]
    assert [one["id"] for one in brief] == [one["id"] for one in whole]
    assert [(one["name"], one.get("also")) for one in brief] == [(one["name"], one.get("also")) for one in whole]
    assert [one["reports"] for one in brief] == [len(one["reports"]) for one in whole]
    assert all(len(json.dumps(one, ensure_ascii=False)) < 2000 for one in brief)


@pytest.mark.parametrize("view", KEPT)
def test_one_thing_is_what_show_shows(reader: TestClient, demo: Path, view: str) -> None:
    for own_id in ids_of(view, demo)[:5]:
        assert reader.get(f"{API}/{view}/{own_id}").json() == said("show", own_id, of=demo)


def test_a_report_is_what_show_shows_and_every_card_leads_to_one(reader: TestClient, demo: Path) -> None:
    cards = [card for part in parts(reader, "/reports", limit=5) for card in part["items"]]
    assert len(cards) == reader.get(f"{API}/overview").json()["reports"]
    assert [card["published"] for card in cards] == sorted((card["published"] for card in cards), reverse=True)
    for card in cards[:3]:
        assert reader.get(f"{API}/reports/{quote(card['id'])}").json() == said("show", card["id"], of=demo)


def test_a_story_is_the_one_of_the_list(reader: TestClient) -> None:
    listed = reader.get(f"{API}/stories").json()["items"]
    assert reader.get(f"{API}/stories/{listed[0]['story']['id']}").json() == listed[0]


def test_the_counts_of_a_timeline_add_up_to_it(reader: TestClient) -> None:
    whole = reader.get(f"{API}/timeline?limit=1").json()["total"]
    for by in ("year", "month"):
        counts = reader.get(f"{API}/timeline/counts?by={by}&limit=200").json()["items"]
        assert sum(count["claims"] for count in counts) == whole


def test_the_questions_that_are_listed_are_answered(reader: TestClient) -> None:
    listed = reader.get(API).json()
    assert reader.get(listed["document"]).status_code == 200
    needed = {"/relations": {"of": PAIR[0]}, "/search": {"q": "سفينة"}, "/explain": {"label": "known"}}
    for question in listed["questions"]:
        if "{" not in question["address"]:
            more = urlencode(needed.get(question["address"].removeprefix(API), {}))
            assert reader.get(f"{question['address']}?{more}").status_code == 200, question
        assert question["asks"]


def strict(schema: Any) -> Any:
    """The same, with no field allowed that it does not tell."""
    if isinstance(schema, list):
        return [strict(one) for one in schema]
    if not isinstance(schema, dict):
        return schema
    told = {name: strict(one) for name, one in schema.items()}
    return {**told, "additionalProperties": False} if isinstance(told.get("properties"), dict) else told


def test_every_answer_has_just_the_fields_that_the_document_tells(reader: TestClient, demo: Path) -> None:
    document = reader.get(f"{API}/openapi.json").json()
    of_view = {"stories": reader.get(f"{API}/stories").json()["items"][0]["story"]["id"], "reports": "oil-2024-05-03"}
    of_view |= {view: ids_of(view, demo)[0] for view in KEPT}
    needed = {"/relations": {"of": PAIR[0]}, "/search": {"q": "سفينة"}, "/explain": {"label": "say.nafa/verb:object"}}
    for address, told in document["paths"].items():
        path = address.format(own_id=of_view.get(address.split("/")[3], "") if "{" in address else "")
        answer = reader.get(f"{path}?{urlencode(needed.get(address.removeprefix(API), {}))}")
        schema = told["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        whole = strict({"components": document["components"], **schema})
        jsonschema.Draft202012Validator(whole).validate(answer.json())


@pytest.mark.parametrize(
    ("address", "status", "kind"),
    [
        ("/none", 404, "NoSuchPage"),
        ("/claims/cffffffff", 404, "NotInArchive"),
        ("/reports/no-such", 404, "NotInArchive"),
        ("/stories/sffffffff", 404, "NotInArchive"),
        ("/stories/s", 300, "AmbiguousId"),
        ("/explain?label=say.nonsense", 404, "UnknownLabel"),
        ("/claims?verdict=true", 422, "BadQuestion"),
        ("/claims?from=2024-02-31", 422, "BadQuestion"),
        ("/timeline?from=2024&to=2023", 422, "NothingBetween"),
        ("/exchanges?between=one", 422, "BadQuestion"),
        ("/claims?limit=201", 422, "BadQuestion"),
        ("/relations", 422, "BadQuestion"),
        (f"/claims?about={'x' * LONGEST_ADDRESS}", 414, "Refused"),
    ],
)
def test_trouble_has_one_shape_and_says_what_to_do(reader: TestClient, address: str, status: int, kind: str) -> None:
    answer = reader.get(f"{API}{address}")
    assert answer.status_code == status
    error = answer.json()["error"]
    assert (error["status"], error["kind"]) == (status, kind)
    assert len(error["message"]) > 10


def test_what_is_refused_before_it_is_read_has_that_shape_too(reader: TestClient) -> None:
    refused = {
        421: reader.get(f"{API}/claims", headers={"host": "evil.example"}),
        413: reader.post(f"{API}/claims", content=b"x" * (LARGEST_BODY + 1)),
        405: reader.post(f"{API}/claims"),
    }
    assert {status: answer.json()["error"]["status"] for status, answer in refused.items()} == {s: s for s in refused}
    assert refused[405].headers["allow"] == "GET"


def test_where_the_archive_lies_is_not_told(demo: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "gone.khabar"
    for reader, address in ((reader_of(demo), "/claims/cffffffff"), (reader_of(elsewhere), "/claims")):
        message = reader.get(f"{API}{address}").json()["error"]["message"]
        assert ".khabar" in message
        assert str(demo.parent) not in message
        assert str(tmp_path) not in message


def test_health_says_whether_the_archive_can_be_read(reader: TestClient, tmp_path: Path) -> None:
    well = reader.get(f"{API}/health")
    assert (well.status_code, well.json()["is_weighed"]) == (200, True)
    assert "etag" not in well.headers
    ill = reader_of(tmp_path / "none.khabar").get(f"{API}/health")
    assert (ill.status_code, ill.json()["error"]["kind"]) == (503, "NoArchive")


@pytest.mark.parametrize("address", [f"{API}/claims?limit=3", "/en/claims"])
def test_head_is_answered_as_get_but_for_the_answer(reader: TestClient, address: str) -> None:
    whole, head = reader.get(address), reader.head(address)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers == whole.headers
    assert reader.get(address, headers={"if-none-match": head.headers["etag"]}).status_code == 304


def test_many_may_ask_at_once(demo: Path) -> None:
    """Each thread has the archive to itself, whichever thread began to answer."""

    async def ask() -> list[int]:
        there = httpx2.ASGITransport(application(Settings(demo)))
        async with httpx2.AsyncClient(transport=there, base_url="http://localhost") as client:
            asked = [f"{API}/claims?limit=1&offset={n}" for n in range(20)] + [
                f"/en/claims?offset={n}" for n in range(20)
            ]
            return [answer.status_code for answer in await asyncio.gather(*map(client.get, asked))]

    assert set(run_apart(ask())) == {200}


@pytest.mark.parametrize("address", ["/timeline?abuot=x", "/claims?limit=1&since=2024", "/labels?kind=verdict"])
def test_a_field_that_the_question_does_not_have_is_refused(reader: TestClient, address: str) -> None:
    answer = reader.get(f"{API}{address}")
    assert answer.status_code == 422
    assert "no such field here" in answer.json()["error"]["message"] or "nothing is asked" in answer.text


def test_a_story_that_is_not_there_has_no_contradictions_to_list(reader: TestClient) -> None:
    assert reader.get(f"{API}/contradictions?story=no-such").status_code == 404


def test_a_lineage_tells_each_descent_once(reader: TestClient) -> None:
    (one,) = reader.get("/api/v1/lineages?limit=1").json()["items"]
    assert [descent["descent"]["report"] for descent in one["descents"]]
    assert "lineage" not in one
