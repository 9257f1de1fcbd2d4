"""The files that SQLite keeps beside an archive, which it trusts whoever put them there."""

import os
import stat
from pathlib import Path

from khabar.errors import NotOurs

_SUFFIXES = ("-journal", "-wal", "-shm")
# How a journal ends that names another file: once it is rolled back, SQLite deletes what is named.
# Databases that are changed together have such journals; an archive is always changed by itself.
_NAMES_ANOTHER = bytes.fromhex("d9d505f920a163d7")


def nothing_strange_beside(archive: Path) -> None:
    """Raises `NotOurs` over what SQLite would wait for, write through, or delete another file for."""
    real = Path(os.path.realpath(archive))
    for path in (real.with_name(real.name + suffix) for suffix in _SUFFIXES):
        try:
            kind = path.lstat().st_mode
        except FileNotFoundError:
            continue
        if not stat.S_ISREG(kind):
            raise NotOurs(str(archive), f"beside it lies {path.name}, which is no file: no program of ours made it.")
    journal = real.with_name(real.name + _SUFFIXES[0])
    if _ending(journal) == _NAMES_ANOTHER:
        raise NotOurs(str(archive), f"the journal beside it, {journal.name}, names another file to be deleted.")


def _ending(journal: Path) -> bytes:
    try:
        with journal.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            file.seek(max(size - len(_NAMES_ANOTHER), 0))
            return file.read()
    except OSError:  # there is none, or SQLite says itself that it may not be read
        return b""
