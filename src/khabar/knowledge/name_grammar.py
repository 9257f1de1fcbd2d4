"""Small word classes that steer how far a title, a body's name or a group reaches."""

from functools import cache

from khabar.knowledge.files import entries


@cache
def name_grammar(word_class: str) -> tuple[str, ...]:
    """The words of one class of ar/name_grammar.yaml, as they are spelled there."""
    return tuple(
        word for entry in entries("ar/name_grammar.yaml") if entry["id"] == word_class for word in entry["words"]
    )
