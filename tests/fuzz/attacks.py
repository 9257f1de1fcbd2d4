"""Texts that somebody wrote to keep a reader busy: each of any length."""

import random
from collections.abc import Callable, Mapping

NEWS = "قال وزير الخارجية إن بلاده سترسل مساعدات إلى السودان يوم الثلاثاء، ونفى المتحدث باسم الجيش ذلك. "
_LETTERS = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"


def over_and_over(piece: str, size: int) -> str:
    return (piece * (size // len(piece) + 1))[:size]


def _names(size: int) -> str:
    """Names that nobody bears, none of them twice."""
    chance = random.Random(1)  # noqa: S311  the same names on every run
    word = lambda least: "".join(chance.choice(_LETTERS) for _ in range(least + chance.randrange(3)))  # noqa: E731
    pieces: list[str] = []
    while sum(map(len, pieces)) < size:
        pieces += [f"قال السيد {word(4)} {word(5)} " for _ in range(size // 200 + 1)]
    return "".join(pieces)[:size]


def _every_character(size: int) -> str:
    every = "".join(chr(code) for code in range(0x20, 0x30000, 37) if not 0xD800 <= code < 0xE000)
    return NEWS * 3 + over_and_over(every, size)


def _after_news(piece: str) -> Callable[[int], str]:
    return lambda size: NEWS + over_and_over(piece, size)


def _nested(opens: str, closes: str) -> Callable[[int], str]:
    return lambda size: over_and_over(opens, size // 2) + over_and_over(closes, size // 2)


_REPEATED: Mapping[str, str] = {
    "news": NEWS,
    "open quotes in speech": "قال «نعم ",
    "straight quotes in speech": 'قال "',
    "speech without an end": "قال إن ",
    "denials of denials": "نفى نفي ",
    "relays of relays": "نقلت وكالة عن مصدر أن ",
    "titles without a name": "وزير ",
    "one name": "محمد أحمد علي ",
    "countries": "مصر والسودان وروسيا ",
    "events": "أرسلت مصر أسلحة إلى السودان ",
    "conditions": "إذا لم ",
    "dates": "17 يونيو ",
    "numbers in words": "مئة وألف ",
    "numbers": "12 مليون و",
    "commas": "قال، ",
    "colons": "مصر: ",
    "short lines": "قال\n",
    "sentences of a word": "قال. ",
    "initials": "أ.ف.ب ",
    "joiners in words": "ق\u200dا\u200dل ",
    "presentation forms": "\ufed3\ufe8e\ufedd ",
    "addresses": "http://a.b/c ",
}
_TAILS: Mapping[str, str] = {
    "open quotes": "«",
    "open brackets": "(",
    "digits": "1",
    "Arabic digits": "٣",
    "a date without an end": "1/2/",
    "one word": "وزير",
    "one letter": "و",
    "vowel marks": "\u064b",
    "tatweel": "\u0640",
    "turning letters": "\u202e",
    "emoji": "\U0001f600",
    "dots": ".",
    "dashes": "- ",
    "blanks": " ",
    "line ends": "\n",
    "NUL": "\0",
}
ATTACKS: Mapping[str, Callable[[int], str]] = {
    **{name: lambda size, piece=piece: over_and_over(piece, size) for name, piece in _REPEATED.items()},
    **{name: _after_news(piece) for name, piece in _TAILS.items()},
    "nested quotes": _nested("«", "»"),
    "nested brackets in speech": _nested("(قال ", ") "),
    "a million names": _names,
    "every character": _every_character,
}
