"""Saved web pages: the article's text, and what the page says of itself where machines read it."""

import json
import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from khabar.reports.dates import date_said
from khabar.reports.told import Told

logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # what it cannot read we say ourselves
_TAG = re.compile(r"<(?:!doctype|html|head|body|div|article|p|br|span|a|h[1-6]|table|ul)\b[^<>]{0,2000}>", re.I)
_DECLARED = re.compile(rb"""<meta[^<>]{0,200}?charset\s*=\s*["']?([\w-]{2,20})""", re.I)
_DATES = (
    *("article:published_time", "og:published_time", "datepublished", "date", "pubdate", "publishdate"),
    *("publish-date", "publication_date", "dc.date.issued", "dc.date", "dcterms.created", "sailthru.date"),
    *("article.published", "parsely-pub-date"),
)
_BLOCKS = ("p", "br", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "tr", "blockquote")
_OUTLETS = ("og:site_name", "application-name", "publisher", "dc.publisher")
_TITLES = ("og:title", "twitter:title", "dc.title")
_ATTRIBUTES = 5000  # of one tag: no page has a hundred
_TAGS = 200_000  # of one page: those of a long book; a million would take gigabytes of memory
_ARTICLES = re.compile(
    r"(?:News|Reportage|Opinion|Analysis|Background|Blog|Satirical|Advertiser|Tech)?(?:Article|Posting)"
)


@dataclass(frozen=True, slots=True)
class Article:
    """The text of a page's article, its headline first, and what the page tells of it."""

    text: str
    told: Told


def looks_like_page(text: str) -> bool:
    """Whether a text is HTML rather than words, by how it begins."""
    start = text[:4096].lstrip("\ufeff \t\r\n")
    return (
        bool(re.match(r"<(?:!doctype html|html|\?xml[^>]{0,80}\?>\s*<html)", start, re.I))
        or len(_TAG.findall(start)) >= 3
    )


def declared_encoding(data: bytes) -> str | None:
    """The encoding that the page names in its head."""
    found = _DECLARED.search(data[:4096])
    return found.group(1).decode("ascii") if found else None


def article_in(html: str) -> Article | None:
    """The article of a page; None where there is none to be found."""
    # Both load half a second of libraries, which whoever reads plain text need not wait for.
    import trafilatura
    from lxml import etree

    tree = _tree_of(html.encode("utf-8", "replace"))
    if tree is None:
        return None
    told = _told(tree)
    try:
        text = trafilatura.extract(tree, include_comments=False, include_tables=True, favor_recall=False)
    except (etree.LxmlError, ValueError, TypeError, AttributeError, RecursionError):  # pages that break its parser
        text = None
    text = text or _paragraphs(tree)
    if not text.strip():
        return None
    title = told.title
    if title and title not in text[: len(title) + 200]:
        text = f"{title}\n{text}"
    return Article(text, told)


def text_of_html(html: str) -> str:
    """The words of a piece of HTML, a line to each of its blocks; of a text that is none, the text."""
    if "<" not in html and "&" not in html:
        return html.strip()
    tree = _tree_of(f"<div>{html}</div>".encode("utf-8", "replace"))
    return "" if tree is None else _words_of(tree)


def heading_and_words(page: bytes) -> tuple[str | None, str]:
    """The first heading of a page without furniture, such as a book's, and all of its words."""
    tree = _tree_of(page)
    if tree is None:
        return None, ""
    body = tree.find(".//body")
    return _heading(tree), _words_of(tree if body is None else body)


def _tree_of(page: bytes) -> Any | None:
    """The elements of a page; None where there are none to be had."""
    from lxml import etree
    from lxml import html as pages

    if page.count(b"<") > _TAGS or _has_monstrous_tag(page):
        return None
    try:
        return pages.fromstring(page, parser=pages.HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError, AssertionError):
        return None


def _has_monstrous_tag(page: bytes) -> bool:
    # The parser compares each attribute of a tag with all others: ten megabytes of them would take it an hour.
    tags = (piece.partition(b">")[0] for piece in page.split(b"<") if len(piece) > _ATTRIBUTES and piece[:1].isalpha())
    return any(len(tag.split(maxsplit=_ATTRIBUTES)) > _ATTRIBUTES for tag in tags)


def _words_of(tree: Any) -> str:
    from lxml import etree

    etree.strip_elements(tree, "script", "style", with_tail=False)
    lines = (" ".join(line.split()) for line in "".join(_texts(tree)).split("\n"))
    return "\n".join(line for line in lines if line)


def _texts(tree: Any) -> Iterator[str]:
    """All text in order, a line's end behind each block; what stands there may be letters that no tree takes back."""
    from lxml import etree

    for step, node in etree.iterwalk(tree, events=("start", "end", "comment", "pi")):
        if step == "start":
            yield node.text or ""
            continue
        if node.tag in _BLOCKS:
            yield "\n"
        if node is not tree:
            yield node.tail or ""


def _told(tree: Any) -> Told:
    meta = _meta(tree)
    linked = tuple(_linked(tree))
    title = _title(_heading(tree), _first(meta, _TITLES) or _said(linked, "headline"))
    canonical = tree.xpath("string(//link[@rel='canonical']/@href)").strip()
    return Told(
        outlet=_first(meta, _OUTLETS) or _publisher(linked),
        url=canonical or meta.get("og:url"),
        published=_published(tree, meta, linked),
        title=" ".join(title.split()) if title else None,
    )


def _title(heading: str | None, said: str | None) -> str | None:
    """What the page says for machines, less the site's name that it hangs behind its own headline."""
    if heading and said and " ".join(said.split()).startswith(heading):
        return heading
    return said or heading


def _meta(tree: Any) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for tag in tree.iter("meta"):
        name = (tag.get("property") or tag.get("name") or tag.get("itemprop") or "").lower()
        content = (tag.get("content") or "").strip()
        if name and content:
            found.setdefault(name, content)
    return found


def _first(meta: Mapping[str, str], names: tuple[str, ...]) -> str | None:
    return next((meta[name] for name in names if name in meta), None)


def _linked(tree: Any) -> Iterator[Mapping[str, Any]]:
    """The JSON-LD objects that speak of an article."""
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            value = json.loads(script)
        except (ValueError, RecursionError):
            continue
        yield from _objects(value, 0)


def _objects(value: Any, depth: int) -> Iterator[Mapping[str, Any]]:
    if depth > 4:
        return
    if isinstance(value, list):
        for item in value:
            yield from _objects(item, depth + 1)
    elif isinstance(value, dict):
        kinds = value.get("@type")
        if any(isinstance(k, str) and _ARTICLES.fullmatch(k) for k in (kinds if isinstance(kinds, list) else [kinds])):
            yield value
        yield from _objects(value.get("@graph", []), depth + 1)


def _said(linked: tuple[Mapping[str, Any], ...], name: str) -> str | None:
    return next((item[name].strip() for item in linked if isinstance(item.get(name), str)), None)


def _publisher(linked: tuple[Mapping[str, Any], ...]) -> str | None:
    for item in linked:
        publisher = item.get("publisher")
        name = publisher.get("name") if isinstance(publisher, dict) else None
        if isinstance(name, str):
            return name.strip()
    return None


def _heading(tree: Any) -> str | None:
    for path in ("//article//h1", "//h1", "//title"):
        for tag in tree.xpath(path):
            text = " ".join(tag.text_content().split())
            if text:
                return text
    return None


def _published(tree: Any, meta: Mapping[str, str], linked: tuple[Mapping[str, Any], ...]) -> date | None:
    said = [meta[name] for name in _DATES if name in meta]
    said += [item["datePublished"] for item in linked if isinstance(item.get("datePublished"), str)]
    said += tree.xpath("//article//time/@datetime") or tree.xpath("//time/@datetime")
    return next((day for day in map(date_said, said) if day), None)


def _paragraphs(tree: Any) -> str:
    """All paragraphs, where no article was found."""
    texts = (" ".join(tag.text_content().split()) for tag in tree.xpath("//p | //blockquote | //li[not(.//p)]"))
    return "\n".join(text for text in texts if len(text) > 40)
