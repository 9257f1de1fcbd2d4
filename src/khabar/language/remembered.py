"""Answers about words that are kept for the next time: the same words make most of the news."""

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
_MOST = 65_536  # words


def remembered(work: Callable[[str], T]) -> Callable[[str], T]:
    """The same pure function of a word, each answer kept.

    Where there are too many, all are forgotten, not the oldest: so a word that is known costs one lookup and writes
    nothing, where `lru_cache` would move it to the front, at the cost of several places in memory far apart.
    """
    return _Answers(work).__getitem__


class _Answers(dict[str, T]):
    __slots__ = ("_work",)

    def __init__(self, work: Callable[[str], T]) -> None:
        self._work = work

    def __missing__(self, word: str) -> T:
        answer = self._work(word)
        if len(self) >= _MOST:
            self.clear()
        self[word] = answer
        return answer
