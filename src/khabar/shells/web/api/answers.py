"""Answers of the API: one value, or a part of a list with the address of the next part."""

from collections.abc import Callable, Sequence
from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import Depends, Request
from fastapi.responses import JSONResponse, Response

from khabar.shells.shelves import Shelves
from khabar.store.archive import Archive
from khabar.store.values_as_json import to_json
from khabar.values.page import Page


class Counter:
    """Where one request is answered: it takes the archive from the shelf of the thread that answers."""

    def __init__(self, request: Request) -> None:
        self.request = request

    @property
    def archive(self) -> Archive:
        """The archive of the thread that answers, never changed."""
        shelves: Shelves = self.request.app.state.shelves
        return shelves.archive()

    def one(self, value: object) -> Response:
        """The value as `khabar … --json` writes it."""
        return JSONResponse(to_json(value))

    def part(self, found: Page[Any], told: Callable[[Any], object] = lambda item: item) -> Response:
        """Some items of a list, with how many there are in all and where the next ones are."""
        items = [to_json(told(item)) for item in found]
        behind = found.offset + len(found)
        more = self._again(behind) if items and behind < found.total else None
        return JSONResponse({"items": items, "total": found.total, "offset": found.offset, "next": more})

    def part_of(self, everything: Sequence[Any], limit: int, offset: int) -> Response:
        """The same of a short list that is at hand whole."""
        return self.part(Page.of(everything, limit, offset))

    def _again(self, offset: int) -> str:
        asked = [(name, value) for name, value in self.request.query_params.multi_items() if name != "offset"]
        return f"{quote(self.request.url.path)}?{urlencode([*asked, ('offset', offset)])}"


async def _counter(request: Request) -> Counter:
    return Counter(request)


AtCounter = Annotated[Counter, Depends(_counter)]
