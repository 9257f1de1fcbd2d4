"""A web site on this machine that answers as it is told, and notes what it was asked."""

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

Reply = Callable[["Asked"], None]


class Asked(BaseHTTPRequestHandler):
    """One request, and ways to answer it badly."""

    protocol_version = "HTTP/1.1"
    site: "Site"

    def do_GET(self) -> None:
        self.site.asked.append((self.path, dict(self.headers)))
        reply = self.site.replies.get(self.path)
        if reply is None:
            self.say(b"", status=404)
        else:
            reply(self)

    def say(self, body: bytes, status: int = 200, kind: str = "text/html; charset=utf-8", **head: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        for name, value in head.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@dataclass
class Site:
    address: str
    replies: dict[str, Reply] = field(default_factory=dict)
    asked: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]


@contextmanager
def site() -> Iterator[Site]:
    handler = type("Here", (Asked,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    here = Site(f"http://127.0.0.1:{server.server_address[1]}")
    handler.site = here  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield here
    finally:
        server.shutdown()
        server.server_close()


def page(body: bytes | str, **given: str) -> Reply:
    data = body.encode() if isinstance(body, str) else body
    return lambda asked: asked.say(data, **given)  # type: ignore[arg-type]


def moved(to: str, status: int = 302) -> Reply:
    return lambda asked: asked.say(b"", status=status, Location=to)


def busy_once(then: Reply, status: int = 429, **head: str) -> Reply:
    times: list[int] = []

    def reply(asked: Asked) -> None:
        times.append(1)
        if len(times) == 1:
            asked.say(b"", status=status, **head)  # type: ignore[arg-type]
        else:
            then(asked)

    return reply


def cut_off(asked: Asked) -> None:
    asked.send_response(200)
    asked.send_header("Content-Length", "10000")
    asked.end_headers()
    asked.wfile.write(b"<html>half")
    asked.wfile.flush()
    asked.connection.shutdown(socket.SHUT_RDWR)
    asked.close_connection = True


def dripping(asked: Asked) -> None:
    asked.send_response(200)
    asked.send_header("Content-Type", "text/html")
    asked.end_headers()
    try:
        for _ in range(200):
            asked.wfile.write(b"x")
            asked.wfile.flush()
            time.sleep(0.05)
    except OSError:
        asked.close_connection = True


BOMB = gzip.compress(bytes(30 << 20))


def gzip_bomb(asked: Asked) -> None:
    asked.say(BOMB, Content_Encoding="gzip")


def endless(asked: Asked) -> None:
    asked.send_response(200)
    asked.end_headers()
    try:
        for _ in range(2000):
            asked.wfile.write(bytes(1 << 16))
    except OSError:
        pass
    asked.close_connection = True
