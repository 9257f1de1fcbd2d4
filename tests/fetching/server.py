"""A web site on this machine that answers as it is told, and notes what it was asked."""

import gzip
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from local_server import LocalHandler, cut_off_after, drip, endless, serving

__all__ = [
    "Asked",
    "Reply",
    "Site",
    "busy_once",
    "cut_off",
    "dripping",
    "endless",
    "gzip_bomb",
    "moved",
    "page",
    "site",
]

Reply = Callable[["Asked"], None]


class Asked(LocalHandler):
    """One request, and ways to answer it badly."""

    here: "Site"

    def got(self) -> None:
        self.here.asked.append((self.path, dict(self.headers)))
        reply = self.here.replies.get(self.path)
        if reply is None:
            self.say(b"", status=404)
        else:
            reply(self)


@dataclass
class Site:
    address: str
    replies: dict[str, Reply] = field(default_factory=dict)
    asked: list[tuple[str, Mapping[str, str]]] = field(default_factory=list)

    def paths(self) -> list[str]:
        return [path for path, _ in self.asked if path != "/robots.txt"]


@contextmanager
def site() -> Iterator[Site]:
    with serving(Asked) as (handler, address):
        handler.here = Site(address)
        yield handler.here


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
    cut_off_after(asked, b"<html>half")


def dripping(asked: Asked) -> None:
    asked.send_response(200)
    asked.send_header("Content-Type", "text/html")
    asked.end_headers()
    try:
        drip(asked)
    except OSError:
        asked.close_connection = True


BOMB = gzip.compress(bytes(30 << 20))


def gzip_bomb(asked: Asked) -> None:
    asked.say(BOMB, Content_Encoding="gzip")
