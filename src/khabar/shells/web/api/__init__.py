"""The API: the same questions as on the command line and on the pages, answered in JSON."""

from collections.abc import Iterator

from fastapi import APIRouter, Depends, Request
from fastapi.dependencies.models import Dependant
from fastapi.exceptions import RequestValidationError
from fastapi.routing import APIRoute

from khabar.shells.web.api import about, actors, claims, events, exchanges, reports
from khabar.shells.web.api.documented import document_in, troubles

ADDRESS = "/api/v1"


def _name(route: APIRoute) -> str:
    return route.name


def _nothing_else(request: Request) -> None:
    """Raises RequestValidationError for a field that the question lacks: misspelled, it would ask for everything."""
    route: APIRoute = request.scope["route"]
    takes = list(_fields_of(route.dependant))
    told = f"there is no such field here; there is {', '.join(takes)}." if takes else "nothing is asked here."
    wrong = [name for name in request.query_params if name not in takes]
    if wrong:
        raise RequestValidationError(
            [{"type": "extra", "loc": ("query", name), "msg": told, "input": ""} for name in wrong]
        )


def _fields_of(asking: Dependant) -> Iterator[str]:
    """What a question takes, itself and by what it rests on."""
    yield from (field.alias for field in asking.query_params)
    for deeper in asking.dependencies:
        yield from _fields_of(deeper)


router = APIRouter(dependencies=[Depends(_nothing_else)], responses=troubles(), generate_unique_id_function=_name)
ROUTERS = tuple(part.router for part in (about, events, claims, exchanges, actors, reports))
for part in ROUTERS:
    router.include_router(part, prefix=ADDRESS)

__all__ = ["ADDRESS", "ROUTERS", "document_in", "router"]
