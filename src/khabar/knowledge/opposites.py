"""Words that stand against one another, and words that undo what stands beside them."""

from dataclasses import dataclass
from functools import cache

from khabar.knowledge.files import Entry, entries

FILE = "ar/opposites.yaml"


@dataclass(frozen=True, slots=True)
class Opposites:
    """One entry: two sides that exclude one another, or words that undo by themselves."""

    id: str
    one: tuple[str, ...]
    other: tuple[str, ...]
    undoes: tuple[str, ...]
    negates: bool = False  # such a word says flatly no


@cache
def opposites() -> tuple[Opposites, ...]:
    """Every entry, in the order of the file."""
    return tuple(Opposites(entry["id"], *_sides(entry), negates=entry.get("negates", False)) for entry in entries(FILE))


def _sides(entry: Entry) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    return tuple(entry.get("one", ())), tuple(entry.get("other", ())), tuple(entry.get("undoes", ()))
