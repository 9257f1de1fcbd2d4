"""The four finite stems of a verb (past and present, active and passive), in sounds."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from khabar.language.conjugation.roots import Kind, Verb

_LIGHT = frozenset(("I", "V", "VI", "VII", "VIII", "IX", "X", "QII", "QIV"))  # ya-, not yu-, before the present
_TAKES_T = {"ص": "صط", "ض": "ضط", "ط": "طط", "ظ": "ظظ", "د": "دد", "ذ": "دد", "ز": "زد", "ث": "ثث"} | dict.fromkeys(
    "وي", "تت"
)
_GUTTURAL = frozenset("ءهعحغخ")
Shape = Callable[..., tuple[str, str, str, str]]

# head of past, past passive, present, present passive, up to and with the last letter but one of the root
_HEADS: dict[str, Shape] = {
    "I": lambda f, c: (f + "a" + c, f + "u" + c, f + c, f + c),
    "II": lambda f, c: (f + "a" + c + c, f + "u" + c + c, f + "a" + c + c, f + "a" + c + c),
    "III": lambda f, c: (f + "A" + c, f + "U" + c, f + "A" + c, f + "A" + c),
    "IV": lambda f, c: ("ءa" + f + c, "ءu" + f + c, f + c, f + c),
    "V": lambda f, c: ("تa" + f + "a" + c + c, "تu" + f + "u" + c + c, "تa" + f + "a" + c + c, "تa" + f + "a" + c + c),
    "VI": lambda f, c: ("تa" + f + "A" + c, "تu" + f + "U" + c, "تa" + f + "A" + c, "تa" + f + "A" + c),
    "VII": lambda f, c: ("ٱiن" + f + "a" + c, "ٱuن" + f + "u" + c, "ن" + f + "a" + c, "ن" + f + "a" + c),
    "VIII": lambda f, c: ("ٱi" + f + "a" + c, "ٱu" + f + "u" + c, f + "a" + c, f + "a" + c),
    "IX": lambda f, c, x: ("ٱi" + f + c + "a" + x, "ٱu" + f + c + "u" + x, f + c + "a" + x, f + c + "a" + x),
    "X": lambda f, c: ("ٱiستa" + f + c, "ٱuستu" + f + c, "ستa" + f + c, "ستa" + f + c),
    "QI": lambda f, c, x: (f + "a" + c + x, f + "u" + c + x, f + "a" + c + x, f + "a" + c + x),
    "QII": lambda f, c, x: ("تa" + f + "a" + c + x, "تu" + f + "u" + c + x) + ("تa" + f + "a" + c + x,) * 2,
    "QIV": lambda f, c, x, y: (
        ("ٱi" + f + c + "a" + x + "a" + y, "ٱu" + f + c + "u" + x + "i" + y)
        + (f + c + "a" + x + "i" + y, f + c + "a" + x + "a" + y)
    ),
}
_ARITY = {"IX": 3, "QI": 3, "QII": 3, "QIV": 4}
_A_PRESENT = frozenset(("V", "VI", "QII"))  # the active present has an a where others have an i
_HOLLOW_PRESENT = {"IV": "I", "VII": "A", "VIII": "A", "X": "I"}


@dataclass(frozen=True, slots=True)
class Stem:
    """A stem up to its last radical: head, the vowel after it, the last radical."""

    kind: Kind
    head: str
    vowel: str  # a, i, u
    last: str
    long: str = ""  # the vowel that a hollow stem has before endings that begin with one
    keeps_w: bool = False  # a defective past that goes back to و: دعا، دعوا

    @property
    def open(self) -> str:
        """As it stands before an ending that begins with a vowel, or before none."""
        if self.kind is Kind.HOLLOW:
            return self.head + self.long + self.last
        if self.kind is Kind.DOUBLED:
            return self._contracted()
        return self.head + self.vowel + self.last

    @property
    def closed(self) -> str:
        """As it stands before an ending that begins with a consonant."""
        return self.head + self.vowel + self.last

    def _contracted(self) -> str:
        if self.head[-2:-1] and self.head[-2] in "aiuAIU":
            return self.head + self.last
        return self.head[:-1] + self.vowel + self.head[-1] + self.last


@dataclass(frozen=True, slots=True)
class Stems:
    """The finite stems and the vowel of the active present's prefix."""

    past: Stem
    past_passive: Stem
    present: Stem
    present_passive: Stem
    prefix: str  # a or u


def stems_of(verb: Verb) -> Stems:
    """The finite stems of a verb, in sounds."""
    heads = _heads(verb)
    past_vowel, present_vowel = _vowels(verb)
    build = partial(_stem, verb)
    hollow = _hollow_present(verb)
    return Stems(
        build(heads[0], past_vowel, "A", past=True),
        build(heads[1], "i", "I"),
        build(heads[2], present_vowel, hollow),
        build(heads[3], "a", "A"),
        "a" if verb.form in _LIGHT else "u",
    )


def with_t(verb: Verb) -> str:
    """The first radical with the t of form VIII, as they sound together."""
    first = verb.radicals[0]
    return "تت" if verb.radicals == ("ء", "خ", "ذ") else _TAKES_T.get(first, first + "ت")


def _stem(verb: Verb, head: str, vowel: str, long: str, past: bool = False) -> Stem:
    last = verb.radicals[-1]
    if verb.kind is Kind.HOLLOW:
        short = {"A": "a", "I": "i", "U": "u"}[long]
        if past and verb.form == "I":
            short = "u" if _hollow_present(verb) == "U" else "i"
        return Stem(Kind.HOLLOW, head[:-1].removesuffix("a").removesuffix("u"), short, last, long)
    keeps_w = past and verb.form == "I" and last == "و"
    return Stem(verb.kind, head, vowel, last, keeps_w=keeps_w)


def _heads(verb: Verb) -> tuple[str, str, str, str]:
    radicals = list(verb.radicals)
    if verb.form == "VIII":
        radicals[0] = with_t(verb)
    heads = list(_HEADS[verb.form](*radicals[: _ARITY.get(verb.form, 2)]))
    if verb.radicals == ("ر", "ء", "ي"):  # رأى loses its hamza
        heads[2:] = ["ر", "ر"] if verb.form in ("I", "IV") else heads[2:]
        heads[0] = "ءaر" if verb.form == "IV" else heads[0]
    if verb.form == "I" and radicals[0] == "و" and not (verb.present or "").startswith("يو"):
        heads[2] = heads[2][1:]
    return heads[0], heads[1], heads[2], heads[3]


def _vowels(verb: Verb) -> tuple[str, str]:
    if verb.form != "I":
        return "a", "a" if verb.form in _A_PRESENT else "i"
    if verb.kind is Kind.DEFECTIVE:
        return _defective_vowels(verb)
    guttural = not _GUTTURAL.isdisjoint(verb.radicals[1:])
    return "a", "a" if guttural else "u"


def _defective_vowels(verb: Verb) -> tuple[str, str]:
    if (verb.present or "").endswith(("ى", "يا")):
        given = (verb.past or verb.lemma).endswith("ي")
        return "i" if given else "a", "a"
    return "a", "u" if verb.radicals[-1] == "و" else "i"


def _hollow_present(verb: Verb) -> str:
    if verb.form != "I":
        return _HOLLOW_PRESENT.get(verb.form, "I")
    if verb.present and verb.present[2:3] == "ا":
        return "A"
    return "U" if verb.radicals[1] == "و" else "I"
