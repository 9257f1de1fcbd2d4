"""The closed word classes of Arabic."""

from functools import cache

from khabar.knowledge.files import entries


@cache
def function_words(*classes: str) -> frozenset[str]:
    """The words of the classes named (all of them where none is), as they are spelled in the data."""
    return frozenset(
        word
        for entry in entries("ar/function_words.yaml")
        if not classes or entry["id"] in classes
        for word in entry["words"]
    )
