"""The log beside an archive: a file that only grows, one act of review a line, safe on the disk before it counts."""

import os
from collections.abc import Iterable
from dataclasses import dataclass
from errno import EACCES, EDQUOT, EFBIG, ENOSPC, EPERM, EROFS
from functools import partial
from pathlib import Path

from khabar.errors import ArchiveNotWritable, BadForm, KhabarError, LogNotUsable, NoRoom
from khabar.reports.plain_files import at_once
from khabar.store.acts_as_json import act_in
from khabar.values.act import LOG_SUFFIX, Act, ActId

_FULL = (ENOSPC, EDQUOT, EFBIG)
_FORBIDDEN = (EACCES, EPERM, EROFS)
_OPENER = partial(at_once, otherwise="neither a file nor a link to one")
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)  # who packed the archive's folder would have another file written to


@dataclass(frozen=True, slots=True)
class Logged:
    """What a log holds."""

    lines: dict[ActId, str]
    acts: dict[ActId, Act]
    damaged: tuple[int, ...] = ()  # numbers of lines that hold no act, or another than was written


class Logbook:
    """The log of one archive. Who appends holds the archive's lock, so that no two ever do at once."""

    def __init__(self, archive: Path) -> None:
        self.path = archive.with_name(archive.name + LOG_SUFFIX)

    def read(self) -> Logged:
        """All acts, each once; none where there is no log yet. A damaged line costs no other."""
        try:
            with open(self.path, "rb", opener=_OPENER) as file:
                data = file.read()
        except FileNotFoundError:
            return Logged({}, {})
        except OSError as wrong:
            raise _told(self.path, wrong) from wrong
        lines: dict[ActId, str] = {}
        acts: dict[ActId, Act] = {}
        damaged = []
        for number, raw in enumerate(data.split(b"\n"), start=1):
            if not raw.strip():
                continue
            try:
                line = raw.decode().strip()
                own_id, acts_in_line = act_in(line)
            except (UnicodeDecodeError, BadForm):
                damaged.append(number)
            else:
                lines[own_id], acts[own_id] = line, acts_in_line
        return Logged(lines, acts, tuple(damaged))

    def append(self, lines: Iterable[str]) -> None:
        """Adds these lines, all or none of them, and comes back when they are on the disk."""
        added = "".join(f"{line}\n" for line in lines).encode(errors="surrogatepass")
        if not added:
            return
        is_new = not self.path.exists()
        try:
            file = os.open(self.path, os.O_RDWR | os.O_APPEND | os.O_CREAT | _NO_LINK, 0o644)
            try:
                _add(file, added)
            finally:
                os.close(file)
            if is_new:
                _keep_name(self.path.parent)
        except OSError as wrong:
            raise _told(self.path, wrong) from wrong


def _add(file: int, added: bytes) -> None:
    whole = os.fstat(file).st_size
    os.lseek(file, max(whole - 1, 0), os.SEEK_SET)
    rest = added if os.read(file, 1) in (b"", b"\n") else b"\n" + added  # a cut line stays by itself
    try:
        while rest:
            rest = rest[os.write(file, rest) :]
        os.fsync(file)
    except OSError:
        os.ftruncate(file, whole)
        raise


def _keep_name(folder: Path) -> None:
    """A new file is found again after the power failed only if its folder is on the disk, too."""
    at = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(at)
    finally:
        os.close(at)


def _told(path: Path, wrong: OSError) -> KhabarError:
    if wrong.errno in _FULL:
        return NoRoom(str(path))
    if wrong.errno in _FORBIDDEN:
        return ArchiveNotWritable(str(path))
    return LogNotUsable(str(path), wrong.strerror or str(wrong))
