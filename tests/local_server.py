"""A server on this machine for tests: it says what it is told, or says it badly."""

import socket
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


class LocalHandler(BaseHTTPRequestHandler):
    """One request, and ways to answer it, well or badly."""

    protocol_version = "HTTP/1.1"
    kind = "text/html; charset=utf-8"
    here: Any  # what notes the requests

    def do_GET(self) -> None:
        self.got()

    def do_POST(self) -> None:
        self.posted()

    def got(self) -> None:
        self.send_error(501)

    def posted(self) -> None:
        self.send_error(501)

    def say(self, body: bytes, status: int = 200, kind: str = "", **head: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind or self.kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in head.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@contextmanager
def serving(handler: type[LocalHandler]) -> Iterator[tuple[type[LocalHandler], str]]:
    """A kind of handler for this server alone, and the address at which it answers until the end."""
    own = type("Here", (handler,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), own)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield own, f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


def cut_off_after(asked: LocalHandler, begun: bytes) -> None:
    asked.send_response(200)
    asked.send_header("Content-Length", "10000")
    asked.end_headers()
    asked.wfile.write(begun)
    asked.wfile.flush()
    asked.connection.shutdown(socket.SHUT_RDWR)
    asked.close_connection = True


def drip(asked: LocalHandler) -> None:
    """One letter after the other, never silent for long."""
    for _ in range(200):
        asked.wfile.write(b"x")
        asked.wfile.flush()
        time.sleep(0.05)


def endless(asked: LocalHandler) -> None:
    asked.send_response(200)
    asked.end_headers()
    try:
        for _ in range(2000):
            asked.wfile.write(bytes(1 << 16))
    except OSError:
        pass
    asked.close_connection = True
