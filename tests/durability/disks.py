"""A disk that fails when it is told to: the program runs behind a shim, which counts what it asks of one folder."""

import os
import random
import shutil
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

KHABAR = (sys.executable, "-c", "from khabar.shells.cli import main; main()")
_SECTOR = 512  # bytes that a disk writes whole or not at all


@dataclass(frozen=True, slots=True)
class Disk:
    """The way to one folder."""

    shim: Path
    under: Path

    def run(self, *given: object, **failing: object) -> subprocess.CompletedProcess[str]:
        """Runs `khabar`; `dies_at`, `full_at` and `record` are what the shim is told."""
        told = {f"DISK_{name.upper()}": str(value) for name, value in failing.items() if value is not None}
        shim = {"LD_PRELOAD": str(self.shim), "DISK_UNDER": str(self.under)} | told
        return subprocess.run([*KHABAR, *map(str, given)], env=os.environ | shim, capture_output=True, text=True)

    def recorded(self, record: Path, *given: object) -> "list[Request]":
        """What an undisturbed run asks of the disk."""
        done = self.run(*given, record=record)
        assert done.returncode == 0, done.stderr
        return requests_in(record.read_bytes())


@dataclass(frozen=True, slots=True)
class Request:
    """One thing that a program asked of the disk."""

    kind: str  # w: write, s: have it safe, t: cut, u: remove, r: rename
    path: Path
    place: int
    data: bytes
    other: Path


def requests_in(record: bytes) -> list[Request]:
    """The requests that the shim wrote down."""
    found, at = [], 0
    while at < len(record):
        end = record.index(b"\n", at)
        kind, path, place, length, other = record[at:end].decode().split("\t")
        at = end + 1
        data = record[at : at + int(length)]
        at += len(data)
        found.append(Request(kind, Path(path), int(place), data, Path(other)))
    return found


@dataclass(slots=True)
class _File:
    safe: bytearray = field(default_factory=bytearray)
    waiting: list[Request] = field(default_factory=list)
    is_named: bool = False  # whether its name is safe too


def after_power_cut(
    before: dict[Path, bytes], asked: Sequence[Request], chance: random.Random
) -> dict[Path, bytes | None]:
    """What may be on a disk when the power fails after these requests; None: no file of that name.

    What was made safe is there; of what was not, any sector may be, in whatever order.
    """
    files = {path: _File(bytearray(data), is_named=True) for path, data in before.items()}
    folders: list[Request] = []  # removals and renamings that are not safe yet
    for request in asked:
        if request.kind in "ur":
            folders.append(request)
        elif request.kind == "s" and request.path not in files:  # the folder
            _settle(files, folders)
            for file in files.values():
                file.is_named = True
        elif request.kind == "s":
            _keep(files[request.path])
        else:
            files.setdefault(request.path, _File()).waiting.append(request)
    _settle(files, folders[: chance.randint(0, len(folders))])
    return {path: _left(file, chance) for path, file in files.items()}


def _settle(files: dict[Path, _File], asked: list[Request]) -> None:
    for request in asked:
        if request.kind == "r":
            files[request.other] = files.pop(request.path)
        else:
            files.pop(request.path, None)
    asked.clear()


def _keep(file: _File) -> None:
    for request in file.waiting:
        _do(file.safe, request)
    file.waiting.clear()


def _left(file: _File, chance: random.Random) -> bytes | None:
    if not file.is_named and chance.random() < 0.5:
        return None
    for request in file.waiting:
        if request.kind == "t":
            if chance.random() < 0.5:
                _do(file.safe, request)
            continue
        for at in range(0, len(request.data), _SECTOR):
            if chance.random() < 0.7:
                sector = request.data[at : at + _SECTOR]
                _do(file.safe, Request("w", request.path, request.place + at, sector, request.other))
    return bytes(file.safe)


def _do(data: bytearray, request: Request) -> None:
    if request.kind == "t":
        del data[request.place :]
        data.extend(bytes(request.place - len(data)))
        return
    data.extend(bytes(max(0, request.place - len(data))))
    data[request.place : request.place + len(request.data)] = request.data


def anew(disk: Disk, archive: Path) -> None:
    """Nothing but a copy of the archive in the folder."""
    for file in disk.under.iterdir():
        file.unlink()
    shutil.copy(archive, disk.under / "a.khabar")
