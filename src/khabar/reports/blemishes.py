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
_ANY = re.compile("|".join(pattern.pattern for _, pattern in _BLEMISHES))


def blemishes_of(text: str) -> str | None:
    """How many there are of each kind, in words; None in a clean text."""
    if not _ANY.search(text):
        return None
    found = ((name, len(pattern.findall(text))) for name, pattern in _BLEMISHES)
    return ", ".join(f"{count} {name}" for name, count in found if count) or None
