"""How much it tells that two statements share a word, by how often it stands in any report."""

from functools import cache

from khabar.knowledge.common_words import common_words
from khabar.resolution.stems import stems

_ALL = 1.0  # what any word tells that is in no band


def telling(stem: str) -> float:
    """From nothing to one; for a stem that two words have by that of the commoner."""
    return _by_stem().get(stem, _ALL)


@cache
def _by_stem() -> dict[str, float]:
    found: dict[str, float] = {}
    for told, words in common_words():
        for word in words:
            for stem in stems(word):
                found.setdefault(stem, told)
    return found
