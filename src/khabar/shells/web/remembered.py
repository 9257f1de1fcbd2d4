"""Answers kept for the next who asks the same: a page is a pure function of its address and the archive's state."""

import hashlib
import os
import sqlite3
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from khabar.errors import KhabarError
from khabar.shells.listening import App, Message, Receive, Scope, Send
from khabar.shells.web.troubles import is_of_api
from khabar.store.archive import Archive
from khabar.values.place import Place, Server

_MOST = 64_000_000  # bytes kept
_KEEP = b"private, no-cache"  # a browser may keep an answer, and asks each time whether it still holds


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer, whole."""

    headers: tuple[tuple[bytes, bytes], ...]
    body: bytes
    etag: bytes


def state_of(place: Place) -> Callable[[], object]:
    """What tells whether the archive was written to since it was asked last."""
    return ServerState(place) if isinstance(place, Server) else State(place)


class ServerState:
    """The same of an archive on a server, which counts its changes."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self._lock = threading.Lock()
        self._archive: Archive | None = None  # None: nobody asked yet

    def __call__(self) -> object:
        """A number that changes with every change of the archive."""
        with self._lock:
            if self._archive is None:
                self._archive = Archive.to_read(self._server)
            return self._archive.state()


class State:
    """Tells whether the archive was written to since it was asked last."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._file: tuple[int, int] | None = None
        self._database: sqlite3.Connection | None = None
        self._openings = 0

    def __call__(self) -> tuple[int, int]:
        """A pair that changes with every change of the archive."""
        with self._lock:
            found = os.stat(self._path)
            if self._database is None or self._file != (found.st_dev, found.st_ino):
                self._open((found.st_dev, found.st_ino))
            assert self._database is not None
            ((version,),) = self._database.execute("PRAGMA data_version").fetchall()
            return self._openings, int(version)

    def _open(self, file: tuple[int, int]) -> None:
        if self._database:
            self._database.close()
        uri = f"{self._path.absolute().as_uri()}?mode=ro"
        self._database = sqlite3.connect(uri, uri=True, check_same_thread=False)
        self._file = file
        self._openings += 1


class Remembering:
    """Gives an answer again that was given before, and only says so to whoever still has it."""

    def __init__(self, app: App, state: Callable[[], object], most: int = _MOST) -> None:
        self._app = app
        self._state = state
        self._most = most
        self._of: object = None  # the state that they are all of
        self._kept: OrderedDict[tuple[object, ...], Answer] = OrderedDict()
        self._size = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] == "http" and scope["method"] == "HEAD":
            scope, send = {**scope, "method": "GET"}, _headers_alone(send)
        if scope["type"] != "http" or scope["method"] != "GET" or _is_known(scope):
            await self._app(scope, receive, send)
            return
        try:
            state = self._state()
        except (OSError, sqlite3.Error, KhabarError):  # the page itself tells what is wrong with the archive
            await self._app(scope, receive, send)
            return
        if state != self._of:  # what was answered before is asked for no more
            self._of, self._size = state, 0
            self._kept.clear()
        asked = {name: value for name, value in scope["headers"] if name in (b"accept", b"hx-request")}
        key = (state, scope["raw_path"], scope["query_string"], *sorted(asked.items()))
        answer = self._kept.get(key)
        if answer is None:
            answer = await self._asked(key, scope, receive, send)
        else:
            self._kept.move_to_end(key)
        if answer is not None:
            await _give(answer, dict(scope["headers"]).get(b"if-none-match"), send)

    async def _asked(self, key: tuple[object, ...], scope: Scope, receive: Receive, send: Send) -> Answer | None:
        """The new answer; None: it was sent as it came, and is not kept."""
        begun: Message | None = None
        parts: list[bytes] = []
        passing = False

        async def taking(message: Message) -> None:
            nonlocal begun, passing
            if message["type"] == "http.response.start" and _may_be_kept(message):
                begun = message
            elif begun is None or passing:
                passing = True
                await send(message)
            else:
                parts.append(message.get("body", b""))

        await self._app(scope, receive, taking)
        if begun is None:
            return None
        body = b"".join(parts)
        etag = b'"' + hashlib.sha256(body).hexdigest()[:32].encode() + b'"'
        answer = Answer((*begun["headers"], (b"etag", etag), (b"cache-control", _KEEP)), body, etag)
        self._keep(key, answer)
        return answer

    def _keep(self, key: tuple[object, ...], answer: Answer) -> None:
        if key[0] != self._of or key in self._kept:
            return
        self._kept[key] = answer
        self._size += len(answer.body)
        while self._size > self._most and self._kept:
            _, gone = self._kept.popitem(last=False)
            self._size -= len(gone.body)


def _is_known(scope: Scope) -> bool:
    """Whether somebody who may write asks for a page: it has forms that no other should be given."""
    return not is_of_api(scope["path"]) and any(name == b"cookie" for name, _ in scope["headers"])


def _headers_alone(send: Send) -> Send:
    """What HEAD asks for: all that GET would be answered with, but for the answer itself."""

    async def sending(message: Message) -> None:
        await send({**message, "body": b""} if message["type"] == "http.response.body" else message)

    return sending


def _may_be_kept(message: Message) -> bool:
    headers = dict(message["headers"])
    return message["status"] == 200 and b"cache-control" not in headers and b"set-cookie" not in headers


async def _give(answer: Answer, known: bytes | None, send: Send) -> None:
    if known is not None and answer.etag in known:
        headers = [(name, value) for name, value in answer.headers if name != b"content-length"]
        await send({"type": "http.response.start", "status": 304, "headers": headers})
        await send({"type": "http.response.body", "body": b""})
        return
    await send({"type": "http.response.start", "status": 200, "headers": list(answer.headers)})
    await send({"type": "http.response.body", "body": answer.body})
