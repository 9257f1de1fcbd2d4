"""The words of one text as name finding needs them: folded forms, keys, closed classes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache

from khabar.knowledge.function_words import function_words
from khabar.language.analysis import AnalysedText
from khabar.language.clitics import splits
from khabar.language.forms import by_place
from khabar.language.normalise import fold, key
from khabar.language.remembered import remembered
from khabar.language.tokens import Token

_DEFINITE = ("ال", "لل", "وال", "بال", "فال", "كال", "ولل", "وبال")


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a text with their name keys, by token index."""

    analysed: AnalysedText
    tokens: Sequence[Token]
    keys: Sequence[str]
    forms: Sequence[str]  # folded
    words: Sequence[bool]  # which tokens are words
    joined: Sequence[bool]  # which nothing but blanks parts from the one before
    form: Callable[[int], str]  # the folded form of a token; empty beyond either end

    def is_word(self, at: int) -> bool:
        """Whether there is a word at this index."""
        return 0 <= at < len(self.words) and self.words[at]

    def touches(self, at: int) -> bool:
        """Whether nothing but blanks (or the underscore of a hashtag) stands between a token and the one before."""
        return self.joined[at]


def words_of(analysed: AnalysedText) -> Words:
    """The words of an analysed text."""
    tokens, text = analysed.tokens, analysed.evened
    forms = [token.form for token in tokens]
    ends = [0, *(token.end for token in tokens)]
    return Words(
        analysed,
        tokens,
        list(map(key, forms)),
        forms,
        [token.kind == "word" for token in tokens],
        [
            (between := text[end : token.start]) == " " or _only_blanks(between)
            for end, token in zip(ends, tokens, strict=False)
        ],
        by_place(forms),
    )


def _only_blanks(between: str) -> bool:
    return between == "" or between.strip(" \u00a0_#ـ") == ""


@remembered
def is_function_word(form: str) -> bool:
    """Whether a folded form belongs to a closed class, with or without an attached و or ف."""
    closed = folded_function_words()
    return form in closed or (len(form) > 2 and form[0] in "وف" and form[1:] in closed)


@remembered
def is_preposition(form: str) -> bool:
    """Whether a folded form is of a closed class, or a preposition with a pronoun: 'خلالها', 'عنه', 'عليهم'."""
    prepositions = folded_function_words("preposition")
    return is_function_word(form) or any(
        split.enclitic and not prepositions.isdisjoint({split.rest, f"{split.rest[:-1]}ى"}) for split in splits(form)
    )


def is_definite(form: str) -> bool:
    """Whether a folded form bears the article, attached particles aside."""
    return form.startswith(_DEFINITE) and len(form) > 3


@remembered
def takes_feminine(form: str) -> bool:
    """Whether a definite noun takes a feminine adjective by its form: 'القيادة', 'القوات', 'الحدود', 'المواقع'."""
    if not is_definite(form) or is_function_word(form):
        return False
    bare = form.partition("ل")[2].removeprefix("ل")
    broken = len(bare) in (4, 5) and (bare[-2] == "و" or bare[0] == "ا" or (bare[0] == "م" and "ا" in bare[2:3]))
    return bare.endswith(("ة", "ات")) or broken


def cut_offset(text: str, start: int, letters: int) -> int:
    """The offset in the original text after so many letters from `start`, marks and tatweel not counted."""
    while letters > 0:
        letters -= len(fold(text[start]))
        start += 1
    while start < len(text) and text[start] == "\u0640":
        start += 1
    return start


@cache
def folded_function_words(*classes: str) -> frozenset[str]:
    """The closed classes in folded form."""
    return frozenset(fold(word) for word in function_words(*classes))
