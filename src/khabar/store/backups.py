"""Copies of an archive that may be in use: of one moment, and whole or not there at all."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

from khabar.errors import NotACopy
from khabar.store import connection, opening
from khabar.store.copying import copy
from khabar.store.embedded import in_plain_words
from khabar.store.logbook import Logbook
from khabar.store.said import lines_of
from khabar.store.server import opening as server
from khabar.values.place import Place, Server

_ITSELF = ("this is the archive itself, not a copy of it.", "Give the copy another name, best on another disk.")
_NO_FOLDER = ("there is no such folder.", "Make the folder first, or name another place for the copy.")
_PAGES = 2000  # copied at a time, so that a writer need not wait for the whole


def back_up(archive: Place, to: Place, patience: float) -> None:
    """Copies an archive with its log; a copy that is there already is replaced in one step.

    What `to` names may be an archive in use: whoever reads it sees the old one or the new one. Either may be on a
    server, whose log stands in its tables.
    """
    if isinstance(to, Server):
        _copy_to_server(archive, to, patience)
    elif isinstance(archive, Server):
        _copy_from_server(archive, to, patience)
    else:
        _copy_file(archive, to, patience)


def _copy_to_server(archive: Place, to: Server, patience: float) -> None:
    if archive == to:
        raise NotACopy(str(to), *_ITSELF)
    logged = {} if isinstance(archive, Server) else Logbook(archive).read().acts
    with closing(opening.readable(archive, patience)) as source, closing(server.writable(to, patience)) as there:
        copy(source, there, logged)
        there.weigh_up()


def _copy_from_server(archive: Server, to: Path, patience: float) -> None:
    """A file is made beside the place, and copied there as any other."""
    if not to.parent.is_dir():
        raise NotACopy(str(to), *_NO_FOLDER)
    with TemporaryDirectory(dir=to.parent, prefix=f".{to.name}.") as folder:
        part = Path(folder) / to.name
        with closing(opening.readable(archive, patience)) as source, closing(opening.writable(part, patience)) as there:
            copy(source, there, {})
            Logbook(part).append(lines_of(there))
        _copy_file(part, to, patience)


def _copy_file(archive: Path, to: Path, patience: float) -> None:
    if to.exists() and archive.exists() and to.samefile(archive):
        raise NotACopy(str(to), *_ITSELF)
    with closing(connection.readable(archive, patience)) as source:
        if to.exists():
            _copy_over(source, to, patience)
        else:
            _copy(source, to)
    _copy_log(archive, to)


def _copy_over(source: sqlite3.Connection, to: Path, patience: float) -> None:
    """One change of an archive that may be in use: killed halfway, it has not taken place."""
    there = connection.writable(to, patience)
    try:
        with in_plain_words(to):
            source.backup(there, pages=_PAGES)
    finally:
        there.close()


def _copy(source: sqlite3.Connection, to: Path) -> None:
    """A new file under its name only when it is whole and on the disk."""
    part = to.with_name(to.name + ".part")
    part.unlink(missing_ok=True)
    if not to.parent.is_dir():
        raise NotACopy(str(to), *_NO_FOLDER)
    try:
        with in_plain_words(to), closing(sqlite3.connect(part, isolation_level=None)) as there:
            source.backup(there, pages=_PAGES)
            there.execute("PRAGMA journal_mode = DELETE")
        _put(part, to)
    finally:
        part.unlink(missing_ok=True)


def _copy_log(archive: Path, to: Path) -> None:
    """The log is copied after the archive: it only grows, so the copy has every act that the archive has."""
    read = Logbook(archive).read()
    there = Logbook(to)
    known = there.read().lines
    there.append(line for own_id, line in read.lines.items() if own_id not in known)


def _put(part: Path, to: Path) -> None:
    for path in (part, to.parent):
        file = os.open(path, os.O_RDONLY)
        try:
            if path is part:
                os.fsync(file)
                os.replace(part, to)
            else:
                os.fsync(file)
        finally:
            os.close(file)
