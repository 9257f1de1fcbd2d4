"""Electronic books (EPUB): each chapter a report, under the book's publisher and day."""

import io
import posixpath
import zipfile
from collections.abc import Iterator
from functools import partial
from typing import Any
from urllib.parse import unquote

from khabar.reports.dates import date_said
from khabar.reports.found import Found
from khabar.reports.limits import Limits, in_words
from khabar.reports.told import Told
from khabar.reports.way import Way
from khabar.reports.zip_members import opened
from khabar.values.report import Unreadable

_KIND = b"application/epub+zip"
_CONTAINER = "META-INF/container.xml"
_PAGES = ("application/xhtml+xml", "text/html")


def is_book(archive: zipfile.ZipFile) -> bool:
    """Whether a zip file is a book, by what it says of itself."""
    try:
        with opened(archive, "mimetype") as file:
            return file.read(len(_KIND) + 8).strip() == _KIND
    except (KeyError, RuntimeError, OSError, zipfile.BadZipFile):
        return False


def chapters_of(found: Found, archive: zipfile.ZipFile, way: Way) -> Iterator[Found | Unreadable]:
    """The chapters with words in them, in the order of reading."""
    package = _package(archive, way.limits)
    if package is None:
        yield Unreadable(found.source, "a book that does not tell its chapters: save it as text", found.sha256())
        return
    folder, tree = package
    told = _told(tree)
    empty = True
    for name in _chapters(folder, tree):
        chapter = _chapter(found, archive, name, told, way)
        if chapter is not None:
            empty = False
            yield chapter
    if empty:
        yield Unreadable(found.source, "empty: a book with no text in it", found.sha256())


def _package(archive: zipfile.ZipFile, limits: Limits) -> tuple[str, Any] | None:
    """The folder and the tree of the file that lists the chapters."""
    container = _tree(archive, _CONTAINER, limits)
    paths = [] if container is None else [node.get("full-path") for node in container.iter("{*}rootfile")]
    path = next((path for path in paths if path), None)
    tree = _tree(archive, path, limits) if path else None
    return (posixpath.dirname(path), tree) if path and tree is not None else None


def _tree(archive: zipfile.ZipFile, name: str, limits: Limits) -> Any | None:
    from lxml import etree  # half a second of libraries that whoever reads plain text need not wait for

    data = _read(archive, name, limits)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, recover=True)
    try:
        return etree.fromstring(data, parser) if data else None
    except (etree.XMLSyntaxError, ValueError):
        return None


def _read(archive: zipfile.ZipFile, name: str, limits: Limits) -> bytes | None:
    """A member's bytes; None where there is none, or it is longer than a page may be."""
    try:
        with opened(archive, name) as file:
            data = file.read(limits.page + 1)
    except KeyError:
        return None
    return data if len(data) <= limits.page else None


def _told(tree: Any) -> Told:
    first: dict[str, str] = {}
    for node in tree.iter("{http://purl.org/dc/elements/1.1/}*"):
        text = "".join(node.itertext()).strip()
        if text:
            first.setdefault(node.tag.rpartition("}")[2], text)
    return Told(outlet=first.get("publisher"), published=date_said(first.get("date")))


def _chapters(folder: str, tree: Any) -> list[str]:
    items = {node.get("id"): node for node in tree.iter("{*}item")}
    order = [items[ref] for node in tree.iter("{*}itemref") if (ref := node.get("idref")) in items]
    return [
        posixpath.normpath(posixpath.join(folder, unquote(item.get("href", ""))))
        for item in order
        if item.get("media-type") in _PAGES and "nav" not in (item.get("properties") or "").split()
    ]


def _chapter(found: Found, archive: zipfile.ZipFile, name: str, told: Told, way: Way) -> Found | Unreadable | None:
    """A chapter's words as a text; None for a cover and its like."""
    from khabar.reports.pages import heading_and_words

    source = f"{found.source}!{name}"
    data = _read(archive, name, way.limits)
    if data is None:
        return Unreadable(source, f"a chapter that is missing, or a page of more than {in_words(way.limits.page)}")
    if not way.allowance.take(len(data)):
        return Unreadable(source, f"the archive holds more than {in_words(way.limits.zip_whole)} unpacked")
    title, words = heading_and_words(data)
    text = words.encode()
    return (
        Found(source, "chapter.txt", len(text), partial(io.BytesIO, text), Told(title=title).over(told))
        if words
        else None
    )
