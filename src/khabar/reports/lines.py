"""The lines of a text and what can be seen of each without knowing any word."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from khabar.knowledge.furniture import NUMBER, words_of

LONGEST_LABEL = 400  # characters: no line of furniture is longer, and longer ones are not looked at word by word
_LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_BLANK = " \x00-\x1f\x7f\u00a0\u00ad\u061c\u1680\u2000-\u200f\u202a-\u202f\u205f-\u2069\u3000\ufeff"
_INNER = re.compile(rf"[^{_BLANK}](?s:.*[^{_BLANK}])?")
_CLOSERS = "\"'”’»›)]* \u00a0"
_CLOCK = re.compile(r"(?<!\d)[0-2]?\d:[0-5]\d(?!\d)")
_NUMBER = re.compile(r"\d+")
_BULLET = re.compile(r"[•●▪■◆►*\-–—·✔]\s")
_ADDRESS = ("http://", "https://", "www.", "pic.twitter.com", "t.co/")


@dataclass(frozen=True, slots=True)
class Line:
    """A line that is not blank, at its offsets without the blanks around it."""

    start: int
    end: int
    text: str  # of a very long line only the two ends
    words: tuple[str, ...]  # spelled by `words_of`

    @property
    def stops(self) -> bool:
        """Whether it ends in a full stop, as headlines and titles do not, and not in dots that promise more."""
        bare = self.text.rstrip(_CLOSERS)
        return bare.endswith((".", "۔")) and not bare.endswith("..")

    @property
    def promises(self) -> bool:
        """Whether it ends in dots, as the first words of another report do in a list."""
        return self.text.endswith(("…", ".."))

    @property
    def is_prose(self) -> bool:
        """Whether it looks like a paragraph."""
        return (len(self.words) >= 14 and not self.promises) or (self.stops and len(self.words) >= 4)

    @property
    def is_marks(self) -> bool:
        """Whether it holds no word at all: counters, clocks, bullets."""
        return all(word == NUMBER for word in self.words)

    @property
    def is_years(self) -> bool:
        """Whether it is a year or two, the heading of a chronicle."""
        numbers = _NUMBER.findall(self.text)
        return self.is_marks and bool(numbers) and all(len(number) == 4 for number in numbers)

    @property
    def has_colon(self) -> bool:
        """Whether there is a colon in it, as in 'Report: ...'."""
        return ":" in self.text

    @property
    def has_clock(self) -> bool:
        """Whether an hour stands in it."""
        return bool(_CLOCK.search(self.text))

    @property
    def is_address(self) -> bool:
        """Whether it holds nothing but web addresses, mail addresses or hashtags."""
        pieces = self.text.split()
        return bool(pieces) and all(_is_address(piece) for piece in pieces)

    @property
    def is_post_credit(self) -> bool:
        """Whether it is the last line of a post that was set into the page: a dash, a name, (@account), a date."""
        signed = "(@" in self.text and len(self.words) <= 20
        return signed and (self.text.startswith(("—", "–", "-")) or self.words[-1] == NUMBER)

    @property
    def is_item(self) -> bool:
        """Whether it is one of a list."""
        return bool(_BULLET.match(self.text))

    @property
    def has_inner_marks(self) -> bool:
        """Whether there is a colon, a quotation mark or a question in it, as headlines have them."""
        return any(mark in self.text for mark in ':"«»“”؟?!…')

    @property
    def is_initials(self) -> bool:
        """Whether it holds single letters only, by which editors sign."""
        return bool(self.words) and all(len(word) == 1 and word != NUMBER for word in self.words)

    @property
    def is_arabic(self) -> bool:
        """Whether an Arabic letter stands in it."""
        return any("\u0620" <= c <= "\u06d3" for c in self.text)


def _is_address(piece: str) -> bool:
    name, at, host = piece.partition("@")
    return piece.startswith(("#", *_ADDRESS)) or bool(name and at and "." in host)


def lines_in(text: str) -> Iterator[Line]:
    """Every line that is not blank."""
    for found in _LINE.finditer(text):
        inner = _INNER.search(text, found.start(), found.end())
        if inner:
            yield _line(text, inner.start(), inner.end())


def _line(text: str, start: int, end: int) -> Line:
    if end - start <= LONGEST_LABEL:
        whole = text[start:end]
        return Line(start, end, whole, words_of(whole))
    ends = f"{text[start : start + 120]} {text[end - 120 : end]}"
    return Line(start, end, ends, words_of(ends))
