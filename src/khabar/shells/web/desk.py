"""What every page needs at hand: the archive, the language, the addresses, and the way to show an answer."""

from dataclasses import dataclass
from functools import cache, partial
from typing import Annotated

from fastapi import Depends, Request
from fastapi.responses import HTMLResponse

from khabar.shells.shelves import Shelves
from khabar.shells.web.addresses import Addresses
from khabar.shells.web.languages import Language
from khabar.shells.web.rendering import rendered
from khabar.shells.web.settings import Settings
from khabar.store.archive import Archive
from khabar.views.outletless import outletless


@dataclass(frozen=True, slots=True)
class Desk:
    """One request's archive, language and addresses."""

    request: Request
    language: Language
    to: Addresses

    @property
    def archive(self) -> Archive:
        """The archive of the thread that answers, never changed."""
        shelves: Shelves = self.request.app.state.shelves
        return shelves.archive()

    @property
    def settings(self) -> Settings:
        """How the server was started."""
        settings: Settings = self.request.app.state.settings
        return settings

    def page(self, template: str, status: int = 200, **shown: object) -> HTMLResponse:
        """The page that a template makes of what is shown."""
        shown = {"model": self.archive.model(), "outletless": cache(partial(outletless, self.archive)), **shown}
        return HTMLResponse(rendered(template, self.request, self.language, **shown), status_code=status)


async def _desk(request: Request, lang: Language) -> Desk:
    return Desk(request, lang, Addresses(lang))


AtDesk = Annotated[Desk, Depends(_desk)]
