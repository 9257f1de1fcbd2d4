"""A server of a model on this machine that answers as it is told, and notes what it was asked."""

import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Json = dict[str, Any]
Reply = Callable[["Asked"], None]


class Asked(BaseHTTPRequestHandler):
    """One request, and ways to answer it badly."""

    protocol_version = "HTTP/1.1"
    server_here: "ModelServer"
    given: Json

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.given = json.loads(body)
        here = self.server_here
        here.asked.append(self.given)
        here.heads.append(dict(self.headers))
        here.replies[min(len(here.asked), len(here.replies)) - 1](self)

    def do_GET(self) -> None:
        self.server_here.gone_astray.append(self.path)
        self.say(b"{}")

    @property
    def form(self) -> str:
        return str(self.given.get("response_format", {}).get("type", "plain"))

    def say(self, body: bytes, status: int = 200, **head: str) -> None:
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(body)))
        for name, value in head.items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


@dataclass
class ModelServer:
    address: str
    replies: list[Reply] = field(default_factory=list)  # one after the other, the last for ever
    asked: list[Json] = field(default_factory=list)
    heads: list[dict[str, str]] = field(default_factory=list)
    gone_astray: list[str] = field(default_factory=list)

    def forms(self) -> list[str]:
        return [given.get("response_format", {}).get("type", "plain") for given in self.asked]


@contextmanager
def model_server() -> Iterator[ModelServer]:
    handler = type("Here", (Asked,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    here = ModelServer(f"http://127.0.0.1:{server.server_address[1]}/v1")
    handler.server_here = here  # type: ignore[attr-defined]
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield here
    finally:
        server.shutdown()
        server.server_close()


def completion(words: str | None, *, ended: str = "stop", usage: object = None) -> bytes:
    told = {"prompt_tokens": 100, "completion_tokens": 10} if usage is None else usage
    choice = {"message": {"role": "assistant", "content": words}, "finish_reason": ended}
    return json.dumps({"choices": [choice], "usage": told}, ensure_ascii=False).encode()


def says(words: object, **given: Any) -> Reply:
    text = words if isinstance(words, str) else json.dumps(words, ensure_ascii=False)
    return lambda asked: asked.say(completion(text, **given))


def fails(status: int, said: object = "", **head: str) -> Reply:
    return lambda asked: asked.say(json.dumps({"error": said}).encode(), status, **head)


def knows_only(form: str, then: Reply, status: int = 400) -> Reply:
    """A server that falls over every form of JSON but one."""

    def reply(asked: Asked) -> None:
        if asked.form == form:
            then(asked)
        else:
            asked.say(b'{"error": {"message": "unknown response_format"}}', status)

    return reply


def cut_off(asked: Asked) -> None:
    asked.send_response(200)
    asked.send_header("Content-Length", "10000")
    asked.end_headers()
    asked.wfile.write(b'{"choices": [')
    asked.wfile.flush()
    asked.connection.shutdown(socket.SHUT_RDWR)
    asked.close_connection = True


def silent(asked: Asked) -> None:
    time.sleep(3)
    asked.close_connection = True


def dripping(asked: Asked) -> None:
    """Never silent for long, and never done: not even with its head."""
    try:
        asked.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        for _ in range(200):
            asked.wfile.write(b"x")
            asked.wfile.flush()
            time.sleep(0.05)
    except OSError:
        pass
    asked.close_connection = True


def endless(asked: Asked) -> None:
    asked.send_response(200)
    asked.end_headers()
    try:
        for _ in range(2000):
            asked.wfile.write(bytes(1 << 16))
    except OSError:
        pass
    asked.close_connection = True
