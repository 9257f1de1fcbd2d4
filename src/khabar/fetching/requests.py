"""One request to one machine, bounded in time and size."""

import ssl
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError
from urllib3.response import BaseHTTPResponse

from khabar import __version__
from khabar.errors import CannotFetch
from khabar.fetching.targets import Target
from khabar.patience import cut_after
from khabar.reports.limits import MEGABYTE, in_words

AGENT = f"khabar/{__version__}"
_PIECE = 1 << 16


@dataclass(frozen=True, slots=True)
class Bounds:
    """How long and how much one answer may take."""

    pause: float = 20.0  # seconds without a byte
    whole: float = 60.0  # seconds in all
    size: int = 20 * MEGABYTE  # bytes, unpacked


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back. `head` has its names in small letters."""

    target: Target
    status: int
    head: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""

    @property
    def kind(self) -> str:
        """The media type in small letters; empty where none is said."""
        return self.head.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def encoding(self) -> str | None:
        """The encoding that the head names."""
        _, _, said = self.head.get("content-type", "").partition("charset=")
        return said.partition(";")[0].strip(" \"'") or None


class Broken(Exception):
    """No answer, or half of one: the same request may succeed later."""


def answered(target: Target, machine: str, head: Mapping[str, str], bounds: Bounds) -> Answer:
    """The answer of one machine; raises Broken, or CannotFetch for an answer that is too long."""
    connection = _connection(target, machine, bounds)
    sent = {"Host": target.authority, "User-Agent": AGENT, "Accept-Encoding": "gzip, deflate", **head}
    try:
        with cut_after(bounds.whole, lambda: connection.sock) as cut:
            connection.connect()
            connection.request("GET", target.path, headers=sent, preload_content=False)
            response = connection.getresponse()
            names = {name.lower(): value for name, value in response.headers.items()}
            body = _body(response, target, bounds) if response.status == 200 else b""
            if cut.ended:
                raise Broken(f"it took more than {bounds.whole:.0f} seconds")
            return Answer(target, response.status, names, body)
    except (HTTPError, OSError, ValueError) as error:
        words = f"it took more than {bounds.whole:.0f} seconds" if cut.ended else _in_words(error)
        raise Broken(words) from error
    finally:
        connection.close()


def _connection(target: Target, machine: str, bounds: Bounds) -> HTTPConnection:
    if target.scheme == "http":
        return HTTPConnection(machine, target.port, timeout=bounds.pause)
    return HTTPSConnection(
        machine, target.port, timeout=bounds.pause, server_hostname=target.host, ssl_context=_trusted()
    )


@cache
def _trusted() -> ssl.SSLContext:
    return ssl.create_default_context()


def _body(response: BaseHTTPResponse, target: Target, bounds: Bounds) -> bytes:
    pieces, size = [], 0
    for piece in response.stream(_PIECE, decode_content=True):
        size += len(piece)
        if size > bounds.size:
            raise CannotFetch(target.address, f"its answer has more than {in_words(bounds.size)}")
        pieces.append(piece)
    return b"".join(pieces)


def _in_words(error: Exception) -> str:
    if isinstance(error, ssl.SSLError):
        return "its certificate or its encryption does not hold"
    if isinstance(error, TimeoutError) or "timed out" in str(error):
        return "it does not answer in time"
    return "the connection broke off, or its answer is damaged"
