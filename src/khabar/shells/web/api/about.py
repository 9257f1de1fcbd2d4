"""What may be asked here, what the labels in the answers mean, and whether the server is well."""

from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, FastAPI, Query, Response
from fastapi.responses import JSONResponse

from khabar import __version__
from khabar.errors import KhabarError
from khabar.shells.web.api.answers import AtCounter
from khabar.shells.web.api.documented import one, part
from khabar.shells.web.asked import Limit, Offset
from khabar.shells.web.troubles import trouble, without_folders
from khabar.store.values_as_json import to_json
from khabar.views.labels import Label, LexiconEntry, explained, labels

router = APIRouter()
_MANY = 50
_NOT_KEPT = {"cache-control": "no-store"}


@dataclass(frozen=True, slots=True)
class Question:
    """Something that may be asked."""

    address: str
    asks: str


@dataclass(frozen=True, slots=True)
class Questions:
    """All that may be asked of this server."""

    version: str
    document: str  # the address of the OpenAPI document
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class Health:
    """A server that answers, with an archive that can be read."""

    version: str
    is_weighed: bool  # False: reports came in since the last conclusions; build again
    unweighed: int


@router.get("", responses=one(Questions))
def questions(at: AtCounter) -> Response:
    """The questions, with their addresses."""
    app: FastAPI = at.request.app
    asked = tuple(Question(address, told["get"]["description"]) for address, told in app.openapi()["paths"].items())
    return at.one(Questions(__version__, app.openapi_url or "", asked))


@router.get("/health", responses=one(Health))
def health(at: AtCounter) -> Response:
    """Whether the archive can be read; 503 if it cannot."""
    try:
        unweighed = len(at.archive.not_weighed())
    except KhabarError as wrong:
        said = without_folders(at.request, str(wrong))
        return JSONResponse(trouble(503, type(wrong).__name__, said), status_code=503)
    return JSONResponse(to_json(Health(__version__, not unweighed, unweighed)), headers=_NOT_KEPT)


@router.get("/explain", responses=part(Label | LexiconEntry))
def explain(
    at: AtCounter,
    label: Annotated[str, Query(max_length=300, description="A label, as a reading or an answer gives it.")],
    limit: Limit = _MANY,
    offset: Offset = 0,
) -> Response:
    """What a label means, each part of one that is put together: `khabar explain`."""
    return at.part_of(explained(label), limit, offset)


@router.get("/labels", responses=part(Label))
def all_labels(at: AtCounter, limit: Limit = _MANY, offset: Offset = 0) -> Response:
    """All labels that are no entry of the knowledge: `khabar explain --all`."""
    return at.part_of(labels(), limit, offset)
