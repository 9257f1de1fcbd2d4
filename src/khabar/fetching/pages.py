"""Addresses made reports: each answer read like a file of its kind."""

import io
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from pathlib import PurePath

from khabar.errors import CannotFetch
from khabar.fetching.fetcher import Fetcher
from khabar.fetching.kept import Kept
from khabar.fetching.requests import Answer
from khabar.reports.found import Found
from khabar.reports.intake import USUAL, reports_of
from khabar.reports.outlets import outlet_at
from khabar.reports.told import Told
from khabar.reports.way import Allowance, Way
from khabar.values.fetched import Mark
from khabar.values.report import Report, Unreadable

_NAMES: Mapping[str, str] = {
    "": "page",  # told by how it begins
    "text/html": "page.html",
    "application/xhtml+xml": "page.html",
    "text/plain": "text.txt",
    "application/json": "records.json",
    "application/feed+json": "records.json",
    "text/xml": "feed.xml",
    "application/xml": "feed.xml",
    "application/rss+xml": "feed.xml",
    "application/rdf+xml": "feed.xml",
    "application/atom+xml": "feed.xml",
}


@dataclass(frozen=True, slots=True)
class Notebook:
    """What was there before, and the marks of what came: the pass writes them down, and whoever made it keeps them."""

    marks: Mapping[str, Mark] = field(default_factory=dict)
    addresses: frozenset[str] = frozenset()
    new: dict[str, Mark] = field(default_factory=dict)
    unchanged: list[str] = field(default_factory=list)
    kept: Kept | None = None  # where the bytes of reports are kept too; None: nowhere

    def asked(self, address: str, get: Callable[[str, Mark | None], Answer], mark: Mark | None) -> Answer | None:
        """The answer, noted; None where nothing is new."""
        answer = get(address, mark)
        if answer.status == 304:
            self.unchanged.append(address)
            return None
        self.new[address] = Mark(answer.head.get("etag", ""), answer.head.get("last-modified", ""))
        return answer


def reports_at(addresses: Iterable[str], fetcher: Fetcher, notebook: Notebook) -> Iterator[Report | Unreadable]:
    """What is published at each address, but for what is in the archive and has not changed since."""
    for address in dict.fromkeys(addresses):
        mark = notebook.marks.get(address) if address in notebook.addresses else None
        try:
            answer = notebook.asked(address, fetcher.get, mark)
        except CannotFetch as error:
            yield Unreadable(address, error.why)
        else:
            if answer is not None:
                yield from reports_in_answer(answer, address, Told(), notebook.kept)


def reports_in_answer(
    answer: Answer, address: str, told: Told, kept: Kept | None = None
) -> Iterator[Report | Unreadable]:
    """The reports of an answer, under the address that was asked, wherever it led."""
    file = file_of(answer, address)
    if isinstance(file, Unreadable):
        yield file
        return
    if kept:
        kept.keep(answer.body, PurePath(file.name).suffix)
    said = told.over(Told(outlet=outlet_at(answer.target.address), url=address))
    yield from reports_of(file, Way(said, USUAL, Allowance(USUAL.zip_whole)))


def file_of(answer: Answer, address: str) -> Found | Unreadable:
    """An answer as a file whose name tells its kind."""
    name = _NAMES.get(answer.kind)
    if name is None:
        return Unreadable(address, f"no page but {answer.kind}: save it and read the file")
    return Found(address, name, len(answer.body), partial(io.BytesIO, answer.body), encoding=answer.encoding)
