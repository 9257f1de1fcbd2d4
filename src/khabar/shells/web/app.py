"""The web application put together."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from anyio import to_thread
from fastapi import Depends, FastAPI, Request
from fastapi.responses import FileResponse, RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from prometheus_client.openmetrics.exposition import CONTENT_TYPE_LATEST

from khabar import __version__
from khabar.shells.listening import App
from khabar.shells.shelves import Shelves
from khabar.shells.web import api, pages, troubles
from khabar.shells.web.asked import days_in_order
from khabar.shells.web.guards import Guarded
from khabar.shells.web.languages import Language
from khabar.shells.web.metered import Figures, metered
from khabar.shells.web.remembered import Remembering, state_of
from khabar.shells.web.settings import Settings
from khabar.views.dossier.page import STYLE

_HOME = Path(__file__).parent
_THREADS = 8  # that look things up at once: more only wait for one another
_KEPT_FILES = "public, max-age=86400"


def application(settings: Settings) -> App:
    """The pages and the API over that archive, guarded; an ASGI application."""
    inner = _routes(settings)
    guarded = Guarded(Remembering(inner, state_of(settings.archive)), settings)
    return metered(guarded, inner.state.figures)


def _routes(settings: Settings) -> FastAPI:
    app = FastAPI(
        title="Khabar",
        version=__version__,
        lifespan=_few_threads,
        docs_url=None,
        redoc_url=None,
        openapi_url=f"{api.ADDRESS}/openapi.json",
    )
    app.state.settings = settings
    app.state.shelves = Shelves(settings.archive)
    app.state.views = pages.VIEWS
    app.add_api_route("/static/dossier.css", _shared_style, include_in_schema=False)
    app.mount("/static", _Files(directory=_HOME / "static"), name="static")
    app.add_api_route("/metrics", _figures, include_in_schema=False)
    app.add_api_route("/", _home, include_in_schema=False)
    app.include_router(api.router)
    api.document_in(app)
    for router in pages.ROUTERS:
        app.include_router(router, prefix="/{lang}", dependencies=[Depends(days_in_order)], include_in_schema=False)
    app.state.figures = Figures(app.state.shelves, _kinds())
    troubles.tell_in(app)
    return app


def _kinds() -> frozenset[str]:
    """The words that stand in the addresses of all pages and answers."""
    paths = [str(getattr(route, "path", "")) for router in (*pages.ROUTERS, *api.ROUTERS) for route in router.routes]
    return frozenset(word for path in paths for word in path.split("/") if word and "{" not in word)


@asynccontextmanager
async def _few_threads(app: FastAPI) -> AsyncIterator[None]:
    to_thread.current_default_thread_limiter().total_tokens = _THREADS
    yield


def _shared_style() -> Response:
    """The style that the pages share with the dossier."""
    return FileResponse(STYLE, media_type="text/css", headers={"cache-control": _KEPT_FILES})


def _figures(request: Request) -> Response:
    figures: Figures = request.app.state.figures
    return Response(figures.told(), headers={"content-type": CONTENT_TYPE_LATEST, "cache-control": "no-store"})


def _home(request: Request) -> Response:
    return RedirectResponse(f"/{Language.AR}")


class _Files(StaticFiles):
    def file_response(self, *given: object, **more: object) -> Response:
        """A file of the package, which a browser may keep."""
        response = super().file_response(*given, **more)  # type: ignore[arg-type]
        response.headers["cache-control"] = _KEPT_FILES
        return response
