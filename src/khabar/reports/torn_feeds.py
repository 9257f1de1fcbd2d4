"""Feeds that are no XML, as a title with an open tag makes them: each item is cut out and read by itself."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping
from html import unescape
from itertools import pairwise
from typing import Any

_HEAD = 65536  # characters in which a feed says its own name
_ITEM = re.compile(r"<(?:\w+:)?(item|entry)\b[^<>]*>")
_ITEMS_END = re.compile(r"</(?:\w+:)?(?:item|entry)\s*>")
_TITLE = re.compile(r"<title\b[^<>]*>(.*?)</title\s*>", re.S)
_TAG = re.compile(r"<(/?)(?:[\w.-]+:)?([\w.-]+)\b([^<>]*?)(/?)>")
_OPENS, _CLOSES = "<![CDATA[", "]]>"
_KEPT = re.compile(r"<!\[CDATA\[(.*?)\]\]>", re.S)  # letters that are no tags, whatever they look like
_PREFIX = re.compile(r"[<\s]/?([A-Za-z][\w.-]*):[\w.-]+")
_HREF = re.compile(r"""\bhref\s*=\s*["']([^"'<>]*)""")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")

Fields = Mapping[str, str]


def items_of(text: str) -> Iterator[str]:
    """What stands in each item, in the order of the feed."""
    clean = _CONTROL.sub("", text)
    inside = [found.span() for found in _kept(clean) if not _ITEMS_END.search(found[1])]
    starts = [start for start, _ in inside]
    opened = [found for found in _ITEM.finditer(clean) if not _is_inside(found.start(), inside, starts)]
    for found, following in pairwise([*opened, None]):
        assert found  # only what follows the last one is none
        end = following.start() if following else len(clean)
        closed = _ITEMS_END.search(clean, found.end(), end)
        yield clean[found.end() : closed.start() if closed else end]


def title_of(text: str) -> str | None:
    """What the feed calls itself."""
    head = text[:_HEAD]
    first = _ITEM.search(head)
    found = _TITLE.search(head, 0, first.start() if first else len(head))
    return (_words(found[1]) or None) if found else None


def node_of(item: str) -> Any | None:
    """An item as XML, its prefixes declared; None where it is none."""
    from lxml import etree

    declared = "".join(f' xmlns:{name}="{name}"' for name in sorted(set(_PREFIX.findall(item)) - {"xml", "xmlns"}))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(f"<item{declared}>{item}</item>", parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def fields_of(item: str, names: frozenset[str]) -> Fields:
    """The fields of those names in an item that is no XML; one that is never closed ends where the next begins."""
    fields: dict[str, str] = {}
    tags = [tag for tag in _TAG.finditer(_masked(item)) if tag[2] in names]
    closing = {name: [tag.start() for tag in tags if tag[1] and tag[2] == name] for name in names}
    reached = 0
    for tag, following in pairwise([*tags, None]):
        if tag is None or tag[1] or tag.start() < reached:
            continue
        closed = _next(closing[tag[2]], tag.end())
        end = closed if closed is not None else following.start() if following else len(item)
        value = _href(tag[3]) if tag[4] or end == tag.end() else _words(item[tag.end() : end])
        reached = tag.end() if tag[4] else end
        if value:
            fields.setdefault(tag[2], value)
    return fields


def _is_inside(at: int, spans: list[tuple[int, int]], starts: list[int]) -> bool:
    n = bisect_left(starts, at) - 1
    return n >= 0 and at < spans[n][1]


def _masked(item: str) -> str:
    """The same length, with nothing that looks like a tag where it is none."""
    return "".join(" " * len(piece) if is_kept else piece for piece, is_kept in _pieces(item))


def _next(places: list[int], at: int) -> int | None:
    n = bisect_left(places, at)
    return places[n] if n < len(places) else None


def _href(attributes: str) -> str:
    found = _HREF.search(attributes)
    return unescape(found[1]).strip() if found else ""


def _words(content: str) -> str:
    """What XML would give, were it XML."""
    opens, closes = len(_OPENS), len(_CLOSES)
    pieces = _pieces(content)
    return "".join(piece[opens:-closes] if is_kept else unescape(piece) for piece, is_kept in pieces).strip()


def _kept(text: str) -> Iterator[re.Match[str]]:
    # Not behind the last end: there each beginning would look for an end through all that is left.
    return _KEPT.finditer(text, 0, text.rfind(_CLOSES) + len(_CLOSES))


def _pieces(text: str) -> Iterator[tuple[str, bool]]:
    """The text in pieces, and of each whether it is kept from being read as tags."""
    reached = 0
    for found in _kept(text):
        yield text[reached : found.start()], False
        yield found[0], True
        reached = found.end()
    yield text[reached:], False
