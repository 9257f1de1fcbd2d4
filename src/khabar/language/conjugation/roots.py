"""Verbs as the lexicon gives them, and what sort of root they have."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from khabar.errors import BadKnowledge

FORMS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "QI", "QII", "QIV")
_HOLLOWING = frozenset(("I", "IV", "VII", "VIII", "X"))
_CONTRACTING = frozenset(("I", "III", "IV", "VI", "VII", "VIII", "X"))
_WEAK = frozenset("وي")
_HAMZAS = str.maketrans(dict.fromkeys("أإآؤئ", "ء"))


class Kind(StrEnum):
    """How the end of a stem behaves before endings."""

    SOUND = "sound"
    HOLLOW = "hollow"
    DOUBLED = "doubled"
    DEFECTIVE = "defective"


@dataclass(frozen=True)
class Verb:
    """A verb: its root and form, and letters where these do not tell."""

    lemma: str
    root: str  # three or four consonants, hamza as ء or on any seat
    form: str = "I"
    past: str | None = None  # None: by rule
    present: str | None = None  # None: by rule
    masdar: tuple[str, ...] | None = None  # None: by pattern, none at all for form I; (): it has none to offer
    sound: bool = False  # a weak middle letter that behaves like any other: استحوذ

    def __post_init__(self) -> None:
        if self.form not in FORMS:
            raise BadKnowledge("lexicon", self.lemma, f"{self.form!r} is no form.", f"Write one of {', '.join(FORMS)}.")
        if len(self.root) != (4 if self.form.startswith("Q") else 3):
            raise BadKnowledge(
                "lexicon",
                self.lemma,
                f"{self.root!r} is no root of form {self.form}.",
                "Write 3 letters, 4 for Q forms.",
            )

    @cached_property
    def radicals(self) -> tuple[str, ...]:
        """The consonants of the root, hamza without a seat."""
        return tuple(self.root.translate(_HAMZAS))

    @cached_property
    def kind(self) -> Kind:
        """How the ends of its stems behave."""
        *_, second, last = self.radicals
        if last in _WEAK:
            return Kind.DEFECTIVE
        if self.form in ("IX", "QIV") or (second == last and self.form in _CONTRACTING):
            return Kind.DOUBLED
        if second in _WEAK and self.form in _HOLLOWING and not self.sound:
            return Kind.HOLLOW
        return Kind.SOUND
