"""Starting the server."""

import socket
import sys

import uvicorn
from uvicorn.config import LOGGING_CONFIG

from khabar.shells.listening import listening
from khabar.shells.web.app import application
from khabar.shells.web.logged import logged, logging_settings
from khabar.shells.web.settings import Settings


def serve(settings: Settings, place: socket.socket) -> None:
    """Answers at a socket that is bound already, until it is told to stop."""
    app = application(settings)
    config = listening(
        logged(app, sys.stderr) if settings.log else app,
        log_config=logging_settings() if settings.log else LOGGING_CONFIG,
    )
    uvicorn.Server(config).run(sockets=[place])
