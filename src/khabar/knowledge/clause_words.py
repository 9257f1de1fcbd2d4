"""Words that open, join and end clauses."""

from functools import cache

from khabar.knowledge.files import entries


@cache
def clause_words(word_class: str) -> tuple[str, ...]:
    """The words and phrases of one class of ar/clause_words.yaml, as they are spelled there."""
    return tuple(
        word for entry in entries("ar/clause_words.yaml") if entry["id"] == word_class for word in entry["words"]
    )
