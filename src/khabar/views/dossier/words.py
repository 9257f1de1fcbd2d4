"""What the dossier says in its own voice: words.yaml, and Arabic's way of counting."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

from khabar.errors import BadKnowledge

FILE = Path(__file__).with_name("words.yaml")


def word(path: str, **filled: object) -> str:
    """The words of one entry such as `verdict.disputed`, with what its braces ask for; raises BadKnowledge."""
    found = _entry(path)
    if not isinstance(found, str):
        raise BadKnowledge(FILE.name, path, "there are no such words.", "Add them to the file.")
    return found.format(**filled) if filled else found


def has_word(path: str) -> bool:
    """Whether the file has that entry."""
    return isinstance(_entry(path), str)


def counted(number: int, what: str) -> str:
    """So many of something, as Arabic counts: one, two, three to ten, eleven to ninety-nine, hundreds."""
    return word(f"count.{what}.{_form(number)}", n=f"{number:,}")


def _form(number: int) -> str:
    if number in (1, 2):
        return ("one", "two")[number - 1]
    rest = number % 100
    if 3 <= rest <= 10:
        return "few"
    return "many" if rest >= 11 else "other"


def _entry(path: str) -> Any:
    found: Any = _catalogue()
    for step in path.split("."):
        found = found.get(step) if isinstance(found, dict) else None
    return found


@cache
def _catalogue() -> dict[str, Any]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loaded: dict[str, Any] = yaml.load(FILE.read_bytes(), Loader=loader)
    return loaded
