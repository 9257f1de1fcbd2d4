"""The forms of English verbs and nouns, made from the base form and what is irregular."""

import re
from collections.abc import Iterator
from enum import StrEnum

from khabar.knowledge.english.lemmas import Lemma

_DOUBLED = re.compile(r"[^aeiou]*[aeiou][bdgklmnprt]\Z")  # one syllable with a short vowel: plan, shed
_HISSING = ("s", "x", "z", "ch", "sh", "o")
_Y = re.compile(r"[^aeiou]y\Z")


class Form(StrEnum):
    """Which form of its lemma a word is."""

    BASE = "base"
    THIRD = "third"  # says
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"
    NOUN = "noun"


def verb_forms(lemma: Lemma) -> Iterator[tuple[tuple[str, ...], Form]]:
    """Every form of a verb with what it is; `said` is past and participle."""
    past = lemma.past or regular_past(lemma.base)
    told = [
        (lemma.base, Form.BASE),
        (plural(lemma.base), Form.THIRD),
        (past, Form.PAST),
        (lemma.participle or past, Form.PARTICIPLE),
        (_stem(lemma.base) + "ing", Form.ING),
    ]
    return (((word, *lemma.rest), form) for word, form in told)


def regular_past(base: str) -> str:
    """Closed, denied, planned, visited."""
    if base.endswith("e"):
        return f"{base}d"
    return f"{base[:-1]}ied" if _Y.search(base) else f"{_doubled(base)}ed"


def plural(noun: str) -> str:
    """Reports, allies, clashes; the third person of a verb is made alike."""
    first, space, last = noun.rpartition(" ")
    if _Y.search(last):
        return f"{first}{space}{last[:-1]}ies"
    return f"{first}{space}{last}{'es' if last.endswith(_HISSING) else 's'}"


def _stem(base: str) -> str:
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")):
        return base[:-1]
    return _doubled(base)


def _doubled(base: str) -> str:
    ends = base + base[-1]
    return ends if _DOUBLED.match(base) or base.endswith(("fer", "mit", "pel", "cur")) else base
