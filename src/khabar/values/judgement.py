"""What a person said of two actors or two claims."""

from dataclasses import dataclass
from enum import StrEnum

from khabar.values.reason import Passage


class Judged(StrEnum):
    """What is judged."""

    ACTOR = "actor"
    CLAIM = "claim"


@dataclass(frozen=True, slots=True)
class Judgement:
    """That two are the same, or not the same. Each is known by words of a report, which no new reading changes."""

    of: Judged
    same: bool
    one: Passage  # the first mention of an actor, a position on a claim
    other: Passage
    author: str
    at: str  # when, ISO 8601
    because: str = ""  # in the author's words

    @property
    def matter(self) -> tuple[Judged, frozenset[Passage]]:
        """What it is about, whichever is named first."""
        return self.of, frozenset({self.one, self.other})

    @property
    def told(self) -> str:
        """Who judged, when and why, in one line."""
        return f"{self.author}, {self.at}" + (f": {self.because}" if self.because else "")
