"""Files and folders on disk, walked in the order of their names."""

import os
import stat
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import IO

from khabar.reports.found import Found, is_ignored, is_side_file, side_names
from khabar.reports.limits import MEGABYTE
from khabar.reports.sides import told_beside
from khabar.reports.standard_input import is_standard_input, standard_input
from khabar.reports.told import Told
from khabar.values.report import Unreadable

Folder = tuple[int, int]  # its device and number there: one folder under any name
_SIDE = MEGABYTE  # bytes: a side file has some hundred


def files_under(paths: Iterable[Path]) -> Iterator[Found | Unreadable]:
    """Every file under these paths; side files and systems' leavings only where they are named themselves."""
    for path in paths:
        if is_standard_input(Path(path)):
            yield standard_input()
        else:
            yield from _walk(Path(path))


def _walk(top: Path) -> Iterator[Found | Unreadable]:
    # A list of what is left, since folders may lie deeper in one another than calls can.
    left: list[tuple[Path, frozenset[Folder]]] = [(top, frozenset())]
    while left:
        path, above = left.pop()
        try:
            status = path.stat()
            if stat.S_ISDIR(status.st_mode):
                own = (status.st_dev, status.st_ino)
                if own in above:
                    yield Unreadable(str(path), "a link to a folder that it lies in; it is read there once")
                    continue
                left += [(path / name, above | {own}) for name in _names_in(path)]
            elif stat.S_ISREG(status.st_mode):
                yield Found(str(path), path.name, status.st_size, partial(_opened, path), _told_beside(path))
            else:
                yield Unreadable(str(path), "neither a file nor a folder: a pipe, a device or a socket")
        except OSError as error:
            yield Unreadable(str(path), in_words(error))


def _names_in(path: Path) -> list[str]:
    """The last name first, as what is left is taken from its end."""
    return sorted((n for n in os.listdir(path) if not is_ignored(n) and not is_side_file(n)), reverse=True)


def _opened(path: Path) -> IO[bytes]:
    return path.open("rb")


def _told_beside(path: Path) -> Told:
    for name in side_names(path.name):
        try:
            with path.with_name(name).open("rb") as file:
                return told_beside(file.read(_SIDE))
        except FileNotFoundError:
            continue
        except OSError as error:
            return Told(note=f"its side file: {in_words(error)}")
    return Told()


def in_words(error: OSError) -> str:
    """What the system said, for people."""
    said = {
        FileNotFoundError: "there is no such file or folder",
        PermissionError: "it may not be read: give yourself the right to",
        IsADirectoryError: "a folder where a file was expected",
    }
    return said.get(type(error)) or f"the system cannot read it: {error.strerror or error}"
