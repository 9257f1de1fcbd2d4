"""Lists of feeds: OPML, or a text with one address a line."""

from khabar.reports.decoding import NoText, decoded

_WEB = ("http://", "https://")


def feeds_listed(data: bytes) -> tuple[str, ...] | None:
    """The addresses of the feeds in the order of the list, each once; None: it is no such list."""
    text = decoded(data)
    if isinstance(text, NoText):
        return None
    bare = text.text.removeprefix("\ufeff").strip()
    found = _of_outlines(data) if bare.startswith("<") else _of_lines(bare)
    return tuple(dict.fromkeys(found)) if found else None


def _of_outlines(data: bytes) -> list[str]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return []
    outlines = [] if root is None else root.iter("outline")
    given = ({name.lower(): value.strip() for name, value in node.attrib.items()} for node in outlines)
    return [fields["xmlurl"] for fields in given if fields.get("xmlurl", "").startswith(_WEB)]


def _of_lines(text: str) -> list[str]:
    """The addresses, where every line is one; a line after # is a remark."""
    lines = [line.strip() for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    return lines if all(line.startswith(_WEB) and " " not in line for line in lines) else []
