"""One request to the server of a model, bounded in time and size, led nowhere else."""

import json
import socket
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import httpx

from khabar.errors import CannotAsk
from khabar.patience import Cut, cut_after
from khabar.proposing.endpoint import Endpoint

_CONNECTING = 10.0  # seconds
_LARGEST = 8 << 20  # bytes, unpacked: a hundred times what a window can be answered with


@dataclass(frozen=True, slots=True)
class Posted:
    """What came back. `head` has its names in small letters."""

    status: int
    head: Mapping[str, str]
    body: bytes


class Broken(Exception):
    """No answer, or half of one: the same request may succeed later."""


class Line:
    """Requests to one server."""

    def __init__(self, endpoint: Endpoint) -> None:
        self._endpoint = endpoint
        # No proxies, netrc or certificates out of the environment: what is sent goes where the user said, or nowhere.
        timeout = httpx.Timeout(endpoint.patience, connect=min(_CONNECTING, endpoint.patience))
        once = httpx.Limits(max_keepalive_connections=0)  # each request has a line of its own, which can be cut
        self._client = httpx.Client(timeout=timeout, limits=once, follow_redirects=False, trust_env=False)

    def close(self) -> None:
        """Lets go of what the requests shared."""
        self._client.close()

    def post(self, path: str, given: Mapping[str, Any]) -> Posted:
        """The answer of any status; raises Broken, or CannotAsk where the server cannot be reached at all."""
        patience = self._endpoint.patience
        connected = _Connected()
        with cut_after(patience, lambda: connected.socket) as cut:
            try:
                return self._posted(path, given, connected, cut)
            except (httpx.ConnectError, httpx.ConnectTimeout, httpx.UnsupportedProtocol) as error:
                why = f"no server answers there ({_in_words(error)}): start it, or check the address"
                raise CannotAsk(self._endpoint.address, why) from error
            except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
                late = cut.ended or isinstance(error, httpx.TimeoutException)
                raise Broken(f"it took more than {patience:.0f} seconds" if late else _in_words(error)) from error

    def _posted(self, path: str, given: Mapping[str, Any], connected: "_Connected", cut: Cut) -> Posted:
        key = self._endpoint.key
        request = self._client.build_request(
            "POST",
            self._endpoint.address + path,
            content=json.dumps(given, ensure_ascii=False).encode("utf-8", "replace"),
            headers={"Content-Type": "application/json", **({"Authorization": f"Bearer {key}"} if key else {})},
            extensions={"trace": connected.seen},
        )
        response = self._client.send(request, stream=True)
        try:
            body = self._body(response)
            if cut.ended:
                raise Broken(f"it took more than {self._endpoint.patience:.0f} seconds")
            return Posted(response.status_code, dict(response.headers), body)
        finally:
            response.close()

    def _body(self, response: httpx.Response) -> bytes:
        pieces, size = [], 0
        for piece in response.iter_bytes():
            size += len(piece)
            if size > _LARGEST:
                raise CannotAsk(self._endpoint.address, f"its answer has more than {_LARGEST >> 20} MB")
            pieces.append(piece)
        return b"".join(pieces)


class _Connected:
    """The socket of a request."""

    def __init__(self) -> None:
        self.socket: socket.socket | None = None  # None: there is none yet

    def seen(self, event: str, info: Mapping[str, Any]) -> None:
        """Told by httpx of each of its steps."""
        if event in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            self.socket = info["return_value"].get_extra_info("socket")


def _in_words(error: Exception) -> str:
    return {
        "ReadTimeout": "it does not answer in time",
        "ConnectTimeout": "it does not answer in time",
        "ConnectError": "the connection was refused or its certificate does not hold",
    }.get(type(error).__name__, "the connection broke off, or its answer is damaged")
