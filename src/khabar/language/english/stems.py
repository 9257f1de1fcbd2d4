"""English word forms brought to what they share: sanctions and sanctioned; nothing of words that say nothing."""

import re
from functools import cache, lru_cache

from khabar.knowledge.english.words import function_words, likeness
from khabar.language.english.text import bare, form_of

_ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ies", "ied", "ed", "es", "s", "e", "y")
_PLURAL, _NO_PLURAL = "s", ("ss", "us", "is")
_KEPT = 4  # letters that must be left when an ending is taken off
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1\Z")


@lru_cache(maxsize=65536)
def english_stems(word: str) -> tuple[str, ...]:
    """The stem of a word in Latin letters or digits; none of a function word."""
    form = form_of(bare(word))
    if form in function_words():
        return ()
    return (_classes().get(form) or stem(form),)


@lru_cache(maxsize=65536)
def is_empty(word: str) -> bool:
    """Whether an English word says nothing by itself."""
    return form_of(word) in function_words()


def stem(form: str) -> str:
    """What is left of a word in small letters when its ending is gone."""
    for ending in _ENDINGS:
        kept = _KEPT - (ending == _PLURAL and not form.endswith(_NO_PLURAL))
        if form.endswith(ending) and len(form) - len(ending) >= kept:
            return _DOUBLED.sub(r"\1", form[: -len(ending)])
    return form


@cache
def _classes() -> dict[str, str]:
    return {word: name for name, words in likeness() for word in words}
