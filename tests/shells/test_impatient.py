"""Who asks for ever, or reads no answer, keeps nobody else from his page."""

import asyncio
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack

import pytest
import uvicorn
from served import CLOSE, HEALTH, PATIENCE, answered

from khabar.shells.impatient import Impatient

FORM = b"POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9999\r\n\r\n"
WHOLE = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"
LARGE = b"GET /large HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
MANY = 5_000_000  # bytes of a large answer, more than the system keeps


class Hurried(Impatient):
    """The same, so that nobody waits for a test."""

    patience = 0.5
    unread = 0.5


async def app(
    scope: uvicorn._types.HTTPScope,
    receive: uvicorn._types.ASGIReceiveCallable,
    send: uvicorn._types.ASGISendCallable,
) -> None:
    """Answers nothing, or much."""
    while (await receive()).get("more_body"):
        pass
    await asyncio.sleep(1)  # longer than a request may take to come
    body = b"a" * (MANY if scope["path"] == "/large" else 0)
    await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"%d" % len(body))]})
    await send({"type": "http.response.body", "body": body})


@pytest.fixture
def hurried() -> Iterator[int]:
    """A server that waits for half a second."""
    place = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, http=Hurried, ws="none", lifespan="off", log_level="error"))
    running = threading.Thread(target=server.run, kwargs={"sockets": [place]})
    running.start()
    try:
        yield place.getsockname()[1]
    finally:
        server.should_exit = True
        running.join()


def closed_after(port: int, sent: bytes, drop: bytes) -> float:
    """Seconds until the server closes a connection on which a byte comes every now and then."""
    begun = time.monotonic()
    with socket.create_connection(("127.0.0.1", port), timeout=0.1) as there:
        while time.monotonic() - begun < PATIENCE:
            try:
                there.sendall(sent)
                sent = drop
                if not there.recv(1 << 16):
                    break
            except TimeoutError:
                continue
            except ConnectionError:
                break
    return time.monotonic() - begun


@pytest.mark.parametrize(
    ("sent", "drop"), [(b"", b""), (b"GET / HTTP/1.1\r\nX: ", b"a"), (FORM, b"a"), (WHOLE + FORM, b"")]
)
def test_who_never_comes_to_the_end_of_a_request_is_cut_off(hurried: int, sent: bytes, drop: bytes) -> None:
    assert closed_after(hurried, sent, drop) < 5


def test_who_waits_for_an_answer_is_not(hurried: int) -> None:
    assert answered(hurried, CLOSE) == [200]


def taken(port: int, rest: float, pause: float) -> int:
    """How many bytes of a large answer come to one who rests first, and then pauses after each piece."""
    got = 0
    with socket.socket() as there:
        there.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 15)  # so that it is not the system that reads
        there.settimeout(PATIENCE)
        there.connect(("127.0.0.1", port))
        there.sendall(LARGE)
        time.sleep(rest)
        try:
            while piece := there.recv(1 << 15):
                got += len(piece)
                time.sleep(pause)
        except ConnectionError:
            pass
    return got


def test_who_does_not_read_his_answer_is_cut_off(hurried: int) -> None:
    assert taken(hurried, rest=4, pause=0) < MANY


def test_who_reads_his_answer_slowly_is_not(hurried: int) -> None:
    assert taken(hurried, rest=0, pause=0.02) > MANY


@pytest.mark.parametrize("sent", [b"", HEALTH + b"X: ", FORM, HEALTH + b"\r\n"])
def test_five_hundred_silent_ones_keep_nobody_waiting(port: int, sent: bytes) -> None:
    with ExitStack() as silent:
        for _ in range(500):
            there = silent.enter_context(socket.create_connection(("127.0.0.1", port), timeout=PATIENCE))
            there.sendall(sent)
            if b"\r\n\r\n" in sent:
                assert there.recv(1)  # it is answered, and silent from then on
        begun = time.monotonic()
        assert [answered(port, CLOSE) for _ in range(5)] == [[200]] * 5
        assert time.monotonic() - begun < 5
