"""Web archives (WARC): the pages in them, one after the other, however large the file."""

import gzip
import io
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import IO

from khabar.reports import packed, zstandard
from khabar.reports.found import Found
from khabar.reports.limits import Limits, in_words
from khabar.reports.told import Told
from khabar.values.report import Unreadable

ENDINGS = (".warc", ".warc.gz", ".warc.zst")
_LONGEST_HEAD = 1 << 16
_BROKEN = (EOFError, zlib.error, gzip.BadGzipFile, ValueError, *packed.BROKEN)


def _inflated(window: int, body: bytes, most: int) -> bytes:
    return zlib.decompressobj(window).decompress(body, most)


# gzip or zlib by their heads, Zstandard by its own, or bare deflate
_UNPACK = (partial(_inflated, 47), zstandard.unpacked, partial(_inflated, -15))


@dataclass(frozen=True, slots=True)
class _Record:
    head: Mapping[str, str]
    body: bytes | None  # None: longer than a page may be


def is_warc(found: Found) -> bool:
    """Whether it is a web archive, by its name."""
    return found.name.lower().endswith(ENDINGS)


def pages_in(found: Found, limits: Limits) -> Iterator[Found | Unreadable]:
    """The HTML pages that were answered in full, each as a file of its own."""
    number = 0
    with packed.opened(found, limits.zip_whole) as file:
        try:
            for number, record in enumerate(_records(file, limits), start=1):
                page = _page(record, f"{found.source}#{number}", limits)
                if page is not None:
                    yield page
        except _BROKEN as error:
            yield Unreadable(f"{found.source}#{number + 1}", f"the web archive is damaged from here on: {error}")
            return
    if number == 0:
        yield Unreadable(found.source, "empty: a web archive with no record in it", found.sha256())


def _records(file: IO[bytes], limits: Limits) -> Iterator[_Record]:
    left = limits.zip_whole
    while (head := _head(file)) is not None:
        length = int(head.get("content-length", "0"))
        left -= length
        if length < 0 or left < 0:
            raise ValueError(f"it holds more than {in_words(limits.zip_whole)}")
        if length > limits.page:
            _skip(file, length)
            yield _Record(head, None)
            continue
        body = file.read(length)
        if len(body) < length:
            raise ValueError("its last record is cut off")
        yield _Record(head, body)


def _head(file: IO[bytes]) -> Mapping[str, str] | None:
    line = file.readline(_LONGEST_HEAD)
    while line in (b"\r\n", b"\n"):
        line = file.readline(_LONGEST_HEAD)
    if not line:
        return None
    if not line.startswith(b"WARC/"):
        raise ValueError("a record does not begin with WARC/")
    return _fields(iter(partial(file.readline, _LONGEST_HEAD), b""))


def _fields(lines: Iterator[bytes]) -> Mapping[str, str]:
    fields: dict[str, str] = {}
    for line in lines:
        if not line.strip():
            break
        name, _, value = line.decode("utf-8", "replace").partition(":")
        fields[name.strip().lower()] = value.strip()
    return fields


def _skip(file: IO[bytes], length: int) -> None:
    while length > 0 and (piece := file.read(min(length, 1 << 20))):
        length -= len(piece)


def _page(record: _Record, source: str, limits: Limits) -> Found | Unreadable | None:
    """None for what is no page: requests, pictures, redirections."""
    kind, http = record.head.get("warc-type"), "application/http" in record.head.get("content-type", "")
    if kind not in ("response", "resource") or (
        kind == "resource" and "html" not in record.head.get("content-type", "")
    ):
        return None
    url = record.head.get("warc-target-uri", "").strip("<>") or None
    if record.body is None:
        return Unreadable(source, f"a page of more than {in_words(limits.page)}")
    body = _answer(record.body, limits) if http else record.body
    if body is None or isinstance(body, str):
        return Unreadable(source, body) if body else None
    return Found(source, "page.html", len(body), partial(io.BytesIO, body), Told(url=url))


def _answer(message: bytes, limits: Limits) -> bytes | str | None:
    """The page in an HTTP answer; words where it cannot be had, None where there is none."""
    file = io.BytesIO(message)
    status = file.readline(_LONGEST_HEAD).split()
    head = _fields(iter(partial(file.readline, _LONGEST_HEAD), b""))
    if len(status) < 2 or status[1] != b"200" or "html" not in head.get("content-type", "html"):
        return None
    body = file.read()
    if "chunked" in head.get("transfer-encoding", "").lower():
        body = _unchunked(body)
    packing = head.get("content-encoding", "identity").lower()
    if packing in ("gzip", "x-gzip", "deflate", "zstd"):
        return _unpacked(body, limits)
    return body if packing == "identity" else f"packed as {packing[:40]}, which cannot be unpacked here"


def _unpacked(body: bytes, limits: Limits) -> bytes | str:
    for unpack in _UNPACK:
        try:
            page = unpack(body, limits.page + 1)
        except (zlib.error, zstandard.ZstdError):
            continue
        return page if len(page) <= limits.page else f"unpacked it is a page of more than {in_words(limits.page)}"
    return body  # said to be packed, and is not


def _unchunked(body: bytes) -> bytes:
    file, pieces = io.BytesIO(body), []
    while line := file.readline(64).strip():
        try:
            size = int(line.split(b";")[0], 16)
        except ValueError:
            return body  # said to be in chunks, and is not
        if size == 0:
            break
        pieces.append(file.read(size))
        file.readline(64)
    return b"".join(pieces)
