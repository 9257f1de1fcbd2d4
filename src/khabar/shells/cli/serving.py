"""`khabar serve`: what is said before the server answers."""

import errno
import secrets
import socket
import sys
from dataclasses import replace

from khabar.errors import CannotListen
from khabar.shells.web.serving import serve
from khabar.shells.web.settings import Settings
from khabar.store.archive import Archive

_NO_REMEDY = "Give an address of this machine with `--host`; 127.0.0.1 is this machine alone."
_WHY = {
    errno.EADDRINUSE: (
        "another program answers there already.",
        "Give another port with `--port`; `--port 0` takes any that is free.",
    ),
    errno.EACCES: (
        "only the administrator may answer at this port.",
        "Give a port from 1024 up with `--port`, and let a proxy answer at the low one.",
    ),
    errno.EADDRNOTAVAIL: ("this machine has no such address.", _NO_REMEDY),
}


def serve_archive(settings: Settings, *, review: bool) -> None:
    """Says where the pages are, and answers until it is stopped."""
    with Archive.to_read(settings.archive) as opened:  # what is wrong with it is told now, not on the first page
        opened.has_conclusions()
    settings = replace(settings, host=settings.host.strip("[]"), token=secrets.token_urlsafe(24) if review else None)
    with _place(settings) as place:
        if not settings.is_local:
            _warn(settings)
        start = f"http://{settings.own_name}:{place.getsockname()[1]}/"
        print(start, flush=True)
        if settings.token:
            print(f"{start}ar/review?token={settings.token}", flush=True)
        serve(settings, place)


def _place(settings: Settings) -> socket.socket:
    """The socket, listening; raises CannotListen."""
    told = f"{settings.own_name}:{settings.port}"
    try:
        found = socket.getaddrinfo(settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, _, _, address = found[0]
        return _listening(socket.socket(family, kind), address)
    except socket.gaierror as wrong:
        raise CannotListen(told, "there is no such address.", _NO_REMEDY) from wrong
    except OSError as wrong:
        why, remedy = _WHY.get(wrong.errno or 0, (f"{wrong.strerror or wrong}.", _NO_REMEDY))
        raise CannotListen(told, why, remedy) from wrong


def _listening(place: socket.socket, address: tuple[object, ...]) -> socket.socket:
    try:
        place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # after a restart, the old one may still linger
        place.bind(address)
        place.listen()  # whoever comes before the server is ready waits, and is not turned away
    except BaseException:
        place.close()
        raise
    return place


def _warn(settings: Settings) -> None:
    print(
        f"khabar: {settings.host} can be reached from other machines. The pages have no password and no encryption:"
        " put a proxy with TLS and a login before them. They answer to"
        f" {', '.join((settings.own_name, *settings.names))}; --name NAME adds a host name.",
        file=sys.stderr,
    )
