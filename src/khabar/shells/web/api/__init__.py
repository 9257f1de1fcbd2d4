"""The API: the same questions as on the command line and on the pages, answered in JSON."""

from fastapi import APIRouter
from fastapi.routing import APIRoute

from khabar.shells.web.api import about, actors, claims, events, exchanges, reports
from khabar.shells.web.api.documented import document_in, troubles

ADDRESS = "/api/v1"


def _name(route: APIRoute) -> str:
    return route.name


router = APIRouter(responses=troubles(), generate_unique_id_function=_name)
ROUTERS = tuple(part.router for part in (about, events, claims, exchanges, actors, reports))
for part in ROUTERS:
    router.include_router(part, prefix=ADDRESS)

__all__ = ["ADDRESS", "ROUTERS", "document_in", "router"]
