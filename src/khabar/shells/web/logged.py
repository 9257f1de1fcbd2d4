"""A line of JSON for each request, for machines that watch servers. What was asked for of whom is not written down."""

import json
import logging
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TextIO

from khabar.shells.web.guards import App, Message, Receive, Scope, Send


class Logged:
    """Writes a line for each request when it has been answered: path without query, status, size, time."""

    def __init__(self, app: App, out: TextIO, clock: Callable[[], float] = time.monotonic) -> None:
        self._app = app
        self._out = out
        self._clock = clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answers one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        began, status, size = self._clock(), 0, 0

        async def counting(message: Message) -> None:
            nonlocal status, size
            status = message.get("status", status)
            size += len(message.get("body", b""))
            await send(message)

        try:
            await self._app(scope, receive, counting)
        finally:
            taken = round((self._clock() - began) * 1000, 1)
            self._write(scope, status=status, bytes=size, milliseconds=taken)

    def _write(self, scope: Scope, **told: object) -> None:
        client = scope.get("client")
        line = {"at": _now(), "from": client[0] if client else None, "method": scope["method"], "path": scope["path"]}
        print(json.dumps({**line, **told}), file=self._out, flush=True)


class Lines(logging.Formatter):
    """What the server has to complain of, in the same form."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        told = {"at": _now(), "level": record.levelname.lower(), "message": record.getMessage()}
        trace = {"trace": self.formatException(record.exc_info)} if record.exc_info else {}
        return json.dumps({**told, **trace})


def logging_settings() -> dict[str, Any]:
    """How the server's own log is written."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": {"()": Lines}},
        "handlers": {"lines": {"class": "logging.StreamHandler", "formatter": "lines", "stream": sys.stderr}},
        "loggers": {"uvicorn": {"handlers": ["lines"], "level": "WARNING", "propagate": False}},
    }


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
