"""How names are spelled: written-out signs, forms of address, generic words before a proper name."""

from functools import cache

from khabar.knowledge.files import entries


@cache
def read_as() -> dict[str, str]:
    """Each word of the data with the word that stands for it; empty: no part of the name."""
    return {word: str(entry["read_as"]) for entry in entries("ar/spelling.yaml") for word in entry["words"]}
