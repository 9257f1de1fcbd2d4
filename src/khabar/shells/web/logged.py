"""A line of JSON for each request, for machines that watch servers. What was asked for of whom is not written down."""

import json
import logging
import sys
from datetime import UTC, datetime
from typing import Any, TextIO

from khabar.shells.listening import App, Scope
from khabar.shells.web.watched import Answered, Watched


def logged(app: App, out: TextIO) -> App:
    """The application with a line for each request that was answered: path without query, status, size, time."""

    def write(scope: Scope, answered: Answered) -> None:
        client = scope.get("client")
        line = {
            "at": _now(),
            "from": client[0] if client else None,
            "method": scope["method"],
            "path": scope["path"],
            "status": answered.status,
            "bytes": answered.size,
            "milliseconds": round(answered.seconds * 1000, 1),
        }
        print(json.dumps(line), file=out, flush=True)

    return Watched(app, write)


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
