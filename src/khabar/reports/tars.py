"""Tar files, read in one go from end to end, in memory: nothing is ever written, whatever the members are called."""

import io
import tarfile
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Self

from khabar.reports.found import Found, is_ignored, is_side_file, leaves_folder, side_names
from khabar.reports.limits import MEGABYTE, in_words
from khabar.reports.sides import told_beside
from khabar.reports.told import Told
from khabar.reports.way import Way
from khabar.values.report import Unreadable

_MARK, _MARK_AT = b"ustar", 257
_LONGEST_HEAD = MEGABYTE  # of what tells of a member; a name has some hundred bytes


class _Info(tarfile.TarInfo):
    """A member's head. One that says that a gigabyte of head follows would be read into memory."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        info = super().frombuf(buf, encoding, errors)
        if not info.isfile() and info.size > _LONGEST_HEAD:
            raise tarfile.ReadError(f"the head of a member has {in_words(info.size)}")
        return info


def is_tar(found: Found) -> bool:
    """Whether it is a tar file, by its name or its first block."""
    return found.ending == ".tar" or found.read(_MARK_AT + len(_MARK))[_MARK_AT:].startswith(_MARK)


def members_of(found: Found, way: Way) -> Iterator[Found | Unreadable]:
    """The files in a tar file, in the order in which they lie there."""
    sides = _sides(found)
    count = 0
    with found.open() as raw, tarfile.open(fileobj=raw, mode="r|", tarinfo=_Info) as archive:
        for count, info in enumerate(archive, start=1):
            if count > way.limits.members:
                yield Unreadable(found.source, f"more than {way.limits.members} files in one archive: pack it in parts")
                return
            name = info.name.rpartition("/")[2]
            if info.isdir() or is_side_file(name) or any(is_ignored(part) for part in _parts(info) if part != ".."):
                continue
            source = f"{found.source}!{info.name}"
            reason = _refusal(info, way)
            file = None if reason else archive.extractfile(info)
            if reason or file is None:
                yield Unreadable(source, reason or "neither a file nor a folder")
                continue
            data = file.read()
            yield Found(source, name, len(data), partial(io.BytesIO, data), _told(sides, info.name))
    if count == 0:
        yield Unreadable(found.source, "empty: a tar file with nothing in it")


def _parts(info: tarfile.TarInfo) -> list[str]:
    return [part for part in info.name.replace("\\", "/").split("/") if part != "."]


def _refusal(info: tarfile.TarInfo, way: Way) -> str | None:
    """Why a member is not even opened."""
    if leaves_folder(info.name):
        return "its path leaves the folder of the archive; pack it anew"
    if not info.isfile():
        return "a link or a device in a tar file: pack the file itself"
    if info.size > way.limits.zip_nested:
        return f"a file of more than {in_words(way.limits.zip_nested)} in a tar file: unpack it first"
    if not way.allowance.take(info.size):
        return f"the archive holds more than {in_words(way.limits.zip_whole)} unpacked: pack it in parts"
    return None


def _sides(found: Found) -> Mapping[str, Told]:
    """What all side files say; they may lie behind the files that they speak of, so this looks ahead."""
    sides: dict[str, Told] = {}
    try:
        with found.open() as raw, tarfile.open(fileobj=raw, mode="r|", tarinfo=_Info) as archive:
            for info in archive:
                if is_side_file(info.name) and info.isfile() and info.size <= MEGABYTE:
                    file = archive.extractfile(info)
                    sides[info.name] = told_beside(file.read()) if file else Told()
    except (tarfile.TarError, OSError, EOFError, RuntimeError):  # said when the members are read
        pass
    return sides


def _told(sides: Mapping[str, Told], member: str) -> Told:
    folder, slash, name = member.rpartition("/")
    beside = (f"{folder}{slash}{side}" for side in side_names(name))
    return next((sides[side] for side in beside if side in sides), Told())
