"""Files and folders on disk, walked in the order of their names."""

import io
import os
import stat
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import IO

from khabar.reports.found import Found, is_ignored, is_side_file, side_names
from khabar.reports.limits import MEGABYTE
from khabar.reports.plain_files import at_once
from khabar.reports.sides import told_beside
from khabar.reports.standard_input import is_standard_input, standard_input
from khabar.reports.told import Told
from khabar.values.report import Unreadable

Folder = tuple[int, int]  # its device and number there: one folder under any name
_SIDE = MEGABYTE  # bytes: a side file has some hundred
_NO_FILE = "neither a file nor a folder: a pipe, a device or a socket"


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
        if above and path.is_symlink() and not _is_within(path, top):
            yield Unreadable(str(path), "a link that leads out of the folder: name what it leads to by itself")
            continue
        try:
            status = path.stat()
            if stat.S_ISDIR(status.st_mode):
                own = (status.st_dev, status.st_ino)
                if own in above:
                    yield Unreadable(str(path), "a link to a folder that it lies in; it is read there once")
                    continue
                left += [(path / name, above | {own}) for name in _names_in(path)]
            elif stat.S_ISREG(status.st_mode):
                # What is said to hold nothing is not opened: such files of the system's may have no end.
                opened = partial(_opened, path) if status.st_size else io.BytesIO
                yield Found(str(path), path.name, status.st_size, opened, _told_beside(path))
            else:
                yield Unreadable(str(path), _NO_FILE)
        except OSError as error:
            yield Unreadable(str(path), in_words(error))


def _is_within(path: Path, top: Path) -> bool:
    """Whether what it leads to lies there: else who packed a folder gets files that are not his into an archive."""
    folder = os.path.realpath(top)
    return os.path.commonpath([folder, os.path.realpath(path)]) == folder


def _names_in(path: Path) -> list[str]:
    """The last name first, as what is left is taken from its end."""
    return sorted((n for n in os.listdir(path) if not is_ignored(n) and not is_side_file(n)), reverse=True)


def _opened(path: Path) -> IO[bytes]:
    return open(path, "rb", opener=partial(at_once, otherwise=_NO_FILE))


def _told_beside(path: Path) -> Told:
    for name in side_names(path.name):
        try:
            with _opened(path.with_name(name)) as file:
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
