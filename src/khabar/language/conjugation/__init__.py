"""All undiacritised, folded forms of a verb from its lemma, root and form."""

from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from khabar.language.conjugation.finite import Form, finite_forms, written
from khabar.language.conjugation.inflection import Gender, Inflection, Tense, Voice
from khabar.language.conjugation.nominal import masdars, noun_forms, participles
from khabar.language.conjugation.roots import Verb
from khabar.language.conjugation.spelling import spellings
from khabar.language.conjugation.stems import stems_of
from khabar.language.normalise import fold
from khabar.values.grammar import Number

__all__ = ["Form", "Gender", "Inflection", "Number", "Tense", "Verb", "Voice", "conjugate", "decline"]


@lru_cache(maxsize=4096)
def conjugate(verb: Verb) -> tuple[Form, ...]:
    """Every form of the verb with what it says about itself; a form may stand there more than once."""
    stems = stems_of(verb)
    forms = _spelled(finite_forms(stems))
    if verb.masdar is None:
        forms += _spelled(masdars(verb))
    else:
        forms += [form for noun in verb.masdar for form in _folded(noun_forms(noun, Tense.MASDAR))]
    forms += _spelled(participles(verb, stems))
    known = {letters for letters, _ in forms}
    irregular = [form for form in (verb.past, verb.present) if form and fold(form) not in known]
    if irregular:
        forms += _folded(_spelled(written(verb)))
    return _voices_joined(forms)


@lru_cache(maxsize=4096)
def decline(noun: str) -> tuple[Form, ...]:
    """A listed noun with its accusative and dual, and the plural in ات of one in ة; other plurals are listed too."""
    return tuple(dict.fromkeys(_folded(noun_forms(noun))))


def _spelled(forms: Iterable[Form]) -> list[Form]:
    return [(letters, about) for sounds, about in forms for letters in spellings(sounds)]


def _folded(forms: Iterable[Form]) -> list[Form]:
    return [(fold(letters), about) for letters, about in forms]


def _voices_joined(forms: list[Form]) -> tuple[Form, ...]:
    """Finite forms whose letters fit either voice say so, once."""
    voices: dict[tuple[object, ...], list[Inflection]] = {}
    for letters, about in forms:
        place = (letters, about.tense, about.person, about.number, about.gender, about.jussive, about.accusative)
        voices.setdefault(place, []).append(about)
    return tuple((str(place[0]), _joined(abouts)) for place, abouts in voices.items())


def _joined(abouts: list[Inflection]) -> Inflection:
    first = abouts[0]
    if len(abouts) == 1 or all(about.voice is first.voice for about in abouts):
        return first
    return replace(first, voice=Voice.EITHER)
