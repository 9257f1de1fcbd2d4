"""What a form of a verb or noun says about itself: tense, person, number, gender, voice."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from khabar.values.grammar import Number


class Tense(StrEnum):
    """The sort of form; undiacritised letters tell the moods apart only in part, so they are one."""

    PAST = "past"
    PRESENT = "present"
    MASDAR = "masdar"
    ACTIVE_PARTICIPLE = "active_participle"
    PASSIVE_PARTICIPLE = "passive_participle"
    NOUN = "noun"  # listed as a noun, not made from the verb
    PARTICLE = "particle"  # listed as a word that does not change

    @cached_property
    def finite(self) -> bool:
        """Whether it is a verb form with a subject of its own."""
        return self in (Tense.PAST, Tense.PRESENT)


class Gender(StrEnum):
    """Masculine, feminine, or not told by the form."""

    MASCULINE = "masculine"
    FEMININE = "feminine"
    EITHER = "either"


class Voice(StrEnum):
    """Active, passive, or both where the letters are the same."""

    ACTIVE = "active"
    PASSIVE = "passive"
    EITHER = "either"


@dataclass(frozen=True, slots=True)
class Inflection:
    """What one form says about itself."""

    tense: Tense
    person: int | None = None  # 1 or 3; None: no verb form with a subject
    number: Number = Number.SINGULAR
    gender: Gender = Gender.EITHER
    voice: Voice = Voice.EITHER
    jussive: bool = False  # a shortened form, which stands after لم and its like alone
    accusative: bool = False  # indefinite accusative, as in قائلا: the participle of circumstance
