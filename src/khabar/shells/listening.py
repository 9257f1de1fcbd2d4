"""What every server of ours asks of a request before anything reads it: that it comes soon, and has one end."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import uvicorn

from khabar.shells.impatient import Impatient

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

LARGEST_BODY = 64_000  # bytes that a request may send
_DIGITS = 12  # of a length; more are not turned into a number
_KEEP_OPEN = 15  # seconds that a silent connection stays open
_AT_ONCE = 200  # requests; more are told to come back
_LET_FINISH = 5  # seconds that a request has left when the server is told to stop


def listening(app: Any, **logging: Any) -> uvicorn.Config:
    """How a server listens that answers with an app of ASGI; `logging`: what of uvicorn's logging is otherwise."""
    return uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        http=Impatient,
        ws="none",
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=_KEEP_OPEN,
        timeout_graceful_shutdown=_LET_FINISH,
        limit_concurrency=_AT_ONCE,
        **logging,
    )


def unmeasured(headers: MutableMapping[bytes, bytes]) -> tuple[int, str] | None:
    """Why a request is refused by what its headers say of its end: the status and the words; None: it is not."""
    if b"transfer-encoding" in headers and b"content-length" in headers:
        return 400, "The request says in two ways where it ends."
    length = headers.get(b"content-length", b"0")
    if length.isdigit() and (len(length) > _DIGITS or int(length) > LARGEST_BODY):
        return 413, f"More than {LARGEST_BODY} bytes were sent."
    return None


def limited(receive: Receive) -> Receive:
    """Cuts off a body that grows beyond what its length said, or that said none."""
    got = 0

    async def receiving() -> Message:
        nonlocal got
        message = await receive()
        got += len(message.get("body", b""))
        return {"type": "http.disconnect"} if got > LARGEST_BODY else message

    return receiving


class Measured:
    """An app that is asked only what has one end and is not too large."""

    def __init__(self, app: App) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = unmeasured(dict(scope["headers"]))
        if refusal is None:
            await self._app(scope, limited(receive), send)
            return
        status, why = refusal
        told = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
        await send({"type": "http.response.start", "status": status, "headers": told})
        await send({"type": "http.response.body", "body": why.encode()})
