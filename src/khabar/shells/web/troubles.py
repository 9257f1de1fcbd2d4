"""Errors as answers: a page for people, one shape of JSON for programs."""

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, JSONResponse, Response
from starlette.exceptions import HTTPException

from khabar.errors import AmbiguousId, ArchiveBusy, CannotCorrect, CannotJudge, KhabarError, NotInArchive, UnknownLabel
from khabar.shells.web.languages import Language
from khabar.shells.web.rendering import rendered

_STATUS: dict[type[KhabarError], int] = {
    NotInArchive: 404,
    UnknownLabel: 404,
    AmbiguousId: 300,
    CannotCorrect: 422,
    CannotJudge: 422,
    ArchiveBusy: 503,
}


def tell_in(app: FastAPI) -> None:
    """Lets the application tell of every trouble in this way."""
    app.add_exception_handler(KhabarError, _known)
    app.add_exception_handler(RequestValidationError, _badly_asked)
    app.add_exception_handler(HTTPException, _refused)
    app.add_exception_handler(Exception, _unforeseen)


def _known(request: Request, error: Exception) -> Response:
    status = next((code for kind, code in _STATUS.items() if isinstance(error, kind)), 500)
    return _told(request, status, type(error).__name__, str(error))


def _badly_asked(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    found = error.errors()
    if any(one["loc"][:2] == ("path", "lang") for one in found):
        return _told(request, 404, "NoSuchPage", "There is no such page.")
    said = "; ".join(f"{'.'.join(map(str, one['loc'][1:]))}: {one['msg']}" for one in found)
    return _told(request, 422, "BadQuestion", said)


def _refused(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    said = "There is no such page." if error.status_code == 404 else str(error.detail)
    return _told(request, error.status_code, "NoSuchPage" if error.status_code == 404 else "Refused", said)


def _unforeseen(request: Request, error: Exception) -> Response:
    return _told(request, 500, "Unforeseen", "Something went wrong here that was not foreseen; the log has it.")


def _told(request: Request, status: int, kind: str, said: str) -> Response:
    if request.url.path.startswith("/api/"):
        return JSONResponse({"error": {"status": status, "kind": kind, "message": said}}, status_code=status)
    first = request.url.path.split("/")[1]
    language = Language(first) if first in tuple(Language) else Language.AR
    html = rendered("trouble.html.jinja", request, language, status=status, kind=kind, said=said)
    return HTMLResponse(html, status_code=status)
