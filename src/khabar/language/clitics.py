"""What may be attached to a word, in front (و ف ب ل ك س ال) and behind (pronouns), split off in every way."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from khabar.knowledge.whole_words import whole_words
from khabar.language.normalise import fold
from khabar.language.remembered import remembered

_CONJUNCTIONS = ("و", "ف")
_PREPOSITIONS = ("ب", "ل", "ك")
_INNER = ("ا", "س", *_PREPOSITIONS)  # with which what stands behind a conjunction may begin
_PRESENT_PREFIXES = frozenset("يتنا")
_PRONOUNS = ("ه", "ها", "هم", "هن", "هما", "ك", "كم", "نا", "ني", "ي")
_LAST_LETTERS = frozenset(pronoun[-1] for pronoun in _PRONOUNS)
_SECOND_PERSON = ("ك", "كم")  # after ال the article is far likelier: الحكم, التمسك
_IN_ORDER = 2  # a word with nothing taken off in front, and with one thing, are in order as they come
_SHORTEST = 2  # letters that must be left


class Split(NamedTuple):
    """One way of taking a word apart: `proclitics` + `rest` + `enclitic`."""

    proclitics: tuple[str, ...]
    rest: str  # with ta marbuta, alef maqsura, final hamza or alef put back before a pronoun
    enclitic: str = ""  # empty: none


@remembered
def splits(form: str) -> tuple[Split, ...]:
    """Every way in which a folded form may be taken apart, the shortest prefix first, then without a pronoun first."""
    prefixed = _prefixed(form)
    if len(prefixed) > _IN_ORDER:
        prefixed.sort(key=_length_left, reverse=True)
    found = [
        Split(proclitics, rest, enclitic)
        for proclitics, stem in prefixed
        for rest, enclitic in _suffixed(stem)
        if not (enclitic and ("ال" in proclitics or (stem.startswith("ال") and enclitic in _SECOND_PERSON)))
    ]
    return tuple(dict.fromkeys(found))


def _length_left(prefixed: tuple[tuple[str, ...], str]) -> int:
    return len(prefixed[1])


@cache
def _words() -> frozenset[str]:
    """Folded words that are never taken apart."""
    return frozenset(fold(word) for word in whole_words())


@cache
def _whole() -> frozenset[str]:
    """The same, alone and with a pronoun: nothing comes off in front."""
    return frozenset(word + pronoun for word in _words() for pronoun in ("", *_PRONOUNS))


def _prefixed(form: str) -> list[tuple[tuple[str, ...], str]]:
    found: list[tuple[tuple[str, ...], str]] = [((), form)]
    if form in _whole():
        return found
    if form[:1] in _INNER:
        found += _inner((), form)
    if form[:1] in _CONJUNCTIONS and len(form) > _SHORTEST:
        found.append(((form[0],), form[1:]))
        if form[1] in _INNER:
            found += _inner((form[0],), form[1:])
    return found


def _inner(outer: tuple[str, ...], form: str) -> Iterator[tuple[tuple[str, ...], str]]:
    if form.startswith("ال") and len(form) > 1 + _SHORTEST:
        yield (*outer, "ال"), form[2:]
    if len(form) <= _SHORTEST:
        return
    if form[0] == "س" and form[1] in _PRESENT_PREFIXES:
        yield (*outer, "س"), form[1:]
    if form[0] not in _PREPOSITIONS:
        return
    yield (*outer, form[0]), form[1:]
    if form.startswith("لل") and len(form) > 1 + _SHORTEST:
        yield (*outer, "ل", "ال"), form[1:]  # للجنة: the third lam is not written
        yield (*outer, "ل", "ال"), form[2:]
    elif form[1:3] == "ال" and form[0] != "ل" and len(form) > 2 + _SHORTEST:
        yield (*outer, form[0], "ال"), form[3:]


def _suffixed(stem: str) -> list[tuple[str, str]]:
    found = [(stem, "")]
    if stem[-1:] not in _LAST_LETTERS or stem in _words():
        return found
    for pronoun in _PRONOUNS:
        if stem.endswith(pronoun) and len(stem) - len(pronoun) >= _SHORTEST:
            found += [(rest, pronoun) for rest in _restored(stem.removesuffix(pronoun))]
    return found


def _restored(bare: str) -> Iterator[str]:
    """The word as it stands without a pronoun: زيارت → زيارة, نفا → نفى, قالو → قالوا, ادعائ → ادعاء."""
    yield bare
    last = bare[-1]
    if last == "ت":
        yield bare[:-1] + "ة"
    elif last == "ا":
        yield bare[:-1] + "ى"
        if len(bare) == _SHORTEST:
            yield bare + "ى"  # رآه, folded راه, is رأى
    elif last == "و":
        yield bare + "ا"
    elif last in "ؤئ":
        yield bare[:-1] + ("ء" if bare[-2] in "اوي" else "ا")
