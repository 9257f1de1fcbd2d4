"""Clause words in folded form, and phrases of them found in tokens."""

from collections.abc import Sequence
from functools import cache

from khabar.knowledge.clause_words import clause_words
from khabar.language.normalise import fold
from khabar.language.tokens import Token


@cache
def folded(*word_classes: str) -> frozenset[str]:
    """The single words of one class or of several."""
    return frozenset(fold(word) for each in word_classes for word in clause_words(each) if " " not in word)


@cache
def phrases(word_class: str) -> frozenset[str]:
    """The phrases of several words of a class."""
    return frozenset(fold(phrase) for phrase in clause_words(word_class) if " " in phrase)


@cache
def _phrases(word_class: str) -> dict[str, tuple[tuple[str, ...], ...]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for phrase in clause_words(word_class):
        first, *rest = fold(phrase).split()
        found.setdefault(first, []).append(tuple(rest))
    return {first: tuple(rests) for first, rests in found.items()}


@cache
def openings(word_class: str) -> frozenset[str]:
    """The words by which the words and phrases of a class begin."""
    return frozenset(_phrases(word_class))


def opens(word_class: str, tokens: Sequence[Token], at: int) -> bool:
    """Whether a word or phrase of the class begins at this token."""
    return bool(phrase_at(word_class, tokens, at))


def phrase_at(word_class: str, tokens: Sequence[Token], at: int) -> int:
    """How many tokens the longest word or phrase of the class fills that begins at this token; 0: none does."""
    if not 0 <= at < len(tokens):
        return 0
    rests = _phrases(word_class).get(tokens[at].form)
    if rests is None:
        return 0  # as nearly always
    found = (rest for rest in rests if tuple(t.form for t in tokens[at + 1 : at + 1 + len(rest)]) == rest)
    return max((1 + len(rest) for rest in found), default=0)
