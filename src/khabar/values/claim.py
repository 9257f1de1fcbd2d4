"""What several reports take a position on, and how far it is carried."""

from dataclasses import dataclass
from enum import StrEnum

from khabar.values.event import EventType
from khabar.values.moment import Moment
from khabar.values.reason import Passage, Reason

ClaimId = str


class PositionStance(StrEnum):
    """How one place in one report stands to a claim."""

    ASSERTS = "asserts"
    DENIES = "denies"
    PARTLY = "partly"  # so, but otherwise: another place, number, intent
    UNSURE = "unsure"  # neither confirms nor denies


class Verdict(StrEnum):
    """A statement about the reporting, never about truth."""

    CORROBORATED = "corroborated"
    SINGLE_ORIGIN = "single-origin"
    DISPUTED = "disputed"
    RETRACTED = "retracted"
    DENIED_ONLY = "denied-only"


@dataclass(frozen=True, slots=True)
class Position:
    """One place where a report says that the claim is so, or not so."""

    passage: Passage
    stance: PositionStance
    # names, nearest first, joint speakers together; empty: the report's own voice
    chain: tuple[tuple[str, ...], ...] = ()
    event: str | None = None  # id of the event in that reading; None: a denial that names no event


@dataclass(frozen=True, slots=True)
class Origin:
    """A first source at the end of chains."""

    name: str
    passages: tuple[Passage, ...]
    also: tuple[str, ...] = ()  # the other names that it goes by in these reports


@dataclass(frozen=True, slots=True)
class Assessment:
    """A verdict with the independent origins on either side and the reasons."""

    verdict: Verdict
    asserts: tuple[Origin, ...]
    denies: tuple[Origin, ...]
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """An event that reports take a position on."""

    id: ClaimId
    gist: str  # the fullest passage that asserts it, in the words of a report
    type: EventType | None  # None: a state, or an event of none of the types
    positions: tuple[Position, ...]
    assessment: Assessment
    actor: tuple[str, ...] = ()  # names
    recipient: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    time: Moment | None = None
    # states and bodies behind actor and recipient: ids of our knowledge, else of actors
    acting: tuple[str, ...] = ()
    acted_on: tuple[str, ...] = ()
    merged_because: tuple[Reason, ...] = ()  # why its mentions are taken for one event


@dataclass(frozen=True, slots=True)
class Story:
    """The reports and claims that belong to one matter."""

    id: str
    reports: tuple[str, ...]
    claims: tuple[ClaimId, ...]
    title: str = ""  # the headline of its first report


@dataclass(frozen=True, slots=True)
class CopyGroup:
    """Reports whose text is largely the same."""

    reports: tuple[str, ...]  # earliest first
    reasons: tuple[Reason, ...]
