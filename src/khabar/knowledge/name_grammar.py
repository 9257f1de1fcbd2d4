"""Small word classes that steer how far a title, a body's name or a group reaches."""

from functools import cache

from khabar.knowledge.files import words_of_class


@cache
def name_grammar(word_class: str) -> tuple[str, ...]:
    """The words of one class of ar/name_grammar.yaml, as they are spelled there."""
    return words_of_class("ar/name_grammar.yaml", word_class)
