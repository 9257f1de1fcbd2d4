"""Words in the index of whole words, where a match is to the letter: no folding beyond our own keys."""

from collections.abc import Iterable
from string import ascii_uppercase

BETWEEN = "_"  # stands between two names; no word is spelled so, and no phrase crosses it
_SPELLED = str.maketrans({"_": "__"} | {letter: f"_{letter.lower()}" for letter in ascii_uppercase})


def spelled(words: Iterable[str]) -> str:
    """The words as they stand in the index, which itself takes capital and small Latin letters for one."""
    return " ".join(words).translate(_SPELLED)


def any_of(phrases: Iterable[str]) -> str:
    """A question for any of these rows of words; empty where there is none."""
    return " OR ".join(f'"{spelled(phrase.split())}"' for phrase in sorted(phrases) if phrase.strip())
