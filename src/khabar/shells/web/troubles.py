"""Errors as answers: a page for people, one shape of JSON for programs."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException

from khabar.errors import (
    AmbiguousId,
    ArchiveBusy,
    CannotCorrect,
    CannotJudge,
    KhabarError,
    NothingBetween,
    NothingSaid,
    NotInArchive,
    OnlyExclusions,
    ServerOutOfReach,
    ServerTooSlow,
    UnknownLabel,
)
from khabar.shells.web.languages import Language
from khabar.shells.web.rendering import rendered
from khabar.shells.web.settings import Settings
from khabar.store.values_as_json import to_json

_STATUS: dict[type[KhabarError], int] = {
    NotInArchive: 404,
    NothingSaid: 404,
    UnknownLabel: 404,
    AmbiguousId: 300,
    NothingBetween: 422,
    OnlyExclusions: 422,
    CannotCorrect: 422,
    CannotJudge: 422,
    ArchiveBusy: 503,
    ServerOutOfReach: 503,
    ServerTooSlow: 503,
}
_API = "/api/"


@dataclass(frozen=True, slots=True)
class Wrong:
    """What is wrong, where, and what to do."""

    status: int  # of HTTP
    kind: str  # the name of the error, as in docs/errors.md, or NoSuchPage, BadQuestion, Refused, Unforeseen
    message: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """An error as the API tells it."""

    error: Wrong


@dataclass(frozen=True, slots=True)
class Particulars:
    """What a page tells of a trouble beside its kind, in the language of the page."""

    asked: str = ""  # the id or name that nothing bears
    candidates: tuple[tuple[str, str], ...] = ()  # ids that it may be, with their words
    faults: tuple[tuple[str, str], ...] = ()  # fields that cannot be taken, with what was given


def tell_in(app: FastAPI) -> None:
    """Lets the application tell of every trouble in this way."""
    app.add_exception_handler(KhabarError, _known)
    app.add_exception_handler(RequestValidationError, _badly_asked)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(Exception, _unforeseen)


def _known(request: Request, error: Exception) -> Response:
    status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 500)
    particulars = Particulars(getattr(error, "asked", ""), getattr(error, "candidates", ()))
    return _told(request, status, type(error).__name__, str(error), particulars=particulars)


def _badly_asked(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    found = error.errors()
    if any(one["loc"][:2] == ("path", "lang") for one in found):
        return _told(request, 404, "NoSuchPage", "There is no such page.")
    said = dict.fromkeys(f"{'.'.join(map(str, one['loc'][1:]))}: {_why(one)}" for one in found)
    faults = dict.fromkeys(
        (str(one["loc"][-1]), one["input"] if isinstance(one["input"], str) else "") for one in found
    )
    return _told(request, 422, "BadQuestion", "; ".join(said), particulars=Particulars(faults=tuple(faults)))


def _why(fault: Mapping[str, Any]) -> str:
    """What was not understood: in our own words where the value is refused by us."""
    return str(fault["ctx"]["error"] if fault["type"] == "value_error" else fault["msg"])


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    missing = error.status_code == 404
    said, kind = ("There is no such page.", "NoSuchPage") if missing else (str(error.detail), "Refused")
    return _told(request, error.status_code, kind, said, error.headers)


def _unforeseen(request: Request, error: Exception) -> Response:
    return _told(request, 500, "Unforeseen", "Something went wrong here that was not foreseen; the log has it.")


def _told(
    request: Request,
    status: int,
    kind: str,
    said: str,
    headers: Mapping[str, str] | None = None,
    particulars: Particulars = Particulars(),  # noqa: B008 -- frozen
) -> Response:
    said = without_folders(request, said)
    if is_of_api(request.url.path):
        return JSONResponse(trouble(status, kind, said), status_code=status, headers=headers)
    first = request.url.path.split("/")[1]
    language = Language(first) if first in tuple(Language) else Language.AR
    html = rendered("trouble.html.jinja", request, language, status=status, kind=kind, said=said, told=particulars)
    return HTMLResponse(html, status_code=status, headers=headers)


def is_of_api(path: str) -> bool:
    """Whether a program asks there, and not a browser."""
    return path.startswith(_API)


def trouble(status: int, kind: str, said: str) -> Any:
    """The JSON that tells of something wrong."""
    return to_json(Trouble(Wrong(status, kind, said)))


def without_folders(request: Request, said: str) -> str:
    """Where the archive lies on this machine is nobody else's business."""
    settings: Settings = request.app.state.settings
    return said.replace(str(settings.archive), settings.archive.name)
