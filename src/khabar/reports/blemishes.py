"""Characters that stay in a text, since offsets count them, and that a reader should know of."""

import re

_BLEMISHES = (
    ("NUL characters", re.compile("\0")),
    ("other control characters", re.compile("[\x01-\x08\x0e-\x1f\x7f]")),
    ("bidirectional controls", re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")),
    ("zero-width characters", re.compile("[\u200b-\u200d\u2060\ufeff]")),
    ("presentation forms", re.compile("[\ufb50-\ufdff\ufe70-\ufefc]")),
    ("replacement characters", re.compile("\ufffd")),
)
# Letters that stand in a word of another alphabet to look like its own: a Russian р in Putin. What is attached
# to a foreign name in Arabic is no such thing, nor is the Greek letter of a unit.
_LOOK_ALIKE = re.compile("[\u0370-\u03ff\u0400-\u052f]")
_WORD = re.compile(r"[^\W\d_]{3,}")
_LATIN, _ARABIC = re.compile("[A-Za-z\u00c0-\u024f]"), re.compile("[\u0620-\u06d3]")
_ANY = re.compile("|".join(pattern.pattern for _, pattern in _BLEMISHES))


def blemishes_of(text: str) -> str | None:
    """How many there are of each kind, in words; None in a clean text."""
    found: list[tuple[str, int]] = []
    if _ANY.search(text):
        found += ((name, len(pattern.findall(text))) for name, pattern in _BLEMISHES)
    if _LOOK_ALIKE.search(text):
        found.append(("words in letters of two alphabets", sum(map(_is_mixed, _WORD.findall(text)))))
    return ", ".join(f"{count} {name}" for name, count in found if count) or None


def _is_mixed(word: str) -> bool:
    return bool(_LOOK_ALIKE.search(word)) and bool(_LATIN.search(word) or _ARABIC.search(word))
