"""Whether what takes the time of reading runs as Python or as machine code."""

from enum import StrEnum
from hashlib import sha256
from importlib.machinery import SOURCE_SUFFIXES
from importlib.util import find_spec
from pathlib import Path

_TELLING = "khabar.extraction.entities"  # compiled where any module is
_STAMP = Path(__file__).with_name("compiled.txt")


class Code(StrEnum):
    """How it runs."""

    PYTHON = "Python"
    COMPILED = "compiled"
    STALE = "compiled from other sources"  # what is changed in the Python has no effect


def code() -> Code:
    """How this installation runs."""
    spec = find_spec(_TELLING)
    if spec is None or spec.origin is None or Path(spec.origin).suffix in SOURCE_SUFFIXES:
        return Code.PYTHON
    return Code.COMPILED if _is_of_these_sources() else Code.STALE


def _is_of_these_sources() -> bool:
    if not _STAMP.exists():
        return False
    root = _STAMP.parent.parent
    told = (line.split("  ", 1) for line in _STAMP.read_text(encoding="utf-8").splitlines())
    return all(sha256((root / name).read_bytes()).hexdigest() == made_of for made_of, name in told)
