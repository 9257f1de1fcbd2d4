"""Where words that a model quotes stand in a window: letter by letter, else as they are folded."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from khabar.language.clitics import splits
from khabar.language.normalise import fold
from khabar.values.span import Span

_QUOTES = {ord(mark): '"' for mark in "“”„«»″"} | {ord(mark): "'" for mark in "‘’‹›"}
_FEWEST = 2  # letters or digits that words must have
_MOST = 4000  # characters that a quotation may have


@dataclass(frozen=True, slots=True)
class Standing:
    """A stretch of a text, ready to be looked through."""

    text: str
    within: Span
    folded: str
    places: tuple[int, ...]  # of each folded character in the text

    @classmethod
    def of(cls, text: str, within: Span) -> "Standing":
        """The stretch with its folded letters, each knowing where it came from."""
        letters: list[str] = []
        places: list[int] = []
        for at in range(within.start, within.end):
            for letter in _folded(text[at]):
                if letter != " " or (letters and letters[-1] != " "):
                    letters.append(letter)
                    places.append(at)
        return cls(text, within, "".join(letters), tuple(places))

    def found(self, words: str) -> tuple[Span, ...]:
        """Every place where these whole words stand, in order; attached particles may stand before them."""
        words = words.strip()
        if len(words) > _MOST or sum(letter.isalnum() for letter in words) < _FEWEST:
            return ()
        exact = tuple(span for span in self._exactly(words) if self._is_whole(span))
        return exact or tuple(span for span in self._alike(words) if self._is_whole(span))

    def _exactly(self, words: str) -> Iterator[Span]:
        at = self.text.find(words, self.within.start, self.within.end)
        while at >= 0:
            yield Span(at, at + len(words))
            at = self.text.find(words, at + 1, self.within.end)

    def _alike(self, words: str) -> Iterator[Span]:
        wanted = " ".join("".join(map(_folded, words)).split())
        at = self.folded.find(wanted) if wanted else -1
        while at >= 0:
            start, last = self.places[at], self.places[at + len(wanted) - 1]
            yield Span(start, self._end_of_letter(last))
            at = self.folded.find(wanted, at + 1)

    def _end_of_letter(self, at: int) -> int:
        """Behind the signs that stand on a letter."""
        end = at + 1
        while end < self.within.end and not _folded(self.text[end]):
            end += 1
        return end

    def _is_whole(self, span: Span) -> bool:
        """Whether no word is cut, but for what is attached before it."""
        text = self.text
        if _in_word(text[span.end - 1]) and _in_word(text[span.end : span.end + 1]):
            return False
        first = span.start
        while first > 0 and _in_word(text[first]) and _in_word(text[first - 1]):
            first -= 1
        return first == span.start or _comes_off(text, first, span.start)


def _comes_off(text: str, first: int, start: int) -> bool:
    """Whether what stands between is attached to the word behind it."""
    last = start
    while last < len(text) and _in_word(text[last]):
        last += 1
    before = fold(text[first:start])
    return any("".join(split.proclitics) == before for split in splits(fold(text[first:last])))


def _in_word(letter: str) -> bool:
    return bool(letter) and (letter.isalnum() or unicodedata.category(letter) == "Mn" or letter == "ـ")


@lru_cache(maxsize=4096)
def _folded(letter: str) -> str:
    return " " if letter.isspace() else fold(letter).translate(_QUOTES)


def nearest(places: tuple[Span, ...], to: Span) -> Span | None:
    """The place that is nearest to another, and lies in it only where there is no other; None: there is none."""
    outside = [span for span in places if not to.overlaps(span)] or places
    return min(outside, key=lambda span: (max(to.start - span.end, span.start - to.end), span), default=None)
