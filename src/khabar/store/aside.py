"""Texts put aside in a temporary file until they are asked for: what a build found out and need not hold in memory."""

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryFile, gettempdir
from typing import IO

from khabar.errors import DiskFails, NoRoom

_LENGTH = 32  # bits for how many bytes a text has


class Aside:
    """Texts by their keys; the file has no name, and is gone with the program."""

    def __init__(self) -> None:
        self._file: IO[bytes] | None = None  # None: nothing was put aside yet
        self._end = 0
        self._places: dict[str, int] = {}  # where each text begins and how long it is, in one number

    def __contains__(self, key: object) -> bool:
        return key in self._places

    def __len__(self) -> int:
        return len(self._places)

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def put(self, key: str, text: str) -> None:
        """Puts a text aside, in place of any under that key."""
        written = text.encode(errors="surrogatepass")
        with _in_plain_words():
            self._file = self._file or _new_file()
            self._file.seek(self._end)
            self._file.write(written)
        self._places[key] = self._end << _LENGTH | len(written)
        self._end += len(written)

    def get(self, key: str) -> str | None:
        """The text under the key; None: there is none."""
        place = self._places.get(key)
        if place is None or self._file is None:
            return None
        with _in_plain_words():
            self._file.seek(place >> _LENGTH)
            return self._file.read(place % (1 << _LENGTH)).decode(errors="surrogatepass")

    def items(self) -> Iterator[tuple[str, str]]:
        """All of them, in the order of their keys."""
        for key in sorted(self._places):
            yield key, self.get(key) or ""


def _new_file() -> IO[bytes]:
    return TemporaryFile()


@contextmanager
def _in_plain_words() -> Iterator[None]:
    try:
        yield
    except OSError as wrong:
        full = wrong.errno in (errno.ENOSPC, errno.EDQUOT)
        raise (NoRoom(gettempdir()) if full else DiskFails(gettempdir(), str(wrong))) from wrong
