"""Folding of Arabic letters."""

import re
import unicodedata

from khabar.language.remembered import remembered

NUNATED = ("اً", "ًا")  # how an indefinite noun in the accusative is written, and no verb: حذراً
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
    | dict.fromkeys(map(ord, "ھہە"), "ه")  # as keyboards of other languages write it
    | {ord("ک"): "ك", ord("ی"): "ي", ord("ڤ"): "ف", ord("گ"): "ك", ord("\u00a0"): " "}
    | {0x0660 + d: str(d) for d in range(10)}
    | {0x06F0 + d: str(d) for d in range(10)}
)
_WORD_LENGTH = 32  # longer texts are no words, and seldom met again
_WORD = re.compile(r"\w+")
_PRESENTATION_FORM = re.compile("[\ufb50-\ufeff]")
_TABLE: dict[int, str | None] = {**_FOLDED, **{ord(c): None for c in _DROPPED}}
_KEY_TABLE = str.maketrans("ىةؤئ", "يهوي", "ء")


def fold(text: str) -> str:
    """Alef forms made one, marks and invisible characters dropped, digits of all three scripts Western."""
    return fold_word(text) if len(text) <= _WORD_LENGTH else _compatible(text).translate(_TABLE)


@remembered
def fold_word(word: str) -> str:
    """The same for one word, kept for the next time."""
    return _compatible(word).translate(_TABLE)


@remembered
def key(text: str) -> str:
    """A wider folding, for names: final ya and alef maqsura, ta marbuta and ha, and hamza seats made one."""
    return key_of_folded(fold(text))


def key_of_folded(form: str) -> str:
    """The same for what is folded, not kept."""
    return form.translate(_KEY_TABLE)


def key_words(text: str) -> list[str]:
    """The words of a text, each under its key."""
    return _WORD.findall(key(text))


def _compatible(text: str) -> str:
    # Presentation forms (ﻣﺜﻞ ﻫﺬﻩ) are spelled out. Elsewhere NFKC would change what it should not.
    if text.isascii() or not _PRESENTATION_FORM.search(text):
        return text
    return "".join(unicodedata.normalize("NFKC", c) if "\ufb50" <= c <= "\ufefc" else c for c in text)
