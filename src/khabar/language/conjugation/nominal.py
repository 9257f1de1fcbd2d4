"""Masdars, participles and nouns, with their endings."""

from collections.abc import Iterator

from khabar.language.conjugation.finite import Form
from khabar.language.conjugation.inflection import Gender, Inflection, Tense, Voice
from khabar.language.conjugation.roots import Kind, Verb
from khabar.language.conjugation.stems import Stem, Stems, with_t
from khabar.values.grammar import Number

_M, _F = Gender.MASCULINE, Gender.FEMININE
_S, _D, _P = Number.SINGULAR, Number.DUAL, Number.PLURAL
_UNENDING = ("ة", "ى", "ا", "اء", "أ")  # after these the accusative writes no alef

# number, gender, accusative: ending of a sound participle, of a defective active one, of a defective passive one
_PARTICIPLE = (
    (_S, _M, False, "", "I", "Y"),
    (_S, _M, True, "aا", "iيaا", "Y"),
    (_S, _F, False, "aة", "iيaة", "Aة"),
    (_D, _M, False, "Aن", "iيAن", "aيAن"),
    (_D, _M, True, "aين", "iيaين", "aيaين"),
    (_D, _F, False, "aتAن", "iيaتAن", "AتAن"),
    (_D, _F, True, "aتaين", "iيaتaين", "Aتaين"),
    (_P, _M, False, "Uن", "Uن", "aون"),
    (_P, _M, True, "Iن", "Iن", "aين"),
    (_P, _F, False, "Aت", "iيAت", "aيAت"),
)


def participles(verb: Verb, stems: Stems) -> Iterator[Form]:
    """Active and passive participle in all endings."""
    yield from _endings(_active_stem(verb, stems), Tense.ACTIVE_PARTICIPLE)
    if verb.form != "I":
        yield from _endings(_with_m(stems.present_passive), Tense.PASSIVE_PARTICIPLE)
        return
    stem = Stem(Kind.SOUND, _maf3ul(verb), "", "")
    yield from _endings(stem, Tense.PASSIVE_PARTICIPLE)


def masdars(verb: Verb) -> Iterator[Form]:
    """The masdar that the form's pattern gives, in all endings; none for form I."""
    if verb.kind is Kind.DEFECTIVE and verb.form in ("V", "VI"):
        yield from _weak_masdar(verb)
        return
    for sounds in _pattern(verb):
        yield from _feminine(sounds) if sounds.endswith("ة") else _masculine(sounds)


def _masculine(sounds: str) -> Iterator[Form]:
    yield sounds, Inflection(Tense.MASDAR, None, _S, _M)
    if not sounds.endswith("Aء"):
        yield sounds + "aا", Inflection(Tense.MASDAR, None, _S, _M, accusative=True)
    yield sounds + "Aن", Inflection(Tense.MASDAR, None, _D, _M)
    yield sounds + "aين", Inflection(Tense.MASDAR, None, _D, _M, accusative=True)
    yield sounds + "Aت", Inflection(Tense.MASDAR, None, _P, _M)


def _feminine(sounds: str) -> Iterator[Form]:
    stem = sounds[:-1]
    yield sounds, Inflection(Tense.MASDAR, None, _S, _F)
    yield stem + "تAن", Inflection(Tense.MASDAR, None, _D, _F)
    yield stem + "تaين", Inflection(Tense.MASDAR, None, _D, _F, accusative=True)
    yield stem.removesuffix("a").removesuffix("A") + "Aت", Inflection(Tense.MASDAR, None, _P, _F)


def noun_forms(noun: str, tense: Tense = Tense.NOUN) -> Iterator[Form]:
    """A noun given in letters, its indefinite accusative and its dual; the sound plural of one in ة."""
    gender = _F if noun.endswith("ة") else _M
    yield noun, Inflection(tense, None, _S, gender)
    if not noun.endswith(_UNENDING):
        yield noun + "ا", Inflection(tense, None, _S, gender, accusative=True)
    if noun.endswith(("ا", "ى")):
        return
    stem = noun[:-1] + "ت" if gender is _F else noun
    yield stem + "ان", Inflection(tense, None, _D, gender)
    yield stem + "ين", Inflection(tense, None, _D, gender, accusative=True)
    if gender is _F:
        yield noun[:-1] + "ات", Inflection(tense, None, _P, gender)


def _endings(stem: Stem, tense: Tense) -> Iterator[Form]:
    voice = Voice.ACTIVE if tense is Tense.ACTIVE_PARTICIPLE else Voice.PASSIVE
    for number, gender, accusative, sound, active, passive in _PARTICIPLE:
        about = Inflection(tense, None, number, gender, voice, accusative=accusative)
        if stem.kind is Kind.DEFECTIVE:
            yield stem.head + (active if stem.vowel == "i" else passive), about
        elif not (sound == "aا" and stem.open.endswith("aء")):  # خطأ writes no alef
            yield stem.open + sound, about
    if stem.kind is Kind.DEFECTIVE and stem.vowel == "i":
        yield stem.head, Inflection(tense, None, _S, _M, voice)


def _active_stem(verb: Verb, stems: Stems) -> Stem:
    if verb.form != "I":
        made = _with_m(stems.present)
        return Stem(made.kind, made.head, "i", made.last, made.long)
    first, second, last = verb.radicals
    if verb.kind is Kind.HOLLOW:
        return Stem(Kind.DEFECTIVE if last == "ء" else Kind.SOUND, first + "Aء", "i", last)
    return Stem(verb.kind, first + "A" + second, "i", last)


def _with_m(stem: Stem) -> Stem:
    return Stem(stem.kind, "مu" + stem.head, stem.vowel, stem.last, stem.long)


def _maf3ul(verb: Verb) -> str:
    first, second, last = verb.radicals
    if verb.kind is Kind.HOLLOW:
        return "مa" + first + ("U" if second == "و" else "I") + last
    if verb.kind is Kind.DEFECTIVE:
        return "مa" + first + second + ("uوو" if last == "و" else "iيي")
    return "مa" + first + second + "U" + last


def _pattern(verb: Verb) -> tuple[str, ...]:
    if verb.form == "I":
        return ()
    weak = verb.kind is Kind.DEFECTIVE
    if verb.form in ("IV", "X") and verb.kind is Kind.HOLLOW:
        return (("ءi" if verb.form == "IV" else "ٱiستi") + verb.radicals[0] + "A" + verb.radicals[2] + "aة",)
    f, c, *rest = verb.radicals
    last = rest[-1]
    end = "Aء" if weak else "A" + last
    plain = {
        "II": ("تa" + f + c + ("iيaة" if weak else "iءaة" if last == "ء" else "I" + last),),
        "III": (_mufa3ala(verb, f, c, last),),
        "IV": ("ءi" + f + c + end,),
        "V": ("تa" + f + "a" + c + c + "u" + last,),
        "VI": ("تa" + f + "A" + c + ("" if verb.kind is Kind.DOUBLED else "u") + last,),
        "VII": ("ٱiن" + f + "i" + _middle(verb) + end,),
        "VIII": ("ٱi" + with_t(verb) + "i" + _middle(verb) + end,),
        "IX": ("ٱi" + f + c + "i" + last + "A" + last,),
        "X": ("ٱiستi" + f + c + end,),
        "QI": (f + "a" + c + rest[0] + "a" + last + "aة",),
        "QII": ("تa" + f + "a" + c + rest[0] + "u" + last,),
        "QIV": ("ٱi" + f + c + "i" + rest[0] + last + "A" + last,),
    }
    return plain[verb.form]


def _weak_masdar(verb: Verb) -> Iterator[Form]:
    """تلقّي and, without the article, تلقٍّ."""
    f, c, _ = verb.radicals
    head = "تa" + f + ("a" + c + c if verb.form == "V" else "A" + c)
    for ending in ("I", "i", "iيaا"):
        yield head + ending, Inflection(Tense.MASDAR, None, _S, _M, accusative=ending == "iيaا")


def _mufa3ala(verb: Verb, f: str, c: str, last: str) -> str:
    if verb.kind is Kind.DEFECTIVE:
        return "مu" + f + "A" + c + "Aة"
    return "مu" + f + "A" + c + ("" if verb.kind is Kind.DOUBLED else "a") + last + "aة"


def _middle(verb: Verb) -> str:
    return "ي" if verb.kind is Kind.HOLLOW else verb.radicals[1]
