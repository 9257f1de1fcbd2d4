"""A question for sentences: what narrows it down, and what is found."""

from dataclasses import dataclass
from datetime import date

from khabar.values.attribution import Stance
from khabar.values.claim import PositionStance, Verdict
from khabar.values.event import EventType
from khabar.values.reason import Passage
from khabar.values.span import Span


@dataclass(frozen=True, slots=True)
class Filters:
    """Which sentences are wanted; None leaves a matter open."""

    outlet: str | None = None  # words of its name, in any spelling
    since: date | None = None  # days of publication
    until: date | None = None
    about: str | None = None  # somebody or something that the sentence names, under any of its names
    # these three are of one claim that the sentence takes a position on
    type: EventType | None = None
    stance: PositionStance | None = None
    verdict: Verdict | None = None

    @property
    def ask_for_claims(self) -> bool:
        """Whether a claim decides which sentences are wanted."""
        return any((self.type, self.stance, self.verdict))


ANY = Filters()


@dataclass(frozen=True, slots=True)
class Expanded:
    """A word asked for, and the other form in which a report has it."""

    asked: str
    met: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A sentence that was found, with the places of the words that were asked for."""

    passage: Passage
    marks: tuple[Span, ...]  # in the report's text, in reading order
    expanded: tuple[Expanded, ...] = ()  # empty: the words stand there as they were asked for


@dataclass(frozen=True, slots=True)
class Said:
    """Words that a report gives as somebody's, and through whom."""

    content: Span
    chain: tuple[tuple[str, ...], ...]  # names, nearest to the report first
    stance: Stance
