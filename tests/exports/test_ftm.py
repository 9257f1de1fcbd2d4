"""Entities of FollowTheMoney: valid by its schemata, each pointing only to what is there."""

import importlib
import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from exported import small, text_of
from hostile import hostile, with_claims
from view_samples import DENIES, OMAN, READINGS, REPORTS, SAYS, Shelf

from khabar.exports.named import Format
from khabar.exports.provenance import at
from khabar.exports.schemata import schema_of
from khabar.exports.selection import Selection, Wanted, selected
from khabar.store.archive import Archive
from khabar.values.entity import Kind

SCHEMATA = yaml.safe_load((Path(__file__).parent / "ftm_schemata.yaml").read_text(encoding="utf-8"))
LONGEST_NAME = 384  # characters that the library takes for a name


def entities_in(selection: Selection) -> list[dict[str, Any]]:
    return [json.loads(line) for line in text_of(Format.FTM, selection).splitlines()]


def of_schema(selection: Selection, schema: str) -> list[dict[str, Any]]:
    return [one["properties"] for one in entities_in(selection) if one["schema"] == schema]


def test_every_entity_keeps_to_its_schema(demo: Selection) -> None:
    found = entities_in(demo)
    ids = {one["id"] for one in found}
    assert len(ids) == len(found) > 200
    for one in found:
        schema = SCHEMATA[one["schema"]]
        assert set(schema["required"]) <= set(one["properties"])
        for name, values in one["properties"].items():
            kind = schema["properties"][name]
            assert all(isinstance(value, str) and value for value in values)
            assert kind != "entity" or set(values) <= ids
            assert kind != "name" or all(len(value) <= LONGEST_NAME for value in values)


def test_the_library_finds_nothing_wrong(demo: Selection) -> None:
    try:
        model = importlib.import_module("followthemoney").model
    except ImportError:
        pytest.skip("NO FOLLOWTHEMONEY HERE (it compiles PyICU): entities are held against its schemata as copied only")
    for one in entities_in(demo):
        model.get(one["schema"]).validate(one)


def test_an_event_has_its_proofs_and_who_is_involved() -> None:
    (event,) = of_schema(small(), "Event")
    assert event["involved"] == ["khabar-actor-p1", "khabar-actor-p2"]
    assert event["proof"] == ["khabar-report-r1", "khabar-report-r2"]
    assert event["description"][1:] == [
        f"asserts: وكالة المرسى < مصدر; خبير [{at(SAYS)}]",
        f"denies: مسقط [{at(DENIES)}]",
    ]


def test_who_gives_whom_what_is_a_link() -> None:
    (link,) = of_schema(small(), "UnknownLink")
    assert (link["subject"], link["object"]) == (["khabar-actor-p1"], ["khabar-actor-p2"])
    assert (link["role"], link["status"]) == (["gives ship"], ["delivered"])


def test_a_name_that_two_bear_links_to_neither() -> None:
    archive = Archive.in_memory()
    for report in REPORTS.values():
        archive.keep(report, READINGS[report.id])
    weighed = Shelf().weighed()
    namesake = replace(OMAN, id="p3", wikidata=None, kind=Kind.PERSON, members=())
    archive.keep_weighed(replace(weighed, actors=(*weighed.actors, namesake)), "one")
    (event,) = of_schema(selected(archive, Wanted()), "Event")
    assert event["involved"] == ["khabar-actor-p2"]
    assert event["namesMentioned"] == ["عُمان", "اليمن"]


@pytest.mark.parametrize(
    ("kind", "known_as", "schema"),
    [
        (Kind.COUNTRY, "country.kp", "PublicBody"),
        (Kind.ORGANISATION, None, "Organization"),
        (Kind.ORGANISATION, "org.un", "Organization"),
        (Kind.PERSON, "person.putin", "Person"),
        (Kind.PLACE, None, "Address"),
    ],
)
def test_an_actor_is_what_its_kind_and_sort_say(kind: Kind, known_as: str | None, schema: str) -> None:
    assert schema_of(kind, known_as) == schema


def test_bad_letters_break_no_line() -> None:
    for archive in (hostile(), with_claims()):
        assert all(one["properties"] for one in entities_in(archive))
    assert {"sourceUrl"} & {name for one in entities_in(hostile()) for name in one["properties"]} == set()
