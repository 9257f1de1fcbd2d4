"""Starting the server."""

import socket
import sys

import uvicorn
from uvicorn.config import LOGGING_CONFIG

from khabar.shells.web.app import application
from khabar.shells.web.impatient import Impatient
from khabar.shells.web.logged import logged, logging_settings
from khabar.shells.web.settings import Settings

_KEEP_OPEN = 15  # seconds that a silent connection stays open
_AT_ONCE = 200  # requests; more are told to come back
_LET_FINISH = 5  # seconds that a request has left when the server is told to stop


def serve(settings: Settings, place: socket.socket) -> None:
    """Answers at a socket that is bound already, until it is told to stop."""
    app = application(settings)
    config = uvicorn.Config(
        logged(app, sys.stderr) if settings.log else app,
        log_config=logging_settings() if settings.log else LOGGING_CONFIG,
        log_level="warning",
        access_log=False,
        http=Impatient,
        ws="none",
        server_header=False,
        proxy_headers=False,
        timeout_keep_alive=_KEEP_OPEN,
        timeout_graceful_shutdown=_LET_FINISH,
        limit_concurrency=_AT_ONCE,
    )
    uvicorn.Server(config).run(sockets=[place])
