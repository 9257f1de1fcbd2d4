"""Words that open, join and end clauses."""

from functools import cache

from khabar.knowledge.files import words_of_class


@cache
def clause_words(word_class: str) -> tuple[str, ...]:
    """The words and phrases of one class of ar/clause_words.yaml, as they are spelled there."""
    return words_of_class("ar/clause_words.yaml", word_class)
