"""Bringing reports in: files, folders and zip files made reports, one after the other."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from khabar.reports.dateline import outlet_and_date_in
from khabar.reports.decoding import NoText, decoded
from khabar.reports.feeds import looks_like_feed, reports_in_feed
from khabar.reports.folders import files_under
from khabar.reports.folders import in_words as system_said
from khabar.reports.found import Found
from khabar.reports.gzips import is_gzip, unpacked
from khabar.reports.limits import Limits, in_words
from khabar.reports.made import report_of
from khabar.reports.pages import article_in, declared_encoding, looks_like_page
from khabar.reports.records import reports_in_json, reports_in_lines
from khabar.reports.tables import TABLES, is_table
from khabar.reports.told import Told, joined
from khabar.reports.warcs import is_warc, pages_in
from khabar.reports.zips import BROKEN, Allowance, held, members_of
from khabar.values.report import Report, Unreadable

_LINES = (".jsonl", ".ndjson", ".jsonlines")
_PAGES = (".html", ".htm", ".xhtml")
_HEAD = 4096  # bytes that tell what a file is
_ZIP = b"PK\x03\x04"
NOTHING_TOLD = Told()
USUAL = Limits()


def reports_in(
    paths: Iterable[Path], told: Told = NOTHING_TOLD, *, today: date | None = None, limits: Limits = USUAL
) -> Iterator[Report | Unreadable]:
    """Every report under these paths, in the order of the paths and of the names below them; nothing stops the rest.

    What a record or a side file says of its report outranks what was `told` of all, and that outranks what a page says
    of itself. A report that is dated after `today` is kept, with a note.
    """
    for found in files_under(paths):
        for item in _of_any(found, told, limits, 0, Allowance(limits.zip_whole)):
            yield _with_future_noted(item, today)


def _of_any(
    found: Found | Unreadable, told: Told, limits: Limits, depth: int, allowance: Allowance
) -> Iterator[Report | Unreadable]:
    if isinstance(found, Unreadable):
        yield found
        return
    try:
        if found.read(len(_ZIP))[: len(_ZIP)] == _ZIP or found.ending == ".zip":
            yield from _of_zip(found, told, limits, depth, allowance)
        elif is_warc(found):
            for page in pages_in(found, limits):
                yield from _of_any(page, found.told.over(told), limits, depth, allowance)
        elif is_gzip(found):
            yield from _of_gzip(found, told, limits, depth, allowance)
        else:
            yield from _of_file(found, found.told.over(told), limits)
    except OSError as error:
        yield Unreadable(found.source, system_said(error))
    except BROKEN as error:
        yield Unreadable(found.source, f"it cannot be unpacked: {error}")


def _of_zip(
    found: Found, told: Told, limits: Limits, depth: int, allowance: Allowance
) -> Iterator[Report | Unreadable]:
    if depth > limits.zip_depth:
        yield Unreadable(found.source, f"more than {limits.zip_depth} zip files in one another: unpack them first")
        return
    whole = held(found, limits) if depth else found
    if isinstance(whole, Unreadable):
        yield whole
        return
    for member in members_of(whole, limits, allowance):
        yield from _of_any(member, told, limits, depth + 1, allowance)


def _of_gzip(
    found: Found, told: Told, limits: Limits, depth: int, allowance: Allowance
) -> Iterator[Report | Unreadable]:
    if depth > limits.zip_depth:
        yield Unreadable(found.source, f"packed more than {limits.zip_depth} times over: unpack it first")
        return
    yield from _of_any(unpacked(found, limits), told, limits, depth + 1, allowance)


def _of_file(found: Found, told: Told, limits: Limits) -> Iterator[Report | Unreadable]:
    if found.ending in _LINES:
        yield from reports_in_lines(found, told, limits)
    elif found.ending == ".json":
        yield from reports_in_json(found, told, limits)
    elif found.ending not in _PAGES and looks_like_feed(found.read(_HEAD)):
        yield from reports_in_feed(found, told, limits)
    else:
        yield _of_text(found, told, limits)


def _of_text(found: Found, told: Told, limits: Limits) -> Report | Unreadable:
    data = found.read(limits.text)
    if len(data) > limits.text:
        reason = f"one text of more than {in_words(limits.text)}: give it in parts, or as JSON lines, one report a line"
        return Unreadable(found.source, reason, found.sha256())
    digest = hashlib.sha256(data).hexdigest()
    is_page = found.ending in _PAGES
    text = decoded(data, declared_encoding(data))
    if isinstance(text, NoText):
        return Unreadable(found.source, text.reason, digest)
    if is_page or looks_like_page(text.text):
        return _of_page(found, text.text, digest, joined(text.note, told.note), told, limits)
    bare = text.text.removeprefix("\ufeff")
    if found.ending in TABLES and is_table(bare):
        return Unreadable(found.source, "a table: make JSON lines of it, one record with a field 'text' a line", digest)
    said, note = _told_by_itself(bare, told)
    return report_of(bare, digest, said, joined(text.note, note))


def _told_by_itself(text: str, told: Told) -> tuple[Told, str | None]:
    """What was told, and where nobody told the day, what the text's first lines say."""
    if told.published:
        return told, told.note
    outlet, published = outlet_and_date_in(text)
    note = "its date was read from its first lines" if published else None
    return told.over(Told(outlet=outlet, published=published)), joined(told.note, note)


def _of_page(found: Found, html: str, digest: str, note: str | None, told: Told, limits: Limits) -> Report | Unreadable:
    if len(html) > limits.page:
        return Unreadable(found.source, f"a page of more than {in_words(limits.page)}: save its text as .txt", digest)
    article = article_in(html)
    if article is None:
        return Unreadable(found.source, "no article was found in the page: save its text as .txt", digest)
    return report_of(article.text, digest, told.over(article.told), note)


def _with_future_noted(item: Report | Unreadable, today: date | None) -> Report | Unreadable:
    if today is None or isinstance(item, Unreadable) or item.published is None or item.published <= today:
        return item
    return replace(item, note=joined(item.note, f"its date {item.published.isoformat()} lies in the future"))
