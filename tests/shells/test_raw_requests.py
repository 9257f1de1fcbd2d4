"""What no browser sends, byte by byte to the server as it runs: one request is never taken for two, nor another's."""

import socket

import pytest
from served import CLOSE, HEALTH, HOST, PATIENCE, answered

POST = b"POST /api/v1/health HTTP/1.1\r\n" + HOST
HIDDEN = b"GET /api/v1/hidden HTTP/1.1\r\n" + HOST + b"\r\n"

TWO_ENDS = {
    "a length and chunks": b"Content-Length: 44\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "chunks and a length": b"Transfer-Encoding: chunked\r\nContent-Length: 3\r\n\r\n0\r\n\r\n",
    "chunks on the next line": b"Transfer-Encoding:\r\n chunked\r\nContent-Length: 5\r\n\r\n0\r\n\r\n",
    "two lengths": b"Content-Length: 0\r\nContent-Length: 44\r\n\r\n",
    "lengths in a list": b"Content-Length: 0, 44\r\n\r\n",
    "a length with a sign": b"Content-Length: +44\r\n\r\n",
    "a length below nothing": b"Content-Length: -1\r\n\r\n",
    "a length in other digits": "Content-Length: ٣\r\n\r\n".encode(),
    "a length of many digits": b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n",
    "a length that is too great": b"Content-Length: " + b"9" * 19 + b"\r\n\r\n",
    "chunks of another name": b"Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n",
    "chunks that are none": b"Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n",
    "a space before the colon": b"Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n",
    "a return without a new line": b"X: y\rContent-Length: 5\r\n\r\n",
    "a name with NUL": b"X\0Y: a\r\n\r\n",
}
REFUSED = {
    "two hosts": b"GET /api/v1/health HTTP/1.1\r\nHost: evil.example\r\n" + HOST + b"\r\n",
    "no host": b"GET /api/v1/health HTTP/1.1\r\n\r\n",
    "no host, as once": b"GET /api/v1/health HTTP/1.0\r\n\r\n",
    "no version": b"GET /api/v1/health\r\n\r\n",
    "another's host behind an address of ours": b"GET http://localhost/ HTTP/1.1\r\nHost: evil.example\r\n\r\n",
    "an address elsewhere": b"GET http://evil.example/api/v1/health HTTP/1.1\r\n" + HOST + b"\r\n",
    "a way through": b"CONNECT evil.example:443 HTTP/1.1\r\n" + HOST + b"\r\n",
    "a line that never ends": b"GET /" + b"a" * 1_000_000,
    "a header that never ends": HEALTH + b"X: " + b"a" * 1_000_000,
    "NUL in the path": b"GET /\0 HTTP/1.1\r\n" + HOST + b"\r\n",
    "letters in the path": "GET /ar/actors/\u202eقال HTTP/1.1\r\n".encode() + HOST + b"\r\n",
}


@pytest.mark.parametrize("how", TWO_ENDS)
def test_behind_a_request_whose_end_is_in_doubt_nothing_is_answered(port: int, how: str) -> None:
    (status,) = answered(port, POST + TWO_ENDS[how] + HIDDEN)
    assert status in (400, 413)


@pytest.mark.parametrize("how", REFUSED)
def test_what_no_browser_asks_is_refused(port: int, how: str) -> None:
    statuses = answered(port, REFUSED[how] + CLOSE)
    assert statuses[0] in (400, 404, 421)


@pytest.mark.parametrize("size", [b"-1", b"f" * 30, b"1;" + b"a" * 200_000, b"1;a=\n"])
def test_chunks_without_measure_end_the_connection(port: int, size: bytes) -> None:
    chunked = POST + b"Transfer-Encoding: chunked\r\n\r\n" + size + b"\r\nx\r\n0\r\n\r\n"
    assert 200 not in answered(port, chunked + HIDDEN)


def test_nothing_of_an_address_becomes_a_header(port: int) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as there:
        there.sendall(b"GET /?lang=%0d%0aX-Bad:%20yes HTTP/1.1\r\n" + HOST + b"Connection: close\r\n\r\n")
        got = b"".join(iter(lambda: there.recv(1 << 16), b""))
    assert got.startswith(b"HTTP/1.1 307")
    assert b"x-bad" not in got.lower().partition(b"\r\n\r\n")[0]


@pytest.mark.parametrize("protocol", [b"websocket", b"h2c"])
def test_nobody_is_let_into_another_protocol(port: int, protocol: bytes) -> None:
    upgrade = b"Connection: Upgrade\r\nUpgrade: " + protocol + b"\r\nSec-WebSocket-Version: 13\r\n"
    assert answered(port, HEALTH + upgrade + b"Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n" + CLOSE) == [
        200,
        200,
    ]


def test_requests_that_come_at_once_are_answered_one_by_one(port: int) -> None:
    assert answered(port, (HEALTH + b"\r\n") * 20 + CLOSE) == [200] * 21
