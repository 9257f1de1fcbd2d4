"""Words that end in ta marbuta, and those that end in ha."""

from functools import cache

from khabar.knowledge.files import words_of_class

_FILE = "ar/final_ta.yaml"


@cache
def final_ta() -> frozenset[str]:
    """Words that end in ta marbuta and seldom bear a pronoun, folded, with nothing attached in front."""
    return frozenset((*words_of_class(_FILE, "relation"), *words_of_class(_FILE, "nouns")))


@cache
def final_ha() -> frozenset[str]:
    """Words whose last letter is a ha of their own."""
    return frozenset(words_of_class(_FILE, "own_ha"))


@cache
def without_article() -> frozenset[str]:
    """Words that begin in alef and lam of their own, so that what follows them may be a pronoun."""
    return frozenset(words_of_class(_FILE, "no_article"))
