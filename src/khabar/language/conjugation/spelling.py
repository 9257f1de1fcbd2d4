"""From sounds to folded letters: hamza seats, doubled letters, alef maqsura.

Sounds are Arabic consonants with `a i u` for short vowels, `A I U` for long ones, `Y` for a final long a written ى,
`ٱ` for the alef that is only a support, and ة and ا for themselves. What comes out is folded (`normalise.fold`).
"""

import re

_VOWELS = frozenset("aiuAIUYا")
_I_BEFORE_W = re.compile("iو(?=[^aiuAIUYاوي])")
_U_BEFORE_Y = re.compile("uي(?=[^aiuAIUYاوي])")
_DOUBLED = re.compile("([^aiuAIUY])\\1")
_LETTERS = str.maketrans({"a": None, "i": None, "u": None, "A": "ا", "I": "ي", "U": "و", "Y": "ى", "ٱ": "ا"})
_INITIAL_LONG = (("ءaء", "ءA"), ("ءiء", "ءI"), ("ءuء", "ءU"))
_RANK = {"i": "ئ", "I": "ئ", "u": "ؤ", "U": "ؤ", "a": "ا", "A": "ا", "Y": "ا", "ا": "ا"}


def spellings(sounds: str) -> tuple[str, ...]:
    """The usual spelling first, then others in use (قرؤوا، قرأوا; مسؤول، مسئول)."""
    letters = _spelled(sounds)
    if "ؤو" not in letters:
        return (letters,)
    return letters, letters.replace("ؤو", "او"), letters.replace("ؤو", "ءو"), letters.replace("ؤو", "ئو")


def _spelled(sounds: str) -> str:
    if "iو" in sounds:
        sounds = _I_BEFORE_W.sub("I", sounds)
    if "uي" in sounds:
        sounds = _U_BEFORE_Y.sub("U", sounds)
    if sounds.endswith("يY"):
        sounds = sounds[:-1] + "A"  # يحيا, not يحيى: two ya are not written side by side
    sounds = _DOUBLED.sub("\\1", sounds)
    if "ء" in sounds:
        sounds = _with_seats(sounds)
    return sounds.translate(_LETTERS)


def _with_seats(sounds: str) -> str:
    for short, long in _INITIAL_LONG:
        if sounds.startswith(short) and len(sounds) > 3 and sounds[3] not in _VOWELS:
            sounds = long + sounds[3:]
    out: list[str] = []
    for at, sound in enumerate(sounds):
        if sound == "ء":
            out.append(_seat(sounds[:at], sounds[at + 1 :]))
        elif sound == "A" and at and sounds[at - 1] == "ء" and out[-1] == "ا":
            continue  # آ is one letter, and folds to ا
        else:
            out.append(sound)
    return "".join(out)


def _seat(before: str, after: str) -> str:
    if not before:
        return "ا"
    last = before[-1]
    following = after[:1] if after[:1] in _VOWELS else ""
    if after in ("", "a", "i", "u"):  # a final short vowel is not written
        return _RANK[last] if last in "aiu" else "ء"
    if last in "Iي":
        return "ئ"
    if last == "A":
        return {"i": "ئ", "I": "ئ", "u": "ؤ", "U": "ؤ"}.get(following, "ء")
    if last in "Uو":
        return "ئ" if following in ("i", "I") else "ء"
    return _stronger(last, following)


def _stronger(last: str, following: str) -> str:
    seats = (_RANK.get(last, ""), _RANK.get(following, ""))
    return next((seat for seat in "ئؤا" if seat in seats), "ء")
