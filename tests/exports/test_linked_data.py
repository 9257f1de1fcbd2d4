"""JSON-LD, annotations and RDF that their own readers take, with every passage where it says."""

import json
from collections.abc import Iterator
from importlib import resources
from typing import Any

import pytest
from exported import small, text_of
from hostile import hostile, with_claims

from khabar.exports.named import Format
from khabar.exports.selection import Selection

rdflib = pytest.importorskip("rdflib", reason="NO RDFLIB HERE: RDF is not read back")
pyshacl = pytest.importorskip("pyshacl", reason="NO PYSHACL HERE: RDF is not held against the shapes")


def things(form: Format, selection: Selection, name: str) -> list[dict[str, Any]]:
    found = json.loads(text_of(form, selection))[name]
    assert isinstance(found, list)
    return found


def dataset_of(selection: Selection) -> "rdflib.Dataset":
    dataset = rdflib.Dataset(default_union=True)
    dataset.parse(data=text_of(Format.TRIG, selection), format="trig")
    return dataset


def test_a_claim_appears_where_the_reports_tell_it(demo: Selection) -> None:
    found = things(Format.JSONLD, demo, "@graph")
    articles = {one["@id"]: one for one in found if one["@type"] == "NewsArticle"}
    claims = [one for one in found if one["@type"] == "Claim"]
    assert (len(articles), len(claims)) == (16, len(list(demo.placed_claims())))
    for quotation in (each for claim in claims for each in claim["appearance"]):
        body = articles[quotation["isPartOf"]["@id"]]["articleBody"]
        assert body[quotation["khabar:start"] : quotation["khabar:end"]] == quotation["text"]


def test_nothing_is_rated_that_nobody_rated(demo: Selection) -> None:
    assert "ClaimReview" not in text_of(Format.JSONLD, demo)


def test_json_ld_is_rdf(demo: Selection) -> None:
    graph = rdflib.Graph().parse(data=text_of(Format.JSONLD, small()), format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")
    assert len(set(graph.subjects(rdflib.RDF.type, schema.Claim))) == 2
    assert len(set(graph.objects(None, schema.appearance))) == 3


def test_both_selectors_of_an_annotation_find_the_same_words(demo: Selection) -> None:
    texts = {report.id: report.text for report, _ in demo.readings()}
    items = things(Format.ANNOTATIONS, demo, "items")
    assert len({one["id"] for one in items}) == len(items) > 300
    for target in (one["target"] for one in items):
        text, (place, quote) = texts[target["source"]["khabar:report"]], target["selector"]
        assert text[place["start"] : place["end"]] == quote["exact"]
        assert text[: place["start"]].endswith(quote["prefix"])
        assert text[place["end"] :].startswith(quote["suffix"])


@pytest.mark.parametrize("form", [Format.JSONLD, Format.ANNOTATIONS, Format.TIMELINEJS, Format.STIX])
@pytest.mark.parametrize("archive", [hostile, with_claims])
def test_bad_letters_break_no_json(form: Format, archive: Any) -> None:
    assert json.loads(text_of(form, archive()))


def test_every_saying_event_and_claim_is_a_statement(demo: Selection) -> None:
    dataset = dataset_of(demo)
    khabar, sem = rdflib.Namespace("urn:khabar:terms:"), rdflib.URIRef("http://semanticweb.cs.vu.nl/2009/11/sem/Event")
    readings = [reading for _, reading in demo.readings()]
    assert count(dataset, sem) == sum(len(reading.events) for reading in readings)
    assert count(dataset, khabar.Saying) == sum(len(reading.attributions) for reading in readings)
    assert count(dataset, khabar.Claim) == len(list(demo.placed_claims()))


def count(dataset: "rdflib.Dataset", kind: object) -> int:
    return len(set(dataset.subjects(rdflib.RDF.type, kind)))


def test_each_reading_is_a_graph_of_its_own(demo: Selection) -> None:
    names = {str(graph.identifier) for graph in dataset_of(demo).graphs()}
    assert {f"urn:khabar:reading:{report.id}" for report, _ in demo.readings()} <= names


def shapes() -> Iterator[str]:
    yield resources.files("khabar.exports").joinpath("trig_shapes.ttl").read_text(encoding="utf-8")


@pytest.mark.parametrize("archive", ["demo", "small", "hostile", "claims"])
def test_the_statements_hold_to_the_shapes_that_ship(archive: str, demo: Selection) -> None:
    made = {"small": small, "hostile": hostile, "claims": with_claims, "demo": lambda: demo}[archive]()
    holds, _, why = pyshacl.validate(dataset_of(made), shacl_graph=rdflib.Graph().parse(data="".join(shapes())))
    assert holds, why


def test_the_shapes_see_a_report_without_its_hash() -> None:
    text = text_of(Format.TRIG, small()).replace("khabar:sha256", "khabar:sha1")
    broken = rdflib.Dataset(default_union=True).parse(data=text, format="trig")
    holds, _, _ = pyshacl.validate(broken, shacl_graph=rdflib.Graph().parse(data="".join(shapes())))
    assert not holds
