"""The language that a text is written in."""

import math
import re
from collections import Counter

UNKNOWN = "und"
_LOOK = 4000  # characters: more say the same
_SHORT = 20  # letters: fewer tell a script, not a language
_SURE = 0.6
_ARABIC = re.compile("[\u0620-\u063f\u0641-\u064a\u066e-\u06d3\u06fa-\u06fc\ufb50-\ufdff\ufe70-\ufefc]")
_LETTER = re.compile(r"[^\W\d_]")
# Letters that Arabic does not write, each common in the language, none of them an Arabic newspaper's g, v or p.
_MARKED = (
    ("ur", re.compile("[\u0679\u0688\u0691\u06ba\u06be\u06c1\u06d2]")),
    ("ps", re.compile("[\u067c\u0681\u0685\u0689\u0693\u0696\u069a\u06ab\u06bc\u06cd\u06d0]")),
    ("ku", re.compile("[\u0695\u06b5\u06c6\u06ce\u06d5]")),
    ("ug", re.compile("[\u06ad\u06c7\u06c8\u06cb]")),
)
_PERSIAN = re.compile("[\u06a9\u06cc\u067e\u0686\u0698\u06af]")
_ONLY_ARABIC = re.compile("[\u0629\u0643\u0649\u0623\u0625]")
_SCRIPTS = (
    ("he", re.compile("[\u0590-\u05ff]")),
    ("el", re.compile("[\u0370-\u03ff]")),
    ("am", re.compile("[\u1200-\u137f]")),
    ("ko", re.compile("[\uac00-\ud7af]")),
    ("ja", re.compile("[\u3040-\u30ff]")),
    ("zh", re.compile("[\u4e00-\u9fff]")),
)
_TRAINED = (
    "en",
    "fr",
    "es",
    "de",
    "it",
    "pt",
    "tr",
    "nl",
    "id",
    "ru",
    "uk",
    "bg",
    "sr",
    "sv",
    "pl",
    "ro",
    "ku",
    "sw",
    "az",
)


def language_of(text: str) -> str:
    """The ISO 639-1 code of the language, or `und` where there are too few letters to tell."""
    look = text[:_LOOK]
    counts = Counter(look)
    letters = _among(counts, _LETTER)
    if letters == 0:
        return UNKNOWN
    arabic = _among(counts, _ARABIC)
    if arabic > 0.4 * letters:
        return _of_arabic_script(counts, arabic)
    for code, script in _SCRIPTS:
        found = _among(counts, script)
        if found > 0.4 * letters or (code == "ja" and found > 0.1 * letters):
            return code
    return _of_other_script(look, letters)


def _among(counts: Counter[str], letters: re.Pattern[str]) -> int:
    """How many of the characters are such letters; a text has thousands of characters, but a hundred different ones."""
    return sum(counts[letter] for letter in letters.findall("".join(counts)))


def _of_arabic_script(counts: Counter[str], letters: int) -> str:
    for code, marked in _MARKED:
        if _among(counts, marked) > 0.025 * letters:
            return code
    persian, own = _among(counts, _PERSIAN), _among(counts, _ONLY_ARABIC)
    return "fa" if persian > 0.04 * letters and persian > 2 * own else "ar"


def _of_other_script(look: str, letters: int) -> str:
    if letters < _SHORT:
        return UNKNOWN
    # Loads some megabytes: only for texts that are not in Arabic script.
    import py3langid

    ranked = [(code, float(score)) for code, score in py3langid.rank(look) if code in _TRAINED]
    (code, best), *others = ranked
    # The scores are logarithms that grow with the text; its square root keeps short and long ones comparable.
    heat = math.sqrt(len(look.encode(errors="replace")))
    sureness = 1 / (1 + sum(math.exp((score - best) / heat) for _, score in others))
    return str(code) if sureness >= _SURE else UNKNOWN
