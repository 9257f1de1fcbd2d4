"""Koreans by the make of their names, a family's before two syllables: 'ليم سو سوك', 'كيم أون-هيه'."""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import compress, count

from khabar.extraction.names.candidates import Candidate
from khabar.extraction.names.classes import cut_before, folded_class
from khabar.extraction.names.speakers import OPENS_SPOKEN, may_say, opens_speech
from khabar.extraction.names.words import Words, cut_offset, is_function_word
from khabar.knowledge.name_grammar import name_grammar
from khabar.knowledge.name_parts import names_also_words
from khabar.language.normalise import key
from khabar.language.remembered import remembered
from khabar.values.entity import Kind
from khabar.values.why import EntityRule

_HYPHENS = frozenset({"-", "\u2010", "\u2011"})
_WORDS = 3  # of a name
_TO_VERB, _TO_SPEECH = 12, 8  # tokens from a verb of saying to its إن, and from a name to what is said
_RANK = 3  # above what the parts alone tell of the same words


def koreans_in(words: Words) -> Iterator[Candidate]:
    """Every family name with two syllables behind it, one of which at least is no other word."""
    for at in compress(count(), map(_opens_name, words.forms)):
        last = _given_end(words, at + 1)
        if last > at:
            cut = cut_before("korean_family", words.form(at)) or 0
            keys = [words.keys[at][cut:], *(words.keys[i] for i in range(at + 1, last) if words.is_word(i))]
            start = cut_offset(words.analysed.text, words.tokens[at].start, cut)
            rule = EntityRule.NAME_PARTS
            yield Candidate(at, last, start, Kind.PERSON, "name", " ".join(keys), rule=rule, rank=_RANK)


@remembered
def _opens_name(form: str) -> bool:
    """Whether a word is such a family name, attached particles left aside."""
    return cut_before("korean_family", form) is not None


def _given_end(words: Words, first: int) -> int:
    """Where the given name that begins here ends; 0: none does."""
    second = first + 1 + (words.form(first + 1) in _HYPHENS)
    syllables = words.form(first), words.form(second)
    if not (words.is_word(first) and words.is_word(second) and words.touches(first)):
        return 0
    joined = second > first + 1 or words.touches(second)
    if not joined or not folded_class("korean_syllable").issuperset(syllables):
        return 0
    hyphenated = second > first + 1
    if not hyphenated and opens_speech(syllables[1]) and _is_told(words, second):
        return 0
    return (second + 1) * (hyphenated or any(_is_no_other_word(form) for form in syllables))


def _is_told(words: Words, at: int) -> bool:
    """Whether إن opens what somebody says: 'يقول الباحث يانغ أوك [إن] الأزمة', not 'قال مون جاي [إن] إن السلام'."""
    said = range(max(0, at - _TO_VERB), at)
    if not any(may_say(words.form(i)) for i in said):
        return False
    behind = [words.form(i) for i in range(at + 1, at + _TO_SPEECH)]
    return not any(opens_speech(form) or form in OPENS_SPOKEN for form in behind)


def family_of(parts: Sequence[str]) -> str:
    """The family name, as key, by which alone a Korean of these keys is told later; empty: it is another word too."""
    if len(parts) != _WORDS or parts[0] not in _families() or not _syllables().issuperset(parts[1:]):
        return ""
    return parts[0] if _is_no_other_word(parts[0]) else ""


@cache
def _families() -> frozenset[str]:
    return frozenset(map(key, name_grammar("korean_family")))


@cache
def _syllables() -> frozenset[str]:
    return frozenset(map(key, name_grammar("korean_syllable")))


def _is_no_other_word(form: str) -> bool:
    return not (is_function_word(form) or form in names_also_words())
