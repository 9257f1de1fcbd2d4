"""Words, numbers and marks of a text, with their offsets."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from khabar.language.normalise import fold_word
from khabar.language.remembered import remembered
from khabar.values.span import Span

LATIN_MARKS = {"،": ",", "؛": ";", "؟": "?"}  # the Arabic marks, each with what outlets type for it

# Vowel marks, tatweel and zero-width characters belong to the word that they stand in.
SIGNS_IN_WORDS = (
    "\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u00ad"
)
_ARABIC_MARKS = {latin: arabic for arabic, latin in LATIN_MARKS.items()}
_TOKEN = re.compile(
    rf"(?P<number>\d+(?:[.,٫٬:]\d+)*%?)|(?P<word>[^\W\d_{SIGNS_IN_WORDS}](?:[^\W\d_]|[{SIGNS_IN_WORDS}]|(?<=[A-Za-z])['’&-](?=[A-Za-z]))*)"
    r"|(?P<mark>\.{2,}|…|[^\w\s#])"
)


class Token(NamedTuple):
    """A word with its attached particles, a number or a punctuation mark."""

    start: int
    end: int
    form: str  # folded; a comma, a semicolon and a question mark as Arabic writes them, whichever is typed
    kind: str  # word | number | mark

    @property
    def span(self) -> Span:
        """Where it stands in the original text."""
        return Span(self.start, self.end)

    def written(self, text: str) -> str:
        """Its letters as they stand in the original text."""
        return text[self.start : self.end]


def tokens_in(text: str, start: int = 0, end: int | None = None) -> Iterator[Token]:
    """The tokens of a stretch of the text, in order."""
    for found in _TOKEN.finditer(text, start, len(text) if end is None else end):
        form = _form(found.group())
        if form:
            first, last = found.span()
            yield Token(first, last, form, found.lastgroup or "mark")


@remembered
def _form(written: str) -> str:
    return _ARABIC_MARKS.get(written) or fold_word(written)
