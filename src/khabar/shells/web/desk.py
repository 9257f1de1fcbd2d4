"""What every page needs at hand: the archive, the language, the addresses, and the way to show an answer."""

import os
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse

from khabar.shells.web.addresses import Addresses
from khabar.shells.web.languages import Language
from khabar.shells.web.rendering import rendered
from khabar.shells.web.settings import Settings
from khabar.store.archive import Archive


class Shelves:
    """The archive, opened once for each thread; a file put in its place is opened anew."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._own = threading.local()

    def archive(self) -> Archive:
        """This thread's own view of the archive, never changing it."""
        found = os.stat(self.path) if self.path.exists() else None
        now = (found.st_dev, found.st_ino) if found else None
        kept: tuple[Any, Archive] | None = getattr(self._own, "kept", None)
        if kept and now and kept[0] == now:
            return kept[1]
        if kept:
            kept[1].close()
        self._own.kept = None
        opened = Archive.to_read(self.path)
        self._own.kept = (now, opened)
        return opened


@dataclass(frozen=True, slots=True)
class Desk:
    """One request's archive, language and addresses."""

    request: Request
    archive: Archive
    language: Language
    to: Addresses

    @property
    def settings(self) -> Settings:
        """How the server was started."""
        settings: Settings = self.request.app.state.settings
        return settings

    def page(self, template: str, status: int = 200, **shown: object) -> HTMLResponse:
        """The page that a template makes of what is shown."""
        return HTMLResponse(rendered(template, self.request, self.language, **shown), status_code=status)


def _desk(request: Request, lang: Language) -> Desk:
    shelves: Shelves = request.app.state.shelves
    return Desk(request, shelves.archive(), lang, Addresses(lang))


AtDesk = Annotated[Desk, Depends(_desk)]
