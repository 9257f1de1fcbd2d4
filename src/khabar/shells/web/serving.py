"""Starting the server."""

import socket

import uvicorn

from khabar.shells.web.app import application
from khabar.shells.web.settings import Settings

_KEEP_OPEN = 15  # seconds that a silent connection stays open
_AT_ONCE = 200  # requests; more are told to come back


def serve(settings: Settings, place: socket.socket) -> None:
    """Answers at a socket that is bound already, until it is told to stop."""
    config = uvicorn.Config(
        application(settings),
        log_level="warning",
        server_header=False,
        timeout_keep_alive=_KEEP_OPEN,
        limit_concurrency=_AT_ONCE,
    )
    uvicorn.Server(config).run(sockets=[place])
