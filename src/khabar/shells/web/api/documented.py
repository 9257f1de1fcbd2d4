"""The OpenAPI document: every answer with its form, derived from the values that are answered."""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi

from khabar import __version__
from khabar.shells.web.troubles import Trouble
from khabar.store.values_schema import Schema, Shapes

_ABOUT = """The questions of Khabar over HTTP. It only reads. Answers are those of `khabar … --json`;
fields that stand at their default are left out. Every answer has an ETag that holds until the archive changes."""
_SHAPES = Shapes("#/components/schemas/")
Responses = dict[int | str, dict[str, Any]]


def one(kind: Any) -> Responses:
    """What a question says that is answered with one value."""
    return _answered(_SHAPES.of(kind))


def part(kind: Any) -> Responses:
    """What a question says that is answered with a part of a list."""
    properties = {
        "items": {"type": "array", "items": _SHAPES.of(kind)},
        "total": {"type": "integer", "minimum": 0, "description": "How many the whole list has."},
        "offset": {"type": "integer", "minimum": 0, "description": "How many stand before the first of these."},
        "next": {"type": ["string", "null"], "description": "The address of those that follow; null: there are none."},
    }
    return _answered({"type": "object", "properties": properties, "required": [*properties]})


def _answered(schema: Schema) -> Responses:
    return {200: {"description": "The answer.", **_json(schema)}}


def troubles() -> Responses:
    """What every question may be answered with when something is wrong."""
    told = _json(_SHAPES.of(Trouble))
    said = {
        "300": "Several ids begin with what was given; the message names them.",
        "404": "There is nothing of that id.",
        "422": "The question cannot be understood; the message says what of it.",
        "default": "Something else is wrong; the message says what.",
    }
    return {code: {"description": words, **told} for code, words in said.items()}


def _json(schema: Schema) -> dict[str, Any]:
    return {"content": {"application/json": {"schema": schema}}}


def document_in(app: FastAPI) -> None:
    """Lets the application give the document; it is made when it is asked for first."""
    app.openapi = lambda: _document(app)  # type: ignore[method-assign]


def _document(app: FastAPI) -> dict[str, Any]:
    if app.openapi_schema is None:
        made = get_openapi(title="Khabar", version=__version__, description=_ABOUT, routes=app.routes)
        made.setdefault("components", {})["schemas"] = dict(sorted(_SHAPES.named.items()))
        app.openapi_schema = made
    return app.openapi_schema
