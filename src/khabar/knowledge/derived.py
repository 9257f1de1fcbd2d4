"""Tables worked out from the knowledge once and kept beside it, since making them takes longer than loading them."""

import gc
import hashlib
import pickle
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from khabar.knowledge.files import HOME, fingerprint, write_whole

T = TypeVar("T")


def derived(name: str, code: Iterable[Path], make: Callable[[], T]) -> T:
    """What `make` gives, from its file where the knowledge and the code in these folders are still the same.

    The file lies in the package, like compiled Python, and is as trusted; where it cannot be read or written, the table
    is made anew.
    """
    kept = HOME / f"compiled-{fingerprint()}-{name}-{_code_fingerprint(tuple(code))}.pickle"
    with suppress(OSError, EOFError, pickle.UnpicklingError, AttributeError, ImportError), _uncollected():
        found: T = pickle.loads(kept.read_bytes())
        return found
    table = make()
    with suppress(OSError):
        write_whole(kept, pickle.dumps(table, protocol=5))
        for old in HOME.glob(f"compiled-*-{name}-*.pickle"):
            if old != kept:
                old.unlink(missing_ok=True)
    return table


@contextmanager
def _uncollected() -> Iterator[None]:
    """Lets nobody look for garbage among some hundred thousand new objects of which none is."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@lru_cache(maxsize=16)
def _code_fingerprint(folders: tuple[Path, ...]) -> str:
    digest = hashlib.sha256()
    for folder in folders:
        for path in sorted(folder.rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]
