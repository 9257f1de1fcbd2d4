"""A file that was found, in a folder or in a zip file, and can be opened."""

import hashlib
import io
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import IO

from khabar.reports.told import Told
from khabar.values.act import LOG_SUFFIX
from khabar.values.report import Unreadable


@dataclass(frozen=True, slots=True)
class Found:
    """Where a file lies, how to open it, and what its side file says of it."""

    source: str  # for people: the path, or the path of the zip file and the member's
    name: str  # the last part of the path
    size: int
    open: Callable[[], IO[bytes]]
    told: Told = field(default_factory=Told)
    encoding: str | None = None  # None: nobody said which

    @property
    def ending(self) -> str:
        """The name's ending, in small letters, with its dot."""
        dot = self.name.rfind(".")
        return self.name[dot:].lower() if dot > 0 else ""

    def read(self, most: int) -> bytes:
        """Its bytes, at most so many and one more."""
        with self.open() as file:
            return file.read(most + 1)

    def sha256(self) -> str:
        """Of all its bytes, read piece by piece."""
        digest = hashlib.sha256()
        with self.open() as file:
            while piece := file.read(1 << 20):
                digest.update(piece)
        return digest.hexdigest()


def size_on_disk(file: IO[bytes]) -> int:
    """The bytes of a file just now; 0 where what is read lies in no file of its own."""
    raw = getattr(file, "raw", None)
    return os.fstat(raw.fileno()).st_size if isinstance(raw, io.FileIO) else 0


def cut_meanwhile(file: IO[bytes], source: str, size: int) -> Iterator[Unreadable]:
    """What is to be said where a file that was read to its end had more bytes when it was opened."""
    if size and file.tell() < size:
        yield Unreadable(source, "it was cut while it was read: what stood behind is not here. Read it again")


def is_side_file(name: str) -> bool:
    """Whether a file speaks of another one: `name.meta.json`."""
    return name.lower().endswith(".meta.json")


def side_names(name: str) -> tuple[str, ...]:
    """The names that a file's side file may have."""
    dot = name.rfind(".")
    return tuple(dict.fromkeys(f"{stem}.meta.json" for stem in (name[:dot] if dot > 0 else name, name)))


def is_ignored(name: str) -> bool:
    """Whether it is what systems, or we, leave in folders, and nobody's report."""
    return name.endswith(LOG_SUFFIX) or name.startswith(".") or name in ("__MACOSX", "Thumbs.db", "desktop.ini")


def leaves_folder(path: str) -> bool:
    """Whether a member's path would lead out of the folder that its archive is unpacked in."""
    parts = path.replace("\\", "/").split("/")
    return ".." in parts or not parts[0] or ":" in parts[0]
