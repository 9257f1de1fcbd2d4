"""Graphs that networkx, and so Gephi, reads."""

import io

import pytest
from exported import small, text_of
from hostile import with_claims

from khabar.exports.graph import edges, nodes
from khabar.exports.named import Format
from khabar.exports.selection import Selection

networkx = pytest.importorskip("networkx", reason="NO NETWORKX HERE: graphs are not read back")


def read_back(form: Format, selection: Selection) -> "networkx.Graph":
    read = networkx.read_graphml if form is Format.GRAPHML else networkx.read_gexf
    return networkx.MultiDiGraph(read(io.BytesIO(text_of(form, selection).encode())))


@pytest.mark.parametrize("form", [Format.GRAPHML, Format.GEXF])
def test_every_edge_comes_back_with_its_time_and_verdict(form: Format, demo: Selection) -> None:
    graph = read_back(form, demo)
    told = list(edges(demo))
    assert len(told) > 20
    assert graph.number_of_edges() == len(told)
    assert set(graph.nodes) == {node.id for node in nodes(demo)}
    found = {(data["claim"], a, b): data for a, b, data in graph.edges(data=True)}
    for edge in told:
        data = found[edge.facts["claim"], edge.source, edge.target]
        assert (data["verdict"], data["score"]) == (edge.facts["verdict"], edge.facts["score"])
        assert data.get("start") == (edge.start.isoformat() if edge.start else None)


@pytest.mark.parametrize("form", [Format.GRAPHML, Format.GEXF])
def test_states_bear_their_arabic_name_and_code(form: Format, demo: Selection) -> None:
    node = read_back(form, demo).nodes["country.kp"]
    assert (node["label"], node["iso3"], node["kind"]) == ("كوريا الشمالية", "PRK", "country")


@pytest.mark.parametrize("form", [Format.GRAPHML, Format.GEXF])
def test_bad_letters_break_no_graph(form: Format) -> None:
    (edge,) = read_back(form, with_claims()).edges(data=True)
    assert "HYPERLINK" in edge[2]["gist"]


def test_claims_between_no_two_parties_have_no_edge() -> None:
    assert [edge.facts["claim"] for edge in edges(small())] == []
