"""A server of a model on this machine that answers as it is told, and notes what it was asked."""

import json
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from local_server import LocalHandler, cut_off_after, drip, endless, serving

__all__ = [
    "Asked",
    "ModelServer",
    "completion",
    "cut_off",
    "dripping",
    "endless",
    "fails",
    "knows_only",
    "model_server",
    "says",
    "silent",
]

Json = dict[str, Any]
Reply = Callable[["Asked"], None]


class Asked(LocalHandler):
    """One request, and ways to answer it badly."""

    kind = "application/json"
    here: "ModelServer"
    given: Json

    def posted(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        self.given = json.loads(body)
        here = self.here
        here.asked.append(self.given)
        here.heads.append(dict(self.headers))
        here.replies[min(len(here.asked), len(here.replies)) - 1](self)

    def got(self) -> None:
        self.here.gone_astray.append(self.path)
        self.say(b"{}")

    @property
    def form(self) -> str:
        return str(self.given.get("response_format", {}).get("type", "plain"))


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
    with serving(Asked) as (handler, address):
        handler.here = ModelServer(f"{address}/v1")
        yield handler.here


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
    cut_off_after(asked, b'{"choices": [')


def silent(asked: Asked) -> None:
    time.sleep(3)
    asked.close_connection = True


def dripping(asked: Asked) -> None:
    """Never silent for long, and never done: not even with its head."""
    try:
        asked.wfile.write(b"HTTP/1.1 200 OK\r\nX-Slow: ")
        drip(asked)
    except OSError:
        pass
    asked.close_connection = True
