"""Words and figures that are numbers or parts of them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from khabar.knowledge.numeral_words import numeral_words
from khabar.language.normalise import fold
from khabar.language.remembered import remembered

Amount = int | float
_WITHOUT_ARTICLE = re.compile(r"(?P<conj>[وف])?(?P<preposition>[بلك])?(?P<article>)(?P<word>.+)")
_WITH_ARTICLE = re.compile(r"(?P<conj>[وف])?(?P<preposition>[بلك])?(?P<article>ال)(?P<word>.+)")
_GROUPED = re.compile(r"\d{1,3}(?:([.,٬])\d{3})(?:\1\d{3})*")
_DECIMAL = re.compile(r"\d{1,15}(?:[.,٫]\d{1,15})?")
MOST_DIGITS = 24  # longer runs are identifiers, and slow to turn into numbers
AND = "و"


@dataclass(frozen=True, slots=True)
class NumberWord:
    """A word or figure that is a number or part of one."""

    value: Amount
    role: str  # unit | ten | hundred | scale | fraction | vague | ordinal | digits
    times: int = 1
    conjoined: bool = False  # carries an attached و
    definite: bool = False
    preposition: bool = False  # carries an attached ب ل or ك
    vague: bool = False  # a plural such as آلاف, which alone gives only a lower limit


@remembered
def number_word(form: str) -> NumberWord | None:
    """The number word behind a folded form, its attached particles taken off; None: it is none."""
    if form[:1].isdigit():
        value = digits_value(form)
        return None if value is None else NumberWord(value, "digits")
    if form in number_lexicon():
        return number_lexicon()[form]
    found = split_number(form)
    if found is None:
        return None
    entry = number_lexicon()[found["word"]]
    return replace(
        entry,
        conjoined=found["conj"] == AND and not found["preposition"],
        definite=bool(found["article"]),
        preposition=bool(found["preposition"]),
    )


def split_number(form: str) -> re.Match[str] | None:
    """The particles and the number word of a form; 'بألفين' holds no article, 'بالألفين' one."""
    if form[-2:] not in _endings() and form[-1:] not in _endings():
        return None  # as with nearly every word
    spelled = "لال" + form[2:] if form.startswith("لل") and len(form) > 3 else form
    for pattern in (_WITHOUT_ARTICLE, _WITH_ARTICLE):
        found = pattern.fullmatch(spelled)
        if found and found["word"] in number_lexicon():
            return found
    return None


@cache
def _endings() -> frozenset[str]:
    """The last two letters of each number word, or its only one."""
    return frozenset(form[-2:] for form in number_lexicon())


@lru_cache(maxsize=8192)
def digits_value(form: str) -> Amount | None:
    """The value of a figure in digits, its groups and decimals read; None: it is no plain figure."""
    plain = fold(form).rstrip("%")
    if len(plain) > MOST_DIGITS:
        return None
    if _GROUPED.fullmatch(plain) and not plain.startswith("0") and not form.endswith("%"):
        return int(re.sub(r"\D", "", plain))
    if not _DECIMAL.fullmatch(plain):
        return None
    return int(plain) if plain.isdigit() else float(re.sub("[,٫]", ".", plain))


@cache
def number_lexicon() -> Mapping[str, NumberWord]:
    """The number words by their folded forms."""
    found: dict[str, NumberWord] = {}
    for entry in numeral_words():
        if isinstance(entry.value, str):
            continue
        for form in map(fold, entry.forms):
            word = NumberWord(entry.value, entry.role, entry.times, vague=entry.role == "vague")
            found[form] = replace(found[form], vague=True) if form in found else word
    return found
