"""Khabar reads news reports, Arabic first, and keeps who says what, through whom, and who denies it."""

from importlib import import_module
from typing import Any

__version__ = "0.1.0"
# What `khabar.library` offers, named here and loaded when it is asked for first: `import khabar` alone stays light.
_LIBRARY = (
    "Answers",
    "EventType",
    "GoodsCategory",
    "Status",
    "Verdict",
    "bearing_between",
    "open",
    "read",
    "report",
    "to_json",
)


def __getattr__(name: str) -> Any:
    if name not in _LIBRARY:
        raise AttributeError(f"module 'khabar' has no attribute '{name}'")
    return getattr(import_module("khabar.library"), name)


def __dir__() -> list[str]:
    return sorted([*globals(), *_LIBRARY])
