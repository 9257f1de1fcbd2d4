"""The graph of parties as GEXF 1.3, in which every edge lasts from its first day to its last."""

from collections.abc import Iterator, Mapping

from khabar.exports.graph import EDGE_FACTS, NODE_FACTS, Edge, Node, Value, edges, nodes
from khabar.exports.selection import Selection
from khabar.exports.xml_text import attribute

_HEAD = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<gexf xmlns="http://gexf.net/1.3" version="1.3">\n'
    '<graph mode="dynamic" timeformat="date" defaultedgetype="directed">\n'
)
_KINDS = {"int": "integer"}  # as GEXF calls them


def pieces(selection: Selection) -> Iterator[str]:
    """The file, part by part."""
    yield _HEAD
    yield from _declared("node", NODE_FACTS)
    yield from _declared("edge", EDGE_FACTS)
    yield "<nodes>\n"
    yield from map(_node, nodes(selection))
    yield "</nodes>\n<edges>\n"
    yield from map(_edge, edges(selection))
    yield "</edges>\n</graph>\n</gexf>\n"


def _declared(of: str, facts: Mapping[str, str]) -> Iterator[str]:
    yield f'<attributes class="{of}" mode="static">\n'
    for name, kind in facts.items():
        yield f'<attribute id="{name}" title="{name}" type="{_KINDS.get(kind, kind)}"/>\n'
    yield "</attributes>\n"


def _node(node: Node) -> str:
    return f"<node id={attribute(node.id)} label={attribute(node.label)}>{_values(node.facts)}</node>\n"


def _edge(edge: Edge) -> str:
    days = {"start": edge.start, "end": edge.end}
    lasting = "".join(f' {name}="{day.isoformat()}"' for name, day in days.items() if day)
    ends = f"source={attribute(edge.source)} target={attribute(edge.target)}"
    return f"<edge id={attribute(edge.id)} {ends}{lasting}>{_values(edge.facts)}</edge>\n"


def _values(facts: Mapping[str, Value]) -> str:
    told = "".join(f'<attvalue for="{name}" value={attribute(value)}/>' for name, value in facts.items())
    return f"<attvalues>{told}</attvalues>"
