"""Files packed with Zstandard, those with a dictionary of their own among them, as web archives have it."""

import sys
from typing import IO, Any

from khabar.reports.limits import MEGABYTE, in_words

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

MAGIC = b"\x28\xb5\x2f\xfd"
WITH_DICTIONARY = b"\x5d\x2a\x4d\x18"  # a frame that plain readers skip: the dictionary of all that follow
ZstdError = zstd.ZstdError
_LARGEST_DICTIONARY = 10 * MEGABYTE  # the usual ones have a tenth of a megabyte


def opened(packed: IO[bytes]) -> Any:
    """What is packed in a file, to be read; a window of more than 128 MB is refused by the library."""
    start = packed.tell()
    if packed.read(len(WITH_DICTIONARY)) == WITH_DICTIONARY:
        return zstd.ZstdFile(packed, zstd_dict=_dictionary(packed))
    packed.seek(start)
    return zstd.ZstdFile(packed)


def unpacked(data: bytes, most: int) -> bytes:
    """What is packed in these bytes, at most so many of it; raises ZstdError."""
    return zstd.ZstdDecompressor().decompress(data, max_length=most)


def _dictionary(packed: IO[bytes]) -> zstd.ZstdDict:
    size = int.from_bytes(packed.read(4), "little")
    if size > _LARGEST_DICTIONARY:
        raise ZstdError(f"its dictionary has {in_words(size)}")
    data = packed.read(size)
    if data.startswith(MAGIC):
        data = unpacked(data, _LARGEST_DICTIONARY)
    try:
        return zstd.ZstdDict(data)
    except ValueError as error:
        raise ZstdError(f"its dictionary cannot be used: {error}") from error
