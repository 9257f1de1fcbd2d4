"""Words and phrases found among the forms of a text, the longest first."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from typing import Generic, TypeVar

from khabar.knowledge.english.words import words_used_as
from khabar.language.english.text import form_of
from khabar.language.tokens import tokens_in

T = TypeVar("T")
Forms = tuple[str, ...]


def forms_in(phrase: str) -> Forms:
    """A phrase of the data as the forms that it has in a text: U.S. is four."""
    return tuple(form_of(phrase[token.start : token.end]) for token in tokens_in(phrase))


class Phrases(Generic[T]):
    """Phrases by their first form, each with what it stands for."""

    def __init__(self, phrases: Iterable[tuple[Forms, T]]) -> None:
        self._by_first: dict[str, list[tuple[Forms, T]]] = defaultdict(list)
        for forms, value in phrases:
            self._by_first[forms[0]].append((forms, value))
        for found in self._by_first.values():
            found.sort(key=lambda pair: -len(pair[0]))

    def all_at(self, forms: Sequence[str], at: int) -> list[tuple[int, T]]:
        """The phrases that begin at a place, each with its length, the longest first."""
        if not 0 <= at < len(forms) or forms[at] not in self._by_first:
            return []
        found = self._by_first[forms[at]]
        return [(len(f), value) for f, value in found if len(f) == 1 or tuple(forms[at : at + len(f)]) == f]

    def at(self, forms: Sequence[str], at: int) -> tuple[int, T] | None:
        """The longest phrase that begins at a place."""
        return next(iter(self.all_at(forms, at)), None)

    def opened_by(self, form: str) -> list[T]:
        """What the phrases stand for that begin with a form."""
        return [value for _, value in self._by_first.get(form, [])]

    def ending_at(self, forms: Sequence[str], end: int, longest: int = 6) -> tuple[int, T] | None:
        """The longest phrase that ends before a place, with where it begins."""
        for first in range(max(0, end - longest), end):
            for length, value in self.all_at(forms, first):
                if first + length == end:
                    return first, value
        return None


@cache
def used_as(use: str) -> Phrases[str]:
    """The function words and phrases of one use."""
    return Phrases((forms_in(word), word) for word in words_used_as(use))


@cache
def single(use: str) -> frozenset[str]:
    """The single function words of one use."""
    return frozenset(word for word in words_used_as(use) if " " not in word)
