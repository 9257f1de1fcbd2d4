"""Words for how goods travel, typed."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from khabar.knowledge.files import entries
from khabar.values.exchange import Means

FILE = "ar/carriage.yaml"


class Way(StrEnum):
    """What stands behind a preposition."""

    BY = "by"  # a place or country on the way
    END = "end"  # a place where it begins or ends; a country there gives or gets
    GATE = "gate"  # these words themselves open the name of a place that goods go through


@dataclass(frozen=True, slots=True)
class CarriageWord:
    """Words for one means, or prepositions of one sort."""

    id: str
    words: tuple[str, ...]
    means: Means | None = None  # None: prepositions
    way: Way | None = None  # None: a means


@cache
def carriage_words() -> tuple[CarriageWord, ...]:
    """Every entry, in the order of the file."""
    return tuple(
        CarriageWord(
            entry["id"],
            tuple(entry["words"]),
            Means(entry["means"]) if "means" in entry else None,
            Way(entry["way"]) if "way" in entry else None,
        )
        for entry in entries(FILE)
    )
