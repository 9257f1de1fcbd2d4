"""Feeds watched: the items that are new, with their pages where the feed gives no more than a summary."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from khabar.errors import CannotFetch
from khabar.fetching.fetcher import Fetcher
from khabar.fetching.kept import Kept
from khabar.fetching.pages import Notebook, file_of, reports_in_answer
from khabar.fetching.targets import target_of
from khabar.reports.feeds import Item, items_in, report_of_item
from khabar.reports.intake import USUAL
from khabar.reports.told import Told
from khabar.values.report import Report, Unreadable


def reports_watched(
    feeds: Iterable[str], fetcher: Fetcher, notebook: Notebook, *, pages: bool
) -> Iterator[Report | Unreadable]:
    """One report an item that is not in the archive; none is lost, whatever is wrong with it or its page."""
    seen = set(notebook.addresses)
    for feed in dict.fromkeys(feeds):
        for item in _items(feed, fetcher, notebook):
            if isinstance(item, Unreadable):
                yield item
                continue
            link = item.told.url
            if link is not None and link in seen:
                continue
            seen |= {link} if link else set()
            yield _report(item, fetcher, notebook.kept, pages=pages)


def _items(feed: str, fetcher: Fetcher, notebook: Notebook) -> Iterator[Item | Unreadable]:
    try:
        answer = notebook.asked(feed, fetcher.get, notebook.marks.get(feed))
    except CannotFetch as error:
        yield Unreadable(feed, error.why)
        return
    if answer is None:
        return
    file = file_of(answer, feed)
    if isinstance(file, Unreadable):
        yield file
        return
    for item in items_in(file, USUAL):
        yield item if isinstance(item, Unreadable) else _linked(item, answer.target.address)


def _linked(item: Item, feed: str) -> Item:
    """The item with its whole address; with none where what it links to is no web page."""
    link = item.told.url
    try:
        whole = target_of(link, feed).address if link else None
    except CannotFetch:
        whole = None
    return replace(item, told=replace(item.told, url=whole))


def _report(item: Item, fetcher: Fetcher, kept: Kept | None, *, pages: bool) -> Report | Unreadable:
    """An item's report: of its page, and where that cannot be had, of what the feed itself gives."""
    link = item.told.url
    if kept and item.text:
        kept.keep(item.record, ".json")
    if link is None or not pages or not (item.is_summary or not item.text):
        return report_of_item(item, Told())
    told = replace(item.told, id=None, note=None)
    try:
        came = list(reports_in_answer(fetcher.get(link), link, told, kept))
    except CannotFetch as error:
        came = [Unreadable(link, error.why)]
    report = next((one for one in came if isinstance(one, Report)), None)
    if report is not None:
        return report if report.outlet else replace(report, outlet=item.feed)
    why = next((one.reason for one in came if isinstance(one, Unreadable)), "nothing came")
    return report_of_item(item, Told(), f"its page could not be had: {why}") if item.text else Unreadable(link, why)
