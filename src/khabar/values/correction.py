"""What a person said of one item of a reading: that it is right, wrong, or otherwise."""

from dataclasses import dataclass
from enum import StrEnum

from khabar.values.reason import Passage


class Corrected(StrEnum):
    """What kind of item is spoken of."""

    SAYING = "saying"
    EVENT = "event"


class Ruling(StrEnum):
    """What is said of it."""

    RIGHT = "right"  # it was checked: it stands as it was read
    WRONG = "wrong"  # there is no such saying, no such event
    STANCE = "stance"  # of a saying: the value is another
    STATUS = "status"  # of an event
    TYPE = "type"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Correction:
    """One ruling on one item, which is known by its words in the report: no new reading changes these."""

    of: Corrected
    where: Passage  # the content of a saying, the word that tells an event
    ruling: Ruling
    author: str
    at: str  # when, ISO 8601
    value: str | None = None  # the right stance, status, type or time (EDTF); None: the ruling has none
    because: str = ""  # in the author's words

    @property
    def matter(self) -> tuple[Corrected, Passage, str]:
        """What it settles: whether the item stands at all, or one of its values."""
        about = "standing" if self.ruling in (Ruling.RIGHT, Ruling.WRONG) else str(self.ruling)
        return self.of, self.where, about

    @property
    def told(self) -> str:
        """Who ruled, when and why, in one line."""
        return f"{self.author}, {self.at}" + (f": {self.because}" if self.because else "")
