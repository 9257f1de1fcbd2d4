"""What the reports of one story tell differently of the same matter."""

from dataclasses import dataclass
from enum import StrEnum

from khabar.values.claim import ClaimId
from khabar.values.reason import Passage, Reason
from khabar.values.span import Span


class Differing(StrEnum):
    """In what two tellings of one thing differ."""

    FIGURE = "figure"
    PLACE = "place"
    TIME = "time"
    ACTOR = "actor"
    STATUS = "status"  # whether it is so


class Bearing(StrEnum):
    """How the tellings bear on one another."""

    CONTRADICTION = "contradiction"  # they cannot all be right
    UPDATE = "update"  # the later goes on from the earlier: a toll that grows, a word taken back, a new date
    UNDECIDED = "undecided"  # the reports are of one day: an update, or a contradiction


@dataclass(frozen=True, slots=True)
class SideTelling:
    """One place where a report tells that value."""

    passage: Passage  # the whole statement
    words: Span  # of it: those that tell the value
    chain: tuple[tuple[str, ...], ...]  # names, nearest first; empty: the report's own voice


@dataclass(frozen=True, slots=True)
class DifferingSide:
    """All who tell one value."""

    value: str  # a number with its limit, a name, a day, or a status
    tellings: tuple[SideTelling, ...]


@dataclass(frozen=True, slots=True)
class Contradiction:
    """One matter on which reports of a story differ."""

    id: str
    differing: Differing
    bearing: Bearing
    of: str  # what differs, in words of a report: what is counted, or the word that tells the event
    story: str
    claims: tuple[ClaimId, ...]  # those in which the tellings stand
    sides: tuple[DifferingSide, ...]
    reasons: tuple[Reason, ...]  # why it bears so
