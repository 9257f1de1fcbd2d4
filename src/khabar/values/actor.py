"""Somebody or something that several reports speak of."""

from dataclasses import dataclass

from khabar.values.entity import EntityId, Kind
from khabar.values.moment import Moment
from khabar.values.reason import Passage, Reason

ActorId = str
Member = tuple[str, EntityId]  # report id, entity id there


@dataclass(frozen=True, slots=True)
class Office:
    """An office as the reports tell it: `first` and `last` are dates of publication, not of the term."""

    title: str
    passages: tuple[Passage, ...]
    of: ActorId | None = None  # None: the reports do not tell of which country or body
    former: bool = False
    first: Moment | None = None  # None: the reports have no date
    last: Moment | None = None


@dataclass(frozen=True, slots=True)
class Behind:
    """For whom an actor speaks."""

    principal: ActorId  # the last in line that it belongs to; itself, if it belongs to nobody
    side: str | None  # the state or independent body; None: not known
    party: str  # who acts for it, in our knowledge where we know him
    allegiances: tuple[str, ...] = ()  # every state and body that it may speak for, sorted


@dataclass(frozen=True, slots=True)
class Actor:
    """One real-world thing across reports."""

    id: ActorId
    name: str  # the spelling that most reports use
    kind: Kind
    reports: tuple[str, ...]
    also: tuple[str, ...] = ()  # other names and spellings
    wikidata: str | None = None  # None: not known to us, or not sure
    known_as: str | None = None  # id of its entry in our world knowledge; None: it has none
    of: ActorId | None = None  # the country or body that it belongs to; None: not told
    unnamed: bool = False  # people without a name or an office of their own: officials, sources, eyewitnesses
    offices: tuple[Office, ...] = ()
    members: tuple[Member, ...] = ()
    merged_because: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class ActorBrief:
    """Under which names and offices an actor is known, without the words that say so."""

    id: ActorId
    name: str
    kind: Kind
    party: str  # who acts for it: id of a state or body of our knowledge, else of an actor
    also: tuple[str, ...] = ()
    wikidata: str | None = None  # None: not known to us, or not sure
    known_as: str | None = None  # id of its entry in our world knowledge; None: it has none
    known: tuple[str, ...] = ()  # by which our world knowledge calls it
    offices: tuple[str, ...] = ()  # titles
    reports: int = 0
