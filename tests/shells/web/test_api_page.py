"""The page about the API shows what it answers."""

import json
import re
import shlex
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

PAGE = (Path(__file__).parents[3] / "docs" / "api.md").read_text(encoding="utf-8")
SHOWN = re.findall(r"^\$ curl -G localhost:8470(\S+)(.*)\n((?:.+\n)+?)```$", PAGE, re.M)
ADDRESSES = re.findall(r"`(/[a-z/]+(?:\{id\})?)`", PAGE.partition("## Lists")[0])


def is_shown(shown: Any, given: Any) -> bool:
    """Whether what is shown is so, where lists may be cut, fields be left out, and `…` end a text."""
    if isinstance(shown, dict):
        return isinstance(given, dict) and all(name in given and is_shown(shown[name], given[name]) for name in shown)
    if isinstance(shown, list):
        return len(shown) <= len(given) and all(is_shown(*pair) for pair in zip(shown, given, strict=False))
    if isinstance(shown, str) and shown.endswith("…"):
        return str(given).startswith(shown[:-1])
    return shown == given


@pytest.mark.parametrize(("address", "asked", "shown"), SHOWN, ids=[address for address, _, _ in SHOWN])
def test_the_answers_of_the_page_are_those_of_the_api(reader: TestClient, address: str, asked: str, shown: str) -> None:
    params = dict(part.split("=", 1) for part in shlex.split(asked) if part != "-d")
    assert is_shown(json.loads(shown), reader.get(address, params=params).json())


def test_the_page_lists_just_the_questions_that_there_are(reader: TestClient) -> None:
    listed = {one["address"].removeprefix("/api/v1") for one in reader.get("/api/v1").json()["questions"]} - {""}
    told = {address.replace("{id}", "{own_id}") for address in ADDRESSES}
    assert told == listed
