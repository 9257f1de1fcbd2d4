"""What stands between the pages and whoever asks: headers, host names, sizes."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from khabar.shells.web.settings import Settings

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

# Nothing of a report can run, load or send anything: scripts, styles and pictures come from here alone.
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self';"
    " base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
HEADERS = (
    (b"content-security-policy", _POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"permissions-policy", b"camera=(), geolocation=(), microphone=()"),
)
LONGEST_ADDRESS = 4_000  # bytes of path and query
LARGEST_BODY = 64_000  # bytes that a form may send


class Guarded:
    """Refuses what no reader sends, and puts the headers on every answer."""

    def __init__(self, app: App, settings: Settings) -> None:
        self._app = app
        self._hosts = settings.hosts

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal:
            await _refuse(send, *refusal)
            return
        await self._app(scope, _limited(receive), _with_headers(send))

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = dict(scope["headers"])
        if _host(headers) not in self._hosts:
            return 421, "This server does not answer to that host name; start it with --name to let it."
        if len(scope["raw_path"]) + len(scope["query_string"]) > LONGEST_ADDRESS:
            return 414, f"The address is longer than {LONGEST_ADDRESS} bytes."
        if int(_digits(headers.get(b"content-length", b"0"))) > LARGEST_BODY:
            return 413, f"More than {LARGEST_BODY} bytes were sent."
        return None


def _host(headers: dict[bytes, bytes]) -> str:
    named = headers.get(b"host", b"").decode("latin-1").casefold()
    name, _, port = named.rpartition(":")
    return name if name and port.isdigit() else named


def _digits(given: bytes) -> str:
    return given.decode("latin-1") if given.isdigit() else "0"


async def _refuse(send: Send, status: int, why: str) -> None:
    body = why.encode()
    told = ((b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode()))
    await send({"type": "http.response.start", "status": status, "headers": [*told, *HEADERS]})
    await send({"type": "http.response.body", "body": body})


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = {name for name, _ in message["headers"]}
            message["headers"] = [*message["headers"], *(h for h in HEADERS if h[0] not in given)]
        await send(message)

    return sending


def _limited(receive: Receive) -> Receive:
    """Cuts off a body that grows beyond what its length said, or that said none."""
    got = 0

    async def receiving() -> Message:
        nonlocal got
        message = await receive()
        got += len(message.get("body", b""))
        return {"type": "http.disconnect"} if got > LARGEST_BODY else message

    return receiving
