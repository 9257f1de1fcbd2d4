"""Final ya and alef maqsura in texts whose outlet writes one letter for both: فى for في, علي for على."""

import re
from collections.abc import Callable
from itertools import product

from khabar.knowledge.final_alef import final_alef, final_alef_alone
from khabar.language.normalise import fold_word
from khabar.language.remembered import remembered

_LETTER, _MARK = "\u0621-\u064a", "\u064b-\u0652"
_ENDING_IN = rf"(?<![{_LETTER}{_MARK}])([{_LETTER}][{_LETTER}{_MARK}]*)%s(?![{_LETTER}{_MARK}])"
_ALEF, _YA = re.compile(_ENDING_IN % "ى"), re.compile(_ENDING_IN % "ي")
_FRONTS = tuple(map("".join, product(("", "و", "ف"), ("", "ب", "ك", "ل", "س", "ال", "بال", "كال", "لل"))))
_FEWEST = 3  # different words: fewer are slips


def as_most_write(text: str) -> str:
    """The text with each final letter as most outlets write it: as long as it was, and nearly always as it was."""
    if "ى" not in text:
        return _changed(text, _YA, "ى", _is_alef_alone)
    return _changed(text, _ALEF, "ي", _is_no_alef)


def _changed(text: str, ending: re.Pattern[str], letter: str, is_otherwise: Callable[[str], bool]) -> str:
    """The text with the letter at the end of all words that should end in it; the same where they are few."""
    wrong = {word for word in ending.findall(text) if is_otherwise(word)}
    if len(wrong) < _FEWEST:
        return text
    return ending.sub(lambda found: found[1] + letter if found[1] in wrong else found[0], text)


@remembered
def _is_no_alef(shortened: str) -> bool:
    return not _stands_in(final_alef(), shortened)


@remembered
def _is_alef_alone(shortened: str) -> bool:
    return _stands_in(final_alef_alone(), shortened)


def _stands_in(words: frozenset[str], shortened: str) -> bool:
    word = fold_word(shortened) + "ى"
    return any(word.startswith(front) and word[len(front) :] in words for front in _FRONTS)
