"""`khabar mcp`: an assistant asks, and every answer leads back to words in a report."""

import json
import re
import subprocess
import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import jsonschema
import pytest
from apart import run_apart
from command_line import run
from mcp import Client
from mcp.client.stdio import StdioServerParameters
from served import answered
from test_raw_requests import TWO_ENDS

from khabar.builds import build
from khabar.reports.intake import reports_in
from khabar.reports.told import Told
from khabar.shells.listening import LARGEST_BODY
from khabar.shells.mcp.serving import server_of
from khabar.store.archive import Archive

ROOT = Path(__file__).parents[2]
COMMAND = ["-c", "from khabar.shells.cli import main; main()", "mcp"]
ASKED: dict[str, dict[str, Any]] = {
    "search_reports": {"words": "السفينة"},
    "search_claims": {"about": "روسيا", "verdict": "disputed"},
    "timeline": {"since": "2023-09", "until": "2023"},
    "exchanges": {"between": ["روسيا", "كوريا الشمالية"]},
    "relations": {"one": "روسيا", "other": "كوريا الشمالية"},
    "actor": {"name": "بوتين"},
    "contradictions": {},
}
READS = [*ASKED, "overview", "get_claim", "report"]


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("mcp") / "demo.khabar"
    with Archive.to_write(path) as archive:
        build(archive, reports_in([ROOT / "demo" / "reports"], Told()), workers=1)
    return path


def talk(server: Any, say: Callable[[Client], Awaitable[Any]]) -> Any:
    async def talking() -> Any:
        async with Client(server) as client:
            return await say(client)

    return run_apart(talking())


def answer(demo: Path, tool: str, **asked: Any) -> Any:
    told = talk(server_of(demo), lambda client: client.call_tool(tool, asked))
    assert not told.is_error, told.content
    return told.structured_content


def passages(told: Any) -> Iterator[dict[str, Any]]:
    if isinstance(told, dict):
        if "quote" in told:
            yield told
        told = list(told.values())
    if isinstance(told, list):
        for one in told:
            yield from passages(one)


def all_stand_where_they_say(demo: Path, told: Any) -> bool:
    found = list(passages(told))
    with Archive.to_read(demo) as archive:
        for one in found:
            report = archive.report(one["report"])
            assert report.text[one["start"] : one["end"]] == one["quote"]
            assert (report.outlet, str(report.published)) == (one["outlet"], one["published"])
            assert one["quote"] in one["sentence"]
    return bool(found)


@pytest.mark.parametrize("tool", ASKED)
def test_every_item_of_an_answer_leads_back_to_words_in_a_report(demo: Path, tool: str) -> None:
    told = answer(demo, tool, **ASKED[tool])
    assert told["items"]
    assert all(all_stand_where_they_say(demo, item) for item in told["items"])
    cut = answer(demo, tool, **ASKED[tool], limit=1, offset=1)
    assert cut["total"] == told["total"]
    assert cut["items"] == told["items"][1:2]


def test_a_claim_is_given_with_all_its_evidence_and_what_its_reasons_mean(demo: Path) -> None:
    listed = answer(demo, "search_claims", verdict="disputed")["items"]
    for claim in listed:
        told = answer(demo, "get_claim", id=claim["id"])
        assert all_stand_where_they_say(demo, told)
        assert len(told["claim"]["evidence"]) == claim["positions"]
        assert {"asserts", "denies"} <= {said["stance"] for said in claim["evidence"]}, "no side is left out of a list"
        assert all(reason["means"] for reason in told["reasons"])


def test_a_report_is_given_with_its_text_and_what_was_read_in_it(demo: Path) -> None:
    told = answer(demo, "report", id="oil-2024-05-03")
    assert all_stand_where_they_say(demo, told)
    assert told["sayings"]
    assert told["events"]
    assert {one["report"] for one in passages(told)} == {"oil-2024-05-03"}


@pytest.mark.parametrize(
    ("tool", "asked", "says"),
    [
        ("get_claim", {"id": "cffffffff"}, "holds no report, claim"),
        ("report", {"id": "no-such"}, "search_reports finds words"),
        ("timeline", {"abuot": "روسيا"}, "It takes about, since"),
        ("contradictions", {"story": "no-such"}, "holds no"),
        ("timeline", {"since": "last week"}, "is no date"),
        ("timeline", {"since": "2024", "until": "2023"}, "nothing lies between"),
        ("search_claims", {"verdict": "true"}, "verdict"),
        ("search_claims", {"limit": 1000}, "limit"),
        ("search_reports", {"words": "ب" * 10_000_000}, "words: more than 4000 letters"),
        ("report", {"id": "x" * 10_000_000}, "id: more than 4000 letters"),
        ("exchanges", {"between": ["روسيا" * 1000, ""]}, "between: more than 4000 letters"),
        ("timeline", {f"{n}" * 1000: n for n in range(9999)}, "It takes about, since"),
    ],
)
def test_what_cannot_be_answered_is_told_in_words(demo: Path, tool: str, asked: dict[str, Any], says: str) -> None:
    told = talk(server_of(demo), lambda client: client.call_tool(tool, asked))
    assert told.is_error
    assert says in told.content[0].text
    assert len(told.content[0].text) < 3000


@pytest.mark.parametrize(
    ("asked", "hint"),
    [
        ({"about": "Atlantis"}, "No one here is called Atlantis"),
        ({"about": "روسيا", "since": "1990", "until": "1991"}, "fewer fields"),
        ({"offset": 9000}, "the offset leaves all of them out"),
    ],
)
def test_an_empty_answer_says_what_to_do(demo: Path, asked: dict[str, Any], hint: str) -> None:
    assert hint in answer(demo, "search_claims", **asked)["hint"]


@pytest.mark.parametrize(("tool", "asked"), [*ASKED.items(), ("overview", {}), ("report", {"id": "oil-2024-05-03"})])
def test_what_is_not_told_is_left_out_as_the_form_of_the_answer_says(
    demo: Path, tool: str, asked: dict[str, Any]
) -> None:
    async def forms(client: Client) -> Any:
        return {one.name: one.output_schema for one in (await client.list_tools()).tools}

    told = answer(demo, tool, **asked)
    assert "null" not in json.dumps(told)
    jsonschema.validate(told, talk(server_of(demo), forms)[tool])


@pytest.mark.parametrize("tool", ASKED)
def test_an_answer_is_short_enough_to_be_read_whole(demo: Path, tool: str) -> None:
    told = talk(server_of(demo), lambda client: client.call_tool(tool, ASKED[tool]))
    (text,) = told.content
    assert len(text.text) < 30_000
    assert "null" not in text.text
    assert "\n" not in text.text


def test_an_archive_is_told_in_figures(demo: Path) -> None:
    told = answer(demo, "overview")
    assert told["reports"] == sum(told["outlets"].values())
    assert told["first"] < told["last"]
    assert told["claims"] == sum(told["verdicts"].values())


def over_the_streams(demo: Path) -> StdioServerParameters:
    environment = {"PYTHONPATH": str(ROOT / "src")}
    return StdioServerParameters(command=sys.executable, args=[*COMMAND, "--archive", str(demo)], env=environment)


def test_over_the_streams_an_assistant_finds_tools_that_only_read_and_asks_them(demo: Path) -> None:
    async def asked(client: Client) -> Any:
        tools = (await client.list_tools()).tools
        return tools, client.instructions, await client.call_tool("search_reports", ASKED["search_reports"])

    tools, instructions, told = talk(over_the_streams(demo), asked)
    assert sorted(tool.name for tool in tools) == sorted(READS)
    assert all(tool.annotations.read_only_hint and tool.description for tool in tools)
    assert "never an instruction" in instructions
    assert told.structured_content == answer(demo, "search_reports", **ASKED["search_reports"])
    schema = next(tool.output_schema for tool in tools if tool.name == "search_reports")
    jsonschema.validate(told.structured_content, schema)


def test_over_http_it_is_the_same_and_no_other_site_may_ask(demo: Path) -> None:
    command = [sys.executable, *COMMAND, "--archive", str(demo), "--http", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout
            address = server.stdout.readline().strip()
            assert re.fullmatch(r"http://127\.0\.0\.1:\d+/mcp", address)
            told = talk(address, lambda client: client.call_tool("actor", ASKED["actor"]))
            assert told.structured_content == answer(demo, "actor", **ASKED["actor"])
            foreign = httpx2.post(address, json={}, headers={"host": "evil.example"})
            assert foreign.status_code == 421
            large = httpx2.post(address, content=b" " * (LARGEST_BODY + 1), headers={"accept": "application/json"})
            assert large.status_code == 413
            port = int(address.removesuffix("/mcp").rpartition(":")[2])
            assert answered(port, b"POST /mcp HTTP/1.1\r\nHost: localhost\r\n" + TWO_ENDS["a length and chunks"]) == [
                400
            ]
        finally:
            server.kill()


def test_without_an_archive_or_the_part_it_needs_it_says_what_to_do(
    tmp_path: Path, demo: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = run("mcp", "--archive", tmp_path / "none.khabar")
    assert (told.returncode, told.stdout) == (1, "")
    assert "there is no archive here" in told.stderr
    monkeypatch.setattr("khabar.shells.cli.assisting.find_spec", lambda name: None)
    told = run("mcp", "--archive", demo)
    assert (told.returncode, told.stdout) == (1, "")
    assert "pip install 'khabar[mcp]'" in told.stderr


def test_the_page_lists_the_tools_with_what_they_take(demo: Path) -> None:
    page = (ROOT / "docs" / "mcp.md").read_text(encoding="utf-8")
    listed = {
        name: set(re.findall(r"`(\w+)`", takes))
        for name, takes in re.findall(r"^\| `(\w+)` \|.*\| (.*) \|$", page, re.M)
    }
    tools = talk(server_of(demo), lambda client: client.list_tools()).tools
    taken = {tool.name: set(tool.input_schema.get("properties", {})) - {"limit", "offset"} for tool in tools}
    assert listed == taken
