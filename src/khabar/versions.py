"""The versions under which readings and conclusions are kept; whoever asks for one loads nothing that reads."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

from khabar import __version__
from khabar.knowledge.files import fingerprint
from khabar.values.reading import Reading
from khabar.values.report import Report


@dataclass(frozen=True, slots=True)
class Reader:
    """Who reads reports, and the version under which what he read is kept."""

    version: str
    read: Callable[[Report], Reading]
    shared: bool = True  # whether several processes may read at once


@cache
def reader() -> str:
    """The version of everything that a reading depends on: the code and the knowledge."""
    return f"{__version__}+{fingerprint()}"


@cache
def weigher() -> str:
    """The version of everything that conclusions depend on: that of the reader, and every line of the code."""
    home = Path(__file__).parent
    digest = sha256()
    for path in sorted(home.rglob("*.py")):
        digest.update(path.relative_to(home).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return f"{reader()}+{digest.hexdigest()[:16]}"
