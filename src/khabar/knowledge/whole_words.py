"""Words that begin or end like something attached, and are never taken apart."""

from functools import cache

from khabar.knowledge.files import entries


@cache
def whole_words() -> frozenset[str]:
    """The words as they are spelled in the data."""
    return frozenset(word for entry in entries("ar/whole_words.yaml") for word in entry["words"])
