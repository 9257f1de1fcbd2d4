"""What stands between the pages and whoever asks: headers, host names, rates, sizes."""

import json
import time
from collections.abc import Callable

from khabar.shells.listening import App, Message, Receive, Scope, Send, limited, unmeasured
from khabar.shells.web.rates import Rates
from khabar.shells.web.settings import Settings
from khabar.shells.web.troubles import is_of_api, trouble

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
_TOO_MANY = 429
_UNREAD = (400, 413)  # what was sent is not read to its end
_AT_A_STRETCH = 5  # seconds' worth of requests that may come at once: a page with its pictures, and some more


class Guarded:
    """Refuses what no reader sends, and puts the headers on every answer."""

    def __init__(self, app: App, settings: Settings, clock: Callable[[], float] = time.monotonic) -> None:
        self._app = app
        self._settings = settings
        self._rates = None if settings.is_local else Rates(settings.rate, settings.rate * _AT_A_STRETCH, clock)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        refusal = self._refusal(scope)
        if refusal:
            await _refuse(scope, send, *refusal)
            return
        await self._app(scope, limited(receive), _with_headers(send))

    def _refusal(self, scope: Scope) -> tuple[int, str] | None:
        headers = dict(scope["headers"])
        if not self._settings.answers_to(_host(headers)):
            return 421, "This server does not answer to that host name; start it with --name to let it."
        if self._rates and not self._rates.allows(_address(scope)):
            return 429, f"More than {self._settings.rate} requests a second came from your address. Ask more slowly."
        if len(scope["raw_path"]) + len(scope["query_string"]) > LONGEST_ADDRESS:
            return 414, f"The address is longer than {LONGEST_ADDRESS} bytes."
        return unmeasured(headers)


def _address(scope: Scope) -> str:
    """Of whoever asks; empty: it is not known, as with a socket of the file system."""
    client = scope.get("client")
    return str(client[0]) if client else ""


def _host(headers: dict[bytes, bytes]) -> str:
    named = headers.get(b"host", b"").decode("latin-1").casefold()
    name, _, port = named.rpartition(":")
    return name if name and port.isdigit() else named


async def _refuse(scope: Scope, send: Send, status: int, why: str) -> None:
    if is_of_api(scope["path"]):
        kind, body = b"application/json", json.dumps(trouble(status, "Refused", why)).encode()
    else:
        kind, body = b"text/plain; charset=utf-8", why.encode()
    told = [(b"content-type", kind), (b"content-length", str(len(body)).encode())]
    again = [(b"retry-after", b"1")] if status == _TOO_MANY else []
    # A proxy before us may see the end elsewhere: what follows on that connection is nobody's request.
    closed = [(b"connection", b"close")] if status in _UNREAD else []
    await send({"type": "http.response.start", "status": status, "headers": [*told, *again, *closed, *HEADERS]})
    await send({"type": "http.response.body", "body": body})


def _with_headers(send: Send) -> Send:
    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            given = {name for name, _ in message["headers"]}
            message["headers"] = [*message["headers"], *(h for h in HEADERS if h[0] not in given)]
        await send(message)

    return sending
