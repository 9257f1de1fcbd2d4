"""The event words and carrying verbs as forms to be looked up, and words compared without what is attached to them."""

from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path

from khabar.extraction.names.words import folded_function_words as closed
from khabar.knowledge.event_words import CARRIERS, carriers, event_words, word_class, word_classes
from khabar.knowledge.files import HOME
from khabar.knowledge.goods import goods_words
from khabar.knowledge.status_words import Where, status_words
from khabar.language.clitics import splits
from khabar.language.lexemes import Lexeme, Lexemes, lexeme_from, lexemes_kept
from khabar.language.normalise import fold
from khabar.language.remembered import remembered

PHRASE_MARK = "#"  # in a lexeme's id: the word opens the phrase of that number
_SHORTEST = 3  # letters of a word whose last alef may be an ending
_NONE: frozenset[str] = frozenset()  # one for all the words that belong to no class
Words = frozenset[tuple[str, ...]]

__all__ = [
    "CARRIERS",
    "PHRASE_MARK",
    "bare",
    "class_words",
    "closed",
    "event_lexemes",
    "folded",
    "may_open",
    "stand_between",
    "stands_at",
]


@cache
def event_lexemes() -> Lexemes:
    """All forms of all event words and carriers."""
    return lexemes_kept("event_words", _lexemes, code=(Path(__file__).parent, HOME))


def _lexemes() -> Iterator[Lexeme]:
    for word in event_words():
        yield lexeme_from(word.entry)
        for number, phrase in enumerate(word.phrases):
            yield Lexeme(f"{word.id}{PHRASE_MARK}{number}", nouns=(phrase[0],))
    for carrier in carriers().values():
        yield lexeme_from(carrier.entry)


@remembered
def bare(form: str) -> frozenset[str]:
    """A folded word in every way without what is attached to it or ends it as an accusative, itself included."""
    found = {form, *(split.rest for split in splits(form))}
    return frozenset(found | {word[:-1] for word in found if word.endswith("ا") and len(word) > _SHORTEST})


@cache
def folded(words: frozenset[str] | tuple[str, ...]) -> Words:
    """Words and phrases, folded and cut up, to compare with tokens."""
    return frozenset(tuple(fold(word).split()) for word in words)


@cache
def class_words(name: str) -> Words:
    """The words of a class that stand beside event words."""
    return folded(word_class(name))


def stands_at(words: Words, forms: tuple[str, ...], at: int) -> int:
    """How many words of the longest one of these that begins there; 0: none does."""
    by_first, firsts = _by_first(words), bare(forms[at])
    if by_first.keys().isdisjoint(firsts):
        return 0  # as nearly always
    found = 0
    for first in firsts:
        for word in by_first.get(first, ()):
            if len(word) > found and (len(word) == 1 or _goes_on(word, forms, at)):
                found = len(word)
    return found


def may_open(words: Words, form: str) -> bool:
    """Whether a form is the first word of one of these."""
    return not _by_first(words).keys().isdisjoint(bare(form))


def stand_between(words: Words, forms: tuple[str, ...], first: int, last: int) -> list[int]:
    """Where one of these begins, from one token up to another."""
    opening = _by_first(words).keys()
    near = range(max(first, 0), min(last, len(forms)))
    return [at for at in near if not opening.isdisjoint(bare(forms[at])) and stands_at(words, forms, at)]


@cache
def _by_first(words: Words) -> dict[str, list[tuple[str, ...]]]:
    found: dict[str, list[tuple[str, ...]]] = {}
    for word in words:
        found.setdefault(word[0], []).append(word)
    return found


def _goes_on(word: tuple[str, ...], forms: tuple[str, ...], at: int) -> bool:
    rest: Iterable[tuple[str, str]] = zip(word[1:], forms[at + 1 : at + len(word)], strict=False)
    return at + len(word) <= len(forms) and all(part in bare(form) for part, form in rest)


@cache
def modals() -> frozenset[str]:
    """Verbs and words that say of what follows in أن that it may, must or will be."""
    words = [word for entry in status_words() if entry.where is Where.PHRASE for word in entry.words]
    return frozenset(fold(word[0]) for word in words if len(word) == 1)


@cache
def ware_words() -> Words:
    """The words for goods that change hands."""
    return folded(tuple(" ".join(w) for entry in goods_words() if entry.category for w in entry.words))


@cache
def word_set(name: str) -> frozenset[str]:
    """The single words of a class, folded."""
    return frozenset(word[0] for word in class_words(name) if len(word) == 1)


@remembered
def is_that_with_pronoun(form: str) -> bool:
    """Whether a word is أن with a pronoun: أنه, بأنها, وأنهم."""
    return any(split.enclitic and split.rest in word_set("that") for split in splits(form))


@remembered
def is_but_with_pronoun(form: str) -> bool:
    """Whether a word is لكن with a pronoun: لكنه, ولكنها."""
    return any(split.enclitic and split.rest in word_set("but") for split in splits(form))


def is_a(name: str, form: str) -> bool:
    """Whether a word belongs to a class, whatever is attached to it."""
    return name in classes_of(form)


@remembered
def classes_of(form: str) -> frozenset[str]:
    """The classes that a word belongs to, whatever is attached to it."""
    by_word = _classes_by_word()
    return frozenset(name for word in bare(form) for name in by_word.get(word, ())) or _NONE


@cache
def _classes_by_word() -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in word_classes():
        for word in word_set(name):
            found.setdefault(word, []).append(name)
    return found
