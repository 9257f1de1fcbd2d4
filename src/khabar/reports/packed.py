"""Files packed with gzip, bzip2, xz or Zstandard, unpacked piece by piece while they are read."""

import bz2
import gzip
import io
import lzma
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import partial
from typing import IO, TYPE_CHECKING, Any

from khabar.reports import zstandard
from khabar.reports.found import Found
from khabar.reports.limits import Limits, in_words

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

_OPENERS: Mapping[bytes, Callable[[IO[bytes]], Any]] = {
    b"\x1f\x8b": lambda packed: gzip.GzipFile(fileobj=packed),
    b"BZh": bz2.BZ2File,
    b"\xfd7zXZ": lzma.LZMAFile,
    zstandard.MAGIC: zstandard.opened,
    zstandard.WITH_DICTIONARY: zstandard.opened,
}
_INSIDE: Mapping[str, str] = {
    ".gz": "",
    ".bz2": "",
    ".xz": "",
    ".zst": "",
    ".tgz": ".tar",
    ".tbz": ".tar",
    ".tbz2": ".tar",
    ".txz": ".tar",
    ".tzst": ".tar",
}


class TooMuch(RuntimeError):
    """More comes out of a file than may."""


BROKEN = (zstandard.ZstdError, TooMuch)  # what unpacking raises beside what zip files do


def is_packed(found: Found) -> bool:
    """Whether it is packed, by its name and its first bytes."""
    return found.ending in _INSIDE and _opener(found) is not None


def unpacked(found: Found, limits: Limits) -> Found:
    """What is in it, under the name without `.gz`; reading more than `limits.zip_whole` of it raises `TooMuch`."""
    name = found.name[: -len(found.ending)] + _INSIDE[found.ending]
    return replace(found, name=name, open=partial(opened, found, limits.zip_whole))


def opened(found: Found, most: int) -> IO[bytes]:
    """A file as it was before it was packed, or as it is; reading more than `most` of a packed one raises `TooMuch`."""
    opener = _opener(found)
    packed = found.open()
    return packed if opener is None else io.BufferedReader(_Unpacking(packed, opener(packed), most))


def _opener(found: Found) -> Callable[[IO[bytes]], Any] | None:
    head = found.read(8)
    return next((opener for magic, opener in _OPENERS.items() if head.startswith(magic)), None)


class _Unpacking(io.RawIOBase):
    """What comes out of a packed file, up to so many bytes."""

    def __init__(self, packed: IO[bytes], file: Any, most: int) -> None:
        self._packed = packed
        self._file = file
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
