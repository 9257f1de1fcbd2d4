"""Saved feeds, RSS and Atom: each of their items made a report."""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from khabar.reports.dates import date_said
from khabar.reports.decoding import NoText, decoded
from khabar.reports.found import Found
from khabar.reports.limits import Limits, in_words
from khabar.reports.made import report_of
from khabar.reports.outlets import outlet_at
from khabar.reports.pages import text_of_html
from khabar.reports.told import Told, joined
from khabar.reports.torn_feeds import fields_of, items_of, node_of, title_of
from khabar.values.report import Report, Unreadable

_XML = re.compile(rb"\s*<\?xml\b|\s*<!DOCTYPE (?!html)", re.I)
_FEED = re.compile(rb"<(?:rss|feed|rdf:RDF)\b")
_TEXTS = ("encoded", "content", "description", "summary")  # the fullest first
_DAYS = ("pubDate", "published", "issued", "date", "created", "updated")
_KNOWN = frozenset({"title", "link", "guid", "id", *_TEXTS, *_DAYS})
_SUMMARIES = ("description", "summary")
_DECLARED = re.compile(rb"""^.{0,80}?<\?xml[^>]{0,80}?encoding\s*=\s*["']([\w-]{2,20})""", re.S)


def looks_like_feed(data: bytes) -> bool:
    """Whether a file is a feed, or XML that it would be a pity to take for words, by how it begins."""
    start = data.removeprefix(b"\xef\xbb\xbf")[:4096]
    return bool(_FEED.match(start.lstrip())) or (bool(_XML.match(start)) and b"<html" not in start.lower())


@dataclass(frozen=True, slots=True)
class Item:
    """What a feed says of one report. An item has no bytes of its own: it is known by what its fields hold."""

    source: str
    record: bytes  # the fields as JSON
    told: Told
    text: str  # empty: there is only a link
    is_summary: bool
    feed: str | None  # what the feed calls itself; None: nothing

    @property
    def digest(self) -> str:
        """The hash that the item is known by."""
        return hashlib.sha256(self.record).hexdigest()


def reports_in_feed(found: Found, told: Told, limits: Limits) -> Iterator[Report | Unreadable]:
    """One report an item."""
    for item in items_in(found, limits):
        yield item if isinstance(item, Unreadable) else report_of_item(item, told)


def items_in(found: Found, limits: Limits) -> Iterator[Item | Unreadable]:
    """Every item of a feed, in its order."""
    from lxml import etree  # half a second of libraries that whoever reads plain text need not wait for

    data = found.read(limits.json)
    digest = hashlib.sha256(data).hexdigest()
    if len(data) > limits.json:
        yield Unreadable(found.source, f"a feed of more than {in_words(limits.json)}: save it in parts", found.sha256())
        return
    words = _in_utf8(data, found.encoding)
    parser = etree.XMLParser(encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        outlet, items = _of_tree(etree.fromstring(words, parser))
    except (etree.XMLSyntaxError, ValueError):
        outlet, items = _of_torn(words.decode("utf-8", "replace"))
    empty = True
    for number, fields in enumerate(items, start=1):
        empty = False
        yield _item(fields, f"{found.source}[{number}]", outlet)
    if empty:
        yield Unreadable(found.source, "no feed: there is no item in it, and no other XML is read", digest)


def _of_tree(root: Any) -> tuple[str | None, Iterator[Mapping[str, str]]]:
    return _outlet(root), (_fields(node) for node in root.iter() if _name(node) in ("item", "entry"))


def _of_torn(text: str) -> tuple[str | None, Iterator[Mapping[str, str]]]:
    """The same of a feed that is no XML; an item that is some is read like any other, and known by the same hash."""
    items = ((item, node_of(item)) for item in items_of(text))
    return title_of(text), (fields_of(item, _KNOWN) if node is None else _fields(node) for item, node in items)


def _in_utf8(data: bytes, encoding: str | None) -> bytes:
    """The same words in UTF-8, whatever the feed or its site say of its encoding, which is often wrong."""
    declared = _DECLARED.match(data)
    text = decoded(data, encoding or (declared.group(1).decode("ascii") if declared else None))
    return data if isinstance(text, NoText) else text.text.encode("utf-8", "replace")


def report_of_item(item: Item, told: Told, note: str | None = None) -> Report | Unreadable:
    """The report that an item gives by itself."""
    if not item.text:
        return Unreadable(item.source, "the item has no text, only a link: save its page", item.digest)
    said, title = item.told.over(told).over(Told(outlet=item.feed)), item.told.title
    whole = item.text if title is None or item.text.startswith(title) else f"{title}\n{item.text}"
    summary = "its feed gives a summary only" if item.is_summary else None
    return report_of(whole, item.digest, said, joined(summary, note, said.note))


def _item(fields: Mapping[str, str], source: str, outlet: str | None) -> Item:
    record = json.dumps(fields, ensure_ascii=False, sort_keys=True).encode()
    kind, html = next(((name, fields[name]) for name in _TEXTS if name in fields), ("", ""))
    guid = fields.get("guid", "")  # where no link is given, it may be one
    link = fields.get("link") or (guid if guid.startswith(("http://", "https://")) else None)
    days = [fields[name] for name in _DAYS if name in fields]
    published = next((day for said in days if (day := date_said(said))), None)
    told = Told(
        outlet=outlet_at(link),  # a feed's title is seldom only a name: "Reuters: world news"
        url=link,
        published=published,
        title=text_of_html(fields.get("title", "")) or None,
        id=fields.get("guid") or fields.get("id"),
        note=f"its date '{days[0][:40]}' could not be read" if days and published is None else None,
    )
    return Item(source, record, told, text_of_html(html), kind in _SUMMARIES, outlet)


def _fields(item: Any) -> dict[str, str]:
    fields: dict[str, str] = {}
    for node in item:
        if not _name(node) or (_name(node) == "link" and node.get("rel", "alternate") != "alternate"):
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
