"""Zip files, read in memory: nothing is ever written, whatever the members are called."""

import io
import lzma
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from functools import partial

from khabar.reports import books
from khabar.reports.found import Found, is_ignored, is_side_file, leaves_folder, side_names
from khabar.reports.limits import MEGABYTE, Limits, in_words
from khabar.reports.sides import told_beside
from khabar.reports.told import Told
from khabar.reports.way import Allowance, Way
from khabar.reports.zip_members import opened
from khabar.values.report import Unreadable

_OFFICE = ("[Content_Types].xml", "mimetype")  # docx and xlsx, odt; a book tells itself from these
# What unpacking a damaged, locked or strangely packed member raises; `RuntimeError` is a missing password.
BROKEN = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, RuntimeError, NotImplementedError)
_MAGIC = b"PK\x03\x04"
_ENDINGS = (".zip", ".wacz", ".epub")
_WEB = ("datapackage.json", "archive/")  # what a web archive packed with its indices (WACZ) holds
_NO_ZIP = (*BROKEN, OSError, ValueError, struct.error)


def is_zip(found: Found) -> bool:
    """Whether it is a zip file, by its name or its first bytes."""
    return found.ending in _ENDINGS or found.read(len(_MAGIC))[: len(_MAGIC)] == _MAGIC


def members_of(found: Found, way: Way) -> Iterator[Found | Unreadable]:
    """The files in a zip file, in the order of their names; of a packed web archive, what was archived."""
    whole = _held(found, way.limits) if way.depth else found
    if isinstance(whole, Unreadable):
        yield whole
        return
    try:
        archive = zipfile.ZipFile(whole.open())
    except _NO_ZIP as error:
        yield Unreadable(found.source, f"a zip file that cannot be opened: {error}")
        return
    with archive:
        yield from books.chapters_of(whole, archive, way) if books.is_book(archive) else _files(whole, archive, way)


def _files(found: Found, archive: zipfile.ZipFile, way: Way) -> Iterator[Found | Unreadable]:
    infos = sorted((info for info in archive.infolist() if not info.filename.endswith("/")), key=lambda i: i.filename)
    if any(info.filename in _OFFICE for info in infos):
        yield Unreadable(found.source, "no text but an office document: save it as text", found.sha256())
        return
    if not infos:
        yield Unreadable(found.source, "empty: a zip file with nothing in it", found.sha256())
    if len(infos) > way.limits.members:
        yield Unreadable(found.source, f"more than {way.limits.members} files in one archive: pack it in parts")
        return
    if _is_web_archive(infos):
        infos = [info for info in infos if info.filename.startswith(_WEB[1])]
    yield from _members(found, archive, infos, way.limits, way.allowance)


def _is_web_archive(infos: list[zipfile.ZipInfo]) -> bool:
    return any(i.filename == _WEB[0] for i in infos) and any(i.filename.startswith(_WEB[1]) for i in infos)


def _members(
    found: Found, archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo], limits: Limits, allowance: Allowance
) -> Iterator[Found | Unreadable]:
    by_name = {info.filename: info for info in infos}
    for info in infos:
        parts = info.filename.replace("\\", "/").split("/")
        if any(is_ignored(part) for part in parts if part != "..") or is_side_file(parts[-1]):
            continue
        source = f"{found.source}!{info.filename}"
        reason = _refusal(info, limits, allowance)
        if reason:
            yield Unreadable(source, reason)
            continue
        told = _told_beside(archive, by_name, info.filename)
        yield Found(source, parts[-1], info.file_size, partial(opened, archive, info), told)


def _refusal(info: zipfile.ZipInfo, limits: Limits, allowance: Allowance) -> str | None:
    """Why a member is not even opened."""
    if leaves_folder(info.filename):
        return "its path leaves the folder of the archive; pack it anew"
    if info.flag_bits & 0x1:
        return "locked with a password: unpack it first"
    if info.file_size > limits.zip_small and info.file_size > limits.zip_ratio * max(info.compress_size, 1):
        return f"unpacked it would have {in_words(info.file_size)}, out of {in_words(info.compress_size)}: a zip bomb"
    if not allowance.take(info.file_size):
        return f"the archive holds more than {in_words(limits.zip_whole)} unpacked: pack it in parts"
    return None


def _told_beside(archive: zipfile.ZipFile, by_name: Mapping[str, zipfile.ZipInfo], member: str) -> Told:
    folder, _, name = member.rpartition("/")
    for side in side_names(name):
        info = by_name.get(f"{folder}/{side}" if folder else side)
        if info is None or info.file_size > MEGABYTE:
            continue
        try:
            with opened(archive, info) as file:
                return told_beside(file.read())
        except (*BROKEN, OSError) as error:
            return Told(note=f"its side file cannot be unpacked: {error}")
    return Told()


def _held(found: Found, limits: Limits) -> Found | Unreadable:
    """A zip file in a zip file, unpacked into memory, since it must be read back and forth."""
    data = found.read(limits.zip_nested)
    if len(data) > limits.zip_nested:
        return Unreadable(found.source, f"a zip file in a zip file of more than {in_words(limits.zip_nested)}")
    return Found(found.source, found.name, len(data), partial(io.BytesIO, data), found.told)
