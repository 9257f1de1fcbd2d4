"""What reports count, and what became of it, typed."""

from dataclasses import dataclass
from functools import cache

from khabar.knowledge.files import entries


@dataclass(frozen=True, slots=True)
class CountedWord:
    """One entry of `ar/counted.yaml`."""

    id: str
    use: str  # fate | counted | measure | subset | of-them | part | total | rise
    words: tuple[str, ...]
    dual: tuple[str, ...] = ()  # forms that count two by themselves
    fate: str | None = None  # what the counted word tells of their fate; None: nothing
    grows: bool = False  # of a fate: a later and higher number is news


@cache
def counted_words() -> tuple[CountedWord, ...]:
    """Every entry, in the order of the file."""
    return tuple(
        CountedWord(
            entry["id"],
            entry["use"],
            tuple(entry["words"]),
            tuple(entry.get("dual", ())),
            entry.get("fate"),
            entry.get("grows", False),
        )
        for entry in entries("ar/counted.yaml")
    )
