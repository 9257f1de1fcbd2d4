"""Past and present of a verb, in sounds, with what each form says about itself."""

from collections.abc import Iterator

from khabar.language.conjugation.inflection import Gender, Inflection, Tense, Voice
from khabar.language.conjugation.roots import Kind, Verb
from khabar.language.conjugation.stems import Stem, Stems
from khabar.values.grammar import Number

Form = tuple[str, Inflection]
_M, _F, _E = Gender.MASCULINE, Gender.FEMININE, Gender.EITHER
_S, _D, _P = Number.SINGULAR, Number.DUAL, Number.PLURAL

# person, number, gender; ending of the sound verb; ending after a defective stem in a, in i (W: its own و or ي)
_PAST = (
    (3, _S, _M, "", "Y", "iي"),
    (3, _S, _F, "aت", "aت", "iيaت"),
    (3, _D, _M, "A", "aWA", "iيA"),
    (3, _D, _F, "aتA", "aتA", "iيaتA"),
    (3, _P, _M, "Uا", "aوا", "Uا"),
    (3, _P, _F, "ن", "aWن", "Iن"),
    (1, _S, _E, "ت", "aWت", "Iت"),
    (1, _P, _E, "نA", "aWنA", "IنA"),
)
# the same with the prefix, and for defective stems in a, i, u
_PRESENT = (
    (3, _S, _M, "ي", "", ("Y", "I", "U")),
    (3, _S, _F, "ت", "", ("Y", "I", "U")),
    (3, _D, _M, "ي", "Aن", ("aيAن", "iيAن", "uوAن")),
    (3, _D, _F, "ت", "Aن", ("aيAن", "iيAن", "uوAن")),
    (3, _P, _M, "ي", "Uن", ("aون", "Uن", "Uن")),
    (3, _P, _F, "ي", "ن", ("aين", "Iن", "Uن")),
    (1, _S, _E, "ء", "", ("Y", "I", "U")),
    (1, _P, _E, "ن", "", ("Y", "I", "U")),
    # subjunctive and jussive
    (3, _D, _M, "ي", "A", ("aيA", "iيA", "uوA")),
    (3, _D, _F, "ت", "A", ("aيA", "iيA", "uوA")),
    (3, _P, _M, "ي", "Uا", ("aوا", "Uا", "Uا")),
)
_CLOSING = frozenset(("ن", "ت", "نA"))


def past(stem: Stem, voice: Voice) -> Iterator[Form]:
    """All forms of the past that stand in the news."""
    for person, number, gender, ending, in_a, in_i in _PAST:
        if voice is Voice.PASSIVE and _rare(person, number, gender):
            continue
        about = Inflection(Tense.PAST, person, number, gender, voice)
        if stem.kind is Kind.DEFECTIVE:
            yield stem.head + _defective_past(stem, in_a if stem.vowel == "a" else in_i), about
        else:
            yield (stem.closed if ending in _CLOSING else stem.open) + ending, about


def present(stem: Stem, prefix_vowel: str, voice: Voice) -> Iterator[Form]:
    """All forms of the present; of the shortened ones the third person alone, since لم نقل looks like نقل."""
    for person, number, gender, prefix, ending, weak in _PRESENT:
        if voice is Voice.PASSIVE and _rare(person, number, gender):
            continue
        about = Inflection(Tense.PRESENT, person, number, gender, voice)
        yield prefix + prefix_vowel + _present_end(stem, ending, weak), about
    if stem.kind is not Kind.SOUND:
        short = stem.head + stem.vowel if stem.kind is Kind.DEFECTIVE else stem.closed
        for prefix, gender in (("ي", _M), ("ت", _F)):
            yield prefix + prefix_vowel + short, Inflection(Tense.PRESENT, 3, _S, gender, voice, jussive=True)


def finite_forms(stems: Stems) -> Iterator[Form]:
    """Past and present, active and passive."""
    yield from past(stems.past, Voice.ACTIVE)
    yield from past(stems.past_passive, Voice.PASSIVE)
    yield from present(stems.present, stems.prefix, Voice.ACTIVE)
    yield from present(stems.present_passive, "u", Voice.PASSIVE)


def _rare(person: int, number: Number, gender: Gender) -> bool:
    # اقال would be both "I am said" and أقال "dismissed"
    return person == 1 or (number is _P and gender is _F)


def _defective_past(stem: Stem, ending: str) -> str:
    if ending == "Y":
        return "A" if stem.keeps_w else "Y"
    return ending.replace("W", "و" if stem.keeps_w else "ي")


def _present_end(stem: Stem, ending: str, weak: tuple[str, str, str]) -> str:
    if stem.kind is Kind.DEFECTIVE:
        return stem.head + weak["aiu".index(stem.vowel)]
    return (stem.closed if ending in _CLOSING else stem.open) + ending


def written(verb: Verb) -> Iterator[Form]:
    """Forms of a past or present that the lexicon spells out because no rule gives it."""
    if verb.past:
        yield from past(_as_written(verb.past), Voice.ACTIVE)
    if verb.present:
        yield from present(_as_written(verb.present[1:]), "", Voice.ACTIVE)


def _as_written(letters: str) -> Stem:
    if letters.endswith(("ى", "ي")):
        return Stem(Kind.DEFECTIVE, letters[:-1], "a" if letters.endswith("ى") else "i", "ي")
    return Stem(Kind.SOUND, letters[:-1], "a", letters[-1])
