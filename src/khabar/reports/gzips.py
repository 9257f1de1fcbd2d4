"""Files packed with gzip, unpacked piece by piece while they are read."""

import gzip
import io
from dataclasses import replace
from functools import partial
from typing import IO, TYPE_CHECKING, cast

from khabar.reports.found import Found
from khabar.reports.limits import Limits, in_words

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_ENDING = ".gz"
_MAGIC = b"\x1f\x8b"


class TooMuch(RuntimeError):
    """More comes out of a file than may."""


def is_gzip(found: Found) -> bool:
    """Whether it is packed, by its name and its first bytes."""
    return found.ending == _ENDING and found.read(len(_MAGIC))[: len(_MAGIC)] == _MAGIC


def unpacked(found: Found, limits: Limits) -> Found:
    """What is in it, under the name without `.gz`; reading more than `limits.zip_whole` of it raises `TooMuch`."""
    return replace(found, name=found.name[: -len(_ENDING)], open=partial(_opened, found, limits.zip_whole))


def _opened(found: Found, most: int) -> IO[bytes]:
    return cast(IO[bytes], io.BufferedReader(_Unpacking(found.open(), most)))


class _Unpacking(io.RawIOBase):
    """What comes out of a packed file, up to so many bytes."""

    def __init__(self, packed: IO[bytes], most: int) -> None:
        self._packed = packed
        self._file = gzip.GzipFile(fileobj=packed)
        self._most = most
        self._left = most

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer") -> int:
        view = memoryview(buffer).cast("B")
        data = self._file.read(len(view))
        self._left -= len(data)
        if self._left < 0:
            raise TooMuch(f"unpacked it holds more than {in_words(self._most)}: pack it in parts")
        view[: len(data)] = data
        return len(data)

    def close(self) -> None:
        self._file.close()
        self._packed.close()
        super().close()
