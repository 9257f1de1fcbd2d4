"""Which claims somebody asks for."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto

from khabar.values.claim import Claim, Verdict
from khabar.values.event import EventType, GoodsCategory, Status
from khabar.values.exchange import Stage


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody or something asked for, under every name that the reports give it."""

    names: frozenset[str]  # as keys of names
    words: frozenset[str]  # the names that it may be asked for by, as they stand in a text


@dataclass(frozen=True, slots=True)
class ClaimsWanted:
    """What is left at its default leaves nothing out."""

    about: Subject | None = None
    verdict: Verdict | None = None
    type: EventType | None = None
    status: Status | None = None
    outlet: str | None = None  # that published a report with a position on it
    since: date | None = None  # either bound leaves out what has no time
    until: date | None = None
    events_only: bool = False  # no claims in which no event was read
    dated_only: bool = False  # nothing that the reports give no time
    as_reported: bool = False  # what has no time stands within bounds by the day of its first report
    placed: frozenset[str] = frozenset()  # one of these, letter by letter, is the place; empty: anywhere
    told_by: frozenset[str] = frozenset()  # one of these, letter by letter, speaks of it; empty: whoever does
    named: frozenset[str] = frozenset()  # one of these, letter by letter, takes part or is the place; empty: anybody


class Order(Enum):
    """In which order claims are wanted."""

    MOST_TOLD = auto()  # those with most positions first
    IN_TIME = auto()  # by time, without one by the day of the first report
    NEWEST = auto()  # the latest time first, what has none last


@dataclass(frozen=True, slots=True)
class Placed:
    """A claim with its place in time."""

    claim: Claim
    reported: date | None  # the day of the first report; None: none has one
    status: Status | None  # the surest under which it is told; None: no event was read in what asserts it


@dataclass(frozen=True, slots=True)
class End:
    """Whoever stands at one end of exchanges: under that name, letter by letter, or as one of these parties."""

    name: str  # empty: nobody is told there
    parties: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ExchangesWanted:
    """What is left at its default leaves nothing out."""

    about: Subject | None = None
    between: tuple[frozenset[str], frozenset[str]] | None = None  # a party of each takes part, either way round
    goods: GoodsCategory | None = None
    since: date | None = None
    until: date | None = None
    flagged: bool = False  # only what would fall under a measure
    giver: End | None = None
    recipient: End | None = None
    stage: Stage | None = None


class Sort(Enum):
    """What an id may be of."""

    CLAIM = auto()
    ACTOR = auto()
    EXCHANGE = auto()


@dataclass(frozen=True, slots=True)
class Begun:
    """A conclusion whose id begins as was asked."""

    sort: Sort
    id: str
