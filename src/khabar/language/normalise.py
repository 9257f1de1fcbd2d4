"""Folding of Arabic letters, with the way back to the original offsets."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from khabar.values.span import Span

# What is dropped: vowel marks, tatweel, zero-width and bidirectional controls, soft hyphen.
_DROPPED = (
    [chr(c) for c in range(0x0610, 0x061B)]
    + [chr(c) for c in range(0x064B, 0x0660)]
    + ["\u0640", "\u0670", "\u00ad", "\ufeff", "\u061c"]
    + [chr(c) for c in range(0x06D6, 0x06EE)]
    + [chr(c) for c in range(0x200B, 0x2010)]
    + [chr(c) for c in range(0x202A, 0x202F)]
    + [chr(c) for c in range(0x2060, 0x206A)]
)
_FOLDED = (
    {ord(a): "ا" for a in "أإآٱ"}
    | {ord("ک"): "ك", ord("ی"): "ي", ord("ڤ"): "ف", ord("گ"): "ك", ord("\u00a0"): " "}
    | {0x0660 + d: str(d) for d in range(10)}
    | {0x06F0 + d: str(d) for d in range(10)}
)
_PRESENTATION_FORM = re.compile("[\ufb50-\ufeff]")
_TABLE: dict[int, str | None] = {**_FOLDED, **{ord(c): None for c in _DROPPED}}
_KEY_TABLE = str.maketrans("ىةؤئ", "يهوي", "ء")


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and, for each of its characters, the offset of the original one it came from."""

    text: str
    offsets: tuple[int, ...]  # one longer than `text`: the last is the original's length

    def span(self, start: int, end: int) -> Span:
        """The original stretch behind a half-open stretch of the folded text."""
        if start >= end:
            return Span(self.offsets[start], self.offsets[start])
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


def fold(text: str) -> str:
    """Alef forms made one, marks and invisible characters dropped, digits of all three scripts Western."""
    return _compatible(text).translate(_TABLE)


def fold_with_offsets(text: str) -> Folded:
    """The same as `fold`, with the way back."""
    letters: list[str] = []
    offsets: list[int] = []
    for at, char in enumerate(text):
        for letter in fold(char):
            letters.append(letter)
            offsets.append(at)
    offsets.append(len(text))
    return Folded("".join(letters), tuple(offsets))


@lru_cache(maxsize=65536)
def key(text: str) -> str:
    """A wider folding, for names: final ya and alef maqsura, ta marbuta and ha, and hamza seats made one."""
    return fold(text).translate(_KEY_TABLE)


def _compatible(text: str) -> str:
    # Presentation forms (ﻣﺜﻞ ﻫﺬﻩ) are spelled out. Elsewhere NFKC would change what it should not.
    if text.isascii() or not _PRESENTATION_FORM.search(text):
        return text
    return "".join(unicodedata.normalize("NFKC", c) if "\ufb50" <= c <= "\ufefc" else c for c in text)
