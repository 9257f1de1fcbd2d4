"""Bringing reports in: files, folders and archives made reports, one after the other."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import chain
from pathlib import Path

from khabar.errors import NothingToRead
from khabar.reports.containers import BROKEN, Contents, contents_of
from khabar.reports.feeds import looks_like_feed, reports_in_feed
from khabar.reports.folders import files_under
from khabar.reports.folders import in_words as system_said
from khabar.reports.found import Found
from khabar.reports.limits import Limits
from khabar.reports.parquet import is_parquet, reports_in_parquet
from khabar.reports.pdf.report import is_pdf, report_in_pdf
from khabar.reports.records import reports_in_json, reports_in_lines
from khabar.reports.separated import reports_in_table
from khabar.reports.tables import TABLES
from khabar.reports.texts import PAGES, report_in_text
from khabar.reports.told import Told, joined
from khabar.reports.way import Allowance, Columns, Way
from khabar.values.report import Report, Unreadable

_LINES = (".jsonl", ".ndjson", ".jsonlines")
_HEAD = 4096  # bytes that tell what a file is
NOTHING_TOLD = Told()
NO_COLUMNS: Columns = {}
USUAL = Limits()


def reports_in(
    paths: Iterable[Path],
    told: Told = NOTHING_TOLD,
    *,
    today: date | None = None,
    limits: Limits = USUAL,
    columns: Columns = NO_COLUMNS,
) -> Iterator[Report | Unreadable]:
    """Every report under these paths, in the order of the paths and of the names below them; nothing stops the rest.

    What a record or a side file says of its report outranks what was `told` of all, and that outranks what a page says
    of itself. A report that is dated after `today` is kept, with a note.
    """
    for found in files_under(paths):
        for item in reports_of(found, Way(told, limits, Allowance(limits.zip_whole), columns)):
            yield with_future_noted(item, today)


def reports_of(found: Found | Unreadable, way: Way) -> Iterator[Report | Unreadable]:
    """Every report in one file, however it is packed."""
    if isinstance(found, Unreadable):
        yield found
        return
    try:
        contents = contents_of(found, way)
        yield from _of_file(found, way.of(found)) if contents is None else _of_members(found, contents, way)
    except OSError as error:
        yield Unreadable(found.source, system_said(error))
    except BROKEN as error:
        yield Unreadable(found.source, f"it cannot be unpacked: {str(error) or 'it ends too soon'}")


def _of_members(found: Found, contents: Contents, way: Way) -> Iterator[Report | Unreadable]:
    empty = True
    for member in contents:
        for item in reports_of(member, way.into(found)):
            empty = False
            yield item
    if empty:
        yield Unreadable(found.source, "nothing to read lies in it", found.sha256())


def _of_file(found: Found, way: Way) -> Iterator[Report | Unreadable]:
    head = found.read(_HEAD)
    if is_pdf(head):
        yield report_in_pdf(found, way.told, way.limits)
    elif is_parquet(head):
        yield from reports_in_parquet(found, way)
    elif found.ending in _LINES:
        yield from reports_in_lines(found, way)
    elif found.ending == ".json":
        yield from reports_in_json(found, way)
    elif found.ending not in PAGES and looks_like_feed(head):
        yield from reports_in_feed(found, way.told, way.limits)
    elif found.ending in TABLES:
        yield from reports_in_table(found, way)
    else:
        yield report_in_text(found, way.told, way.limits)


def something_in(incoming: Iterator[Report | Unreadable], paths: Sequence[Path | str]) -> Iterator[Report | Unreadable]:
    """The same; raises NothingToRead at once where nothing comes."""
    first = next(incoming, None)
    if first is None:
        raise NothingToRead(", ".join(str(path) for path in paths))
    return chain([first], incoming)


def with_future_noted(item: Report | Unreadable, today: date | None) -> Report | Unreadable:
    """The same, with a note where its day is yet to come."""
    if today is None or isinstance(item, Unreadable) or item.published is None or item.published <= today:
        return item
    return replace(item, note=joined(item.note, f"its date {item.published.isoformat()} lies in the future"))
