"""Saved feeds, RSS and Atom: each of their items made a report."""

import hashlib
import json
import re
from collections.abc import Iterator
from typing import Any

from khabar.reports.dates import date_said
from khabar.reports.found import Found
from khabar.reports.limits import Limits, in_words
from khabar.reports.made import report_of
from khabar.reports.pages import text_of_html
from khabar.reports.told import Told, joined
from khabar.values.report import Report, Unreadable

_XML = re.compile(rb"\s*<\?xml\b|\s*<!DOCTYPE (?!html)", re.I)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)\b")
_TEXTS = ("encoded", "content", "description", "summary")  # the fullest first
_DAYS = ("pubDate", "published", "issued", "date", "created", "updated")
_SUMMARIES = ("description", "summary")


def looks_like_feed(data: bytes) -> bool:
    """Whether a file is a feed, or XML that it would be a pity to take for words, by how it begins."""
    start = data.removeprefix(b"\xef\xbb\xbf")[:4096]
    return bool(_FEED.match(start.lstrip())) or (bool(_XML.match(start)) and b"<html" not in start.lower())


def reports_in_feed(found: Found, told: Told, limits: Limits) -> Iterator[Report | Unreadable]:
    """One report an item."""
    from lxml import etree  # half a second of libraries that whoever reads plain text need not wait for

    data = found.read(limits.json)
    digest = hashlib.sha256(data).hexdigest()
    if len(data) > limits.json:
        yield Unreadable(found.source, f"a feed of more than {in_words(limits.json)}: save it in parts", found.sha256())
        return
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        yield Unreadable(found.source, f"a feed that cannot be read: {error}", digest)
        return
    items = [] if root is None else [node for node in root.iter() if _name(node) in ("item", "entry")]
    if not items:
        yield Unreadable(found.source, "no feed: there is no item in it, and no other XML is read", digest)
    outlet = None if root is None else _outlet(root)
    for number, item in enumerate(items, start=1):
        yield _of_item(item, f"{found.source}[{number}]", told.over(Told(outlet=outlet)))


def _of_item(item: Any, source: str, told: Told) -> Report | Unreadable:
    fields = _fields(item)
    # An item has no bytes of its own: it is known by what its fields hold.
    digest = hashlib.sha256(json.dumps(fields, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
    kind, html = next(((name, fields[name]) for name in _TEXTS if name in fields), ("", ""))
    text = text_of_html(html)
    title = text_of_html(fields.get("title", "")) or None
    if not text:
        return Unreadable(source, "the item has no text, only a link: save its page", digest)
    said = Told(
        url=fields.get("link"),
        published=next((day for name in _DAYS if (day := date_said(fields.get(name)))), None),
        title=title,
        id=fields.get("guid") or fields.get("id"),
    ).over(told)
    whole = text if title is None or text.startswith(title) else f"{title}\n{text}"
    return report_of(
        whole, digest, said, joined("its feed gives a summary only" if kind in _SUMMARIES else None, said.note)
    )


def _fields(item: Any) -> dict[str, str]:
    fields: dict[str, str] = {}
    for node in item:
        if not _name(node):
            continue
        text = "".join(node.itertext()).strip() or (node.get("href") or "" if _name(node) == "link" else "")
        if text:
            fields.setdefault(_name(node), text)
    return fields


def _outlet(root: Any) -> str | None:
    for node in root.iter():
        if _name(node) in ("item", "entry"):
            return None
        if _name(node) == "title":
            return "".join(node.itertext()).strip() or None
    return None


def _name(node: Any) -> str:
    """The name of an element without its namespace; empty for comments and the like."""
    return node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
