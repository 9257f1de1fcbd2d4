"""Who may write: whoever opened the address that was told at the start, on this machine or through a proxy."""

import hmac
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import Depends, Form, HTTPException, Request
from fastapi.responses import Response

from khabar.shells.web.settings import Settings

COOKIE = "khabar-reviewer"
_A_DAY = 86_400  # seconds
_LONGEST = 80  # characters of a name
_LONGEST_WORD = 1000


@dataclass(frozen=True, slots=True)
class Reviewer:
    """Somebody who may write."""

    name: str


def reviewer_of(request: Request) -> Reviewer | None:
    """Who is known by the cookie; None: nobody may write, or this one may not."""
    settings: Settings = request.app.state.settings
    token, _, name = request.cookies.get(COOKIE, "").partition(".")
    return Reviewer(_readable(name)) if settings.token and _same(token, settings.token) else None


def let_in(response: Response, settings: Settings, name: str) -> None:
    """Lets the browser be known for a day; no other site can use what it is known by."""
    value = f"{settings.token}.{name.strip()[:_LONGEST].encode().hex()}"
    response.set_cookie(COOKIE, value, max_age=_A_DAY, httponly=True, samesite="strict", path="/")


def is_token(given: str, settings: Settings) -> bool:
    """Whether that is the token that was told at the start."""
    return bool(settings.token) and _same(given, settings.token or "")


def _may_write(request: Request) -> Reviewer:
    reviewer = reviewer_of(request)
    if reviewer is None:
        raise HTTPException(403, "Only who opened the review address that was told at the start may write.")
    origin = request.headers.get("origin")
    if origin is not None and urlsplit(origin).netloc != request.headers.get("host"):
        raise HTTPException(403, "Another site asked for this.")
    return reviewer


def _same(one: str, other: str) -> bool:
    return hmac.compare_digest(one.encode(), other.encode())


def _readable(name: str) -> str:
    try:
        return bytes.fromhex(name).decode() or "?"
    except ValueError:
        return "?"


MayWrite = Annotated[Reviewer, Depends(_may_write)]
Told = Annotated[str, Form(max_length=_LONGEST_WORD)]
