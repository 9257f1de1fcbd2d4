"""What the news calls countries without naming them: the communist state, its northern neighbour."""

from dataclasses import dataclass
from functools import cache

from khabar.knowledge.files import entries

FILE = "world/epithets.yaml"


@dataclass(frozen=True, slots=True)
class Epithet:
    """One entry: words, and the countries that they may mean."""

    id: str
    words: tuple[str, ...]
    countries: tuple[str, ...]  # ids in the world knowledge
    of: str | None = None  # None: the words need no other country beside them
    named: bool = False  # whether the country itself has to be named elsewhere


@cache
def epithets() -> tuple[Epithet, ...]:
    """Every entry, in the order of the file."""
    return tuple(
        Epithet(e["id"], tuple(e["words"]), tuple(e["countries"]), e.get("of"), bool(e.get("named")))
        for e in entries(FILE)
    )
