"""A connection to a server: over which socket, as whom, with which password, how far encrypted."""

import getpass
import os
import socket
import ssl
from collections.abc import Mapping
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from khabar.errors import BadAddress, MissingPart, ServerOutOfReach
from khabar.store.server.troubles import code_of, error_of
from khabar.values.place import Server

if TYPE_CHECKING:
    from pg8000.native import Connection

_WAIT = 10.0  # seconds for the server to take the call
_SOCKETS = ("/var/run/postgresql", "/tmp")
_HERE = ("localhost", "127.0.0.1", "::1")
_OPEN, _UNCHECKED, _CHECKED = ("disable", "require", "verify-full")


def connected(server: Server, told: Mapping[str, str]) -> "Connection":
    """A connection with these settings of the session; raises KhabarError."""
    if find_spec("pg8000") is None:
        raise MissingPart("an archive on a server", "postgres")
    from pg8000.exceptions import Error
    from pg8000.native import Connection

    user = server.user or os.environ.get("PGUSER") or getpass.getuser()
    try:
        return Connection(
            user,
            host=server.host or "localhost",
            database=server.database,
            password=_password(server, user),
            sock=_socket(server),
            ssl_context=encryption(server),
            application_name="khabar",
            startup_params=dict(told),
        )
    except AttributeError as wrong:  # so that client stumbles where the server wants a password and there is none
        raise error_of(server, Error({"C": "28P01", "M": "no password was given"})) from wrong
    except (Error, OSError) as wrong:
        raise error_of(server, _first(wrong)) from wrong


def _first(wrong: BaseException) -> BaseException:
    """What went wrong first: that client hangs up afterwards, and complains that nobody is there any more."""
    told = wrong
    while told.__context__ is not None and not code_of(told):
        told = told.__context__
    return told if code_of(told) else wrong


def _socket(server: Server) -> socket.socket:
    try:
        folder = _folder(server)
        if folder is None:
            reached = socket.create_connection((server.host, server.port), _WAIT)
            reached.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
        else:
            reached = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
            reached.settimeout(_WAIT)
            reached.connect(f"{folder}/.s.PGSQL.{server.port}")
    except OSError as wrong:
        raise ServerOutOfReach(str(server), wrong.strerror or str(wrong)) from wrong
    reached.settimeout(None)
    return reached


def _folder(server: Server) -> str | None:
    """Where the socket lies; None: the server is reached over the network."""
    if server.host is not None:
        return server.host if server.host.startswith("/") else None
    asked = (os.environ.get("PGHOST", ""), *_SOCKETS)
    found = [folder for folder in asked if (Path(folder) / f".s.PGSQL.{server.port}").exists() and folder]
    return next(iter(found), _SOCKETS[0])


def encryption(server: Server) -> "ssl.SSLContext | bool":
    """How what is said is encrypted; False: not at all, which is usual on one machine only."""
    is_here = _folder(server) is not None or server.host in _HERE
    how = server.sslmode or (_OPEN if is_here else _CHECKED)
    if how == _OPEN:
        return False
    try:
        context = ssl.create_default_context(cafile=server.sslrootcert)
    except OSError as wrong:
        raise BadAddress(str(server), f"the certificates of sslrootcert cannot be read ({wrong}).") from wrong
    if how == _UNCHECKED:
        context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    elif how != _CHECKED:
        raise BadAddress(str(server), f"sslmode is {_OPEN}, {_UNCHECKED} or {_CHECKED}.")
    return context


def _password(server: Server, user: str) -> str | None:
    """The password in the address, in the environment, or in the file that PostgreSQL's own programs read."""
    return server.password or os.environ.get("PGPASSWORD") or _in_file(server, user)


def _in_file(server: Server, user: str) -> str | None:
    file = Path(os.environ.get("PGPASSFILE") or Path.home() / ".pgpass")
    host = "localhost" if _folder(server) is not None else server.host
    asked = (host, str(server.port), server.database, user)
    with suppress(OSError):
        for line in file.read_text(encoding="utf-8").splitlines():
            *parts, password = _fields(line)
            if len(parts) == len(asked) and all(p in ("*", a) for p, a in zip(parts, asked, strict=True)):
                return password
    return None


def _fields(line: str) -> list[str]:
    """The fields of a line, between colons that no backslash stands before."""
    fields, escaped = [""], False
    for letter in line:
        if letter == ":" and not escaped:
            fields.append("")
        elif letter == "\\" and not escaped:
            escaped = True
            continue
        else:
            fields[-1] += letter
        escaped = False
    return fields
