"""Goods and the units that they are counted in, typed."""

from dataclasses import dataclass
from functools import cache

from khabar.knowledge.files import entries
from khabar.values.event import GoodsCategory

FILE = "ar/goods.yaml"


@dataclass(frozen=True, slots=True)
class GoodsWord:
    """Words that name goods of one category, or units of one measure."""

    id: str
    words: tuple[tuple[str, ...], ...]
    category: GoodsCategory | None = None  # None: a unit
    unit: str | None = None  # in English, singular; None: goods
    as_gift: GoodsCategory | None = None  # what they are as a present; None: the same
    holds_others: bool = False  # goods travel in it: a container


@cache
def goods_words() -> tuple[GoodsWord, ...]:
    """Every entry, in the order of the file."""
    return tuple(
        GoodsWord(
            entry["id"],
            tuple(tuple(word.split()) for word in entry["words"]),
            GoodsCategory(entry["category"]) if "category" in entry else None,
            entry.get("unit"),
            GoodsCategory(entry["as_gift"]) if "as_gift" in entry else None,
            entry.get("holds_others", False),
        )
        for entry in entries(FILE)
    )
