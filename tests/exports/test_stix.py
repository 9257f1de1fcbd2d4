"""A bundle that STIX's own library takes, with no reference into nothing."""

import json
from typing import Any

import pytest
from exported import small, text_of
from view_samples import DENIES, SAYS

from khabar.exports.named import Format
from khabar.exports.provenance import at
from khabar.exports.selection import Selection

stix2 = pytest.importorskip("stix2", reason="NO STIX2 HERE: the bundle is not read back")


def objects_in(selection: Selection) -> list[dict[str, Any]]:
    found = json.loads(text_of(Format.STIX, selection))["objects"]
    assert isinstance(found, list)
    return found


def test_the_library_takes_the_bundle(demo: Selection) -> None:
    bundle = stix2.parse(text_of(Format.STIX, demo), allow_custom=False)
    assert len(bundle.objects) > 100


def test_every_reference_leads_to_an_object_of_the_bundle(demo: Selection) -> None:
    found = objects_in(demo)
    ids = {one["id"] for one in found}
    assert len(ids) == len(found)
    refs = {ref for one in found for ref in (*one.get("object_refs", ()), one.get("created_by_ref", found[0]["id"]))}
    assert refs <= ids


def test_a_note_tells_who_says_so_and_where() -> None:
    note = next(one for one in objects_in(small()) if one["type"] == "note" and "TRANSFER" in one["labels"])
    assert note["labels"] == ["TRANSFER", "actual", "disputed"]
    assert note["content"].splitlines()[1:] == ["disputed", "+ مصدر", "− مسقط"]
    assert [one["external_id"] for one in note["external_references"]] == [
        at(one).replace(":", "#char=") for one in (SAYS, DENIES)
    ]


def test_nobody_is_called_a_threat(demo: Selection) -> None:
    assert {one["type"] for one in objects_in(demo)} == {"identity", "location", "report", "note"}
