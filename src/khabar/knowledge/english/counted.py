"""English numerals, units and goods, typed."""

from dataclasses import dataclass
from functools import cache

from khabar.knowledge.english.lemmas import nouns
from khabar.knowledge.files import entries
from khabar.values.event import GoodsCategory

NUMERALS = "en/numerals.yaml"
GOODS = "en/goods.yaml"


@dataclass(frozen=True, slots=True)
class GoodsWord:
    """Words that name goods of one category, or a unit, each with its plural (None: regular)."""

    id: str
    words: tuple[tuple[str, str | None], ...]
    category: GoodsCategory | None = None  # None: a unit
    unit: str | None = None  # None: goods


@cache
def numerals() -> dict[str, int]:
    """The value of each numeral in words."""
    return {word: entry["value"] for entry in entries(NUMERALS) if "value" in entry for word in entry["words"]}


@cache
def bounds() -> tuple[tuple[str, str], ...]:
    """Words that say how a figure is meant, each with its sign."""
    return tuple((word, entry["bound"]) for entry in entries(NUMERALS) if "bound" in entry for word in entry["words"])


@cache
def goods_words() -> tuple[GoodsWord, ...]:
    """Every entry, in the order of the file."""
    return tuple(
        GoodsWord(
            entry["id"],
            nouns(tuple(entry["words"])),
            GoodsCategory(entry["category"]) if "category" in entry else None,
            entry.get("unit"),
        )
        for entry in entries(GOODS)
    )
