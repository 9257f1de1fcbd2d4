"""The graph of parties as GraphML."""

from collections.abc import Iterator, Mapping

from khabar.exports.graph import EDGE_FACTS, NODE_FACTS, Edge, Value, edges, nodes
from khabar.exports.selection import Selection
from khabar.exports.xml_text import attribute, content

_HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
_OF_NODES = {"label": "string", **NODE_FACTS}
_OF_EDGES = {"start": "string", "end": "string", **EDGE_FACTS}


def pieces(selection: Selection) -> Iterator[str]:
    """The file, part by part."""
    yield _HEAD
    for prefix, facts in (("node", _OF_NODES), ("edge", _OF_EDGES)):
        for name, kind in facts.items():
            yield f'<key id="{prefix}-{name}" for="{prefix}" attr.name="{name}" attr.type="{kind}"/>\n'
    yield '<graph edgedefault="directed">\n'
    for node in nodes(selection):
        yield f"<node id={attribute(node.id)}>{_data('node', {'label': node.label, **node.facts})}</node>\n"
    yield from map(_edge, edges(selection))
    yield "</graph>\n</graphml>\n"


def _edge(edge: Edge) -> str:
    days = {"start": edge.start, "end": edge.end}
    told = {name: day.isoformat() for name, day in days.items() if day}
    ends = f"source={attribute(edge.source)} target={attribute(edge.target)}"
    return f"<edge id={attribute(edge.id)} {ends}>{_data('edge', {**told, **edge.facts})}</edge>\n"


def _data(prefix: str, facts: Mapping[str, Value]) -> str:
    return "".join(f'<data key="{prefix}-{name}">{content(value)}</data>' for name, value in facts.items())
