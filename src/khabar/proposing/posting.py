"""One request to the server of a model, bounded in time and size, led nowhere else."""

import json
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Timer
from typing import Any

import httpx

from khabar.errors import CannotAsk
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
        with _ended_after(patience) as line:
            try:
                return self._posted(path, given, line)
            except (httpx.ConnectError, httpx.ConnectTimeout, httpx.UnsupportedProtocol) as error:
                why = f"no server answers there ({_in_words(error)}): start it, or check the address"
                raise CannotAsk(self._endpoint.address, why) from error
            except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
                late = line.ended or isinstance(error, httpx.TimeoutException)
                raise Broken(f"it took more than {patience:.0f} seconds" if late else _in_words(error)) from error

    def _posted(self, path: str, given: Mapping[str, Any], line: "_Watched") -> Posted:
        key = self._endpoint.key
        request = self._client.build_request(
            "POST",
            self._endpoint.address + path,
            content=json.dumps(given, ensure_ascii=False).encode("utf-8", "replace"),
            headers={"Content-Type": "application/json", **({"Authorization": f"Bearer {key}"} if key else {})},
            extensions={"trace": line.seen},
        )
        response = self._client.send(request, stream=True)
        try:
            body = self._body(response)
            if line.ended:
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


class _Watched:
    """The socket of a request, to be cut off when its time is over: a server may send a byte now and then for ever."""

    def __init__(self) -> None:
        self.ended = False
        self._socket: socket.socket | None = None

    def seen(self, event: str, info: Mapping[str, Any]) -> None:
        """Told by httpx of each of its steps."""
        if event in ("connection.connect_tcp.complete", "connection.start_tls.complete"):
            self._socket = info["return_value"].get_extra_info("socket")

    def end(self) -> None:
        """Cuts the line."""
        self.ended = True
        if self._socket is not None:
            try:
                self._socket.shutdown(socket.SHUT_RDWR)
            except OSError:  # it was closed meanwhile
                return


@contextmanager
def _ended_after(seconds: float) -> Iterator[_Watched]:
    line = _Watched()
    timer = Timer(seconds, line.end)
    timer.daemon = True
    timer.start()
    try:
        yield line
    finally:
        timer.cancel()


def _in_words(error: Exception) -> str:
    return {
        "ReadTimeout": "it does not answer in time",
        "ConnectTimeout": "it does not answer in time",
        "ConnectError": "the connection was refused or its certificate does not hold",
    }.get(type(error).__name__, "the connection broke off, or its answer is damaged")
