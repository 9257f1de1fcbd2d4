"""Where a server answers: an address and a port, taken before anything is said of them."""

import errno
import socket

from khabar.errors import CannotListen

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


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens there, at any free port for 0; raises CannotListen."""
    told = f"{in_address(host)}:{port}"
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
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


def in_address(host: str) -> str:
    """The host as it stands in the address of a page."""
    return f"[{host}]" if ":" in host else host
