"""Something that an actor does, did, will do or is said to do."""

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum

from khabar.values.attribution import AttributionId
from khabar.values.entity import EntityId
from khabar.values.moment import Moment
from khabar.values.span import Span
from khabar.values.why import Why

EventId = str


class EventType(StrEnum):
    """PLOVER's sixteen, and four more: TRANSFER, TEST, APPOINT, DISMISS."""

    AGREE = "AGREE"
    CONSULT = "CONSULT"
    SUPPORT = "SUPPORT"
    CONCEDE = "CONCEDE"
    COOPERATE = "COOPERATE"
    AID = "AID"
    RETREAT = "RETREAT"
    REQUEST = "REQUEST"
    ACCUSE = "ACCUSE"
    REJECT = "REJECT"
    THREATEN = "THREATEN"
    PROTEST = "PROTEST"
    SANCTION = "SANCTION"
    MOBILIZE = "MOBILIZE"
    COERCE = "COERCE"
    ASSAULT = "ASSAULT"
    TRANSFER = "TRANSFER"
    TEST = "TEST"
    APPOINT = "APPOINT"
    DISMISS = "DISMISS"


class EventMode(StrEnum):
    """How a CONSULT takes place."""

    VISIT = "visit"
    MEET = "meet"
    CALL = "call"
    MESSAGE = "message"
    HOST = "host"


class Status(StrEnum):
    """Whether it is said to be so, as a fact, a plan, a possibility, not so, or if."""

    ACTUAL = "actual"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"
    CONDITIONAL = "conditional"


class Prominence(StrEnum):
    """Whether a sentence reports an event, or it is only recalled there or taken as known."""

    FOREGROUND = "foreground"
    BACKGROUND = "background"
    PRESUPPOSED = "presupposed"


_SUREST_FIRST = (Status.ACTUAL, Status.PLANNED, Status.CONDITIONAL, Status.POSSIBLE, Status.DENIED)


def surest(told: Collection[Status | None]) -> Status | None:
    """Of the statuses under which reports tell of one event the surest, which stands for it; None: there is none."""
    return next((status for status in _SUREST_FIRST if status in told), None)


class GoodsCategory(StrEnum):
    """What changes hands."""

    ARMS = "arms"
    AMMUNITION = "ammunition"
    MISSILE = "missile"
    AIRCRAFT = "aircraft"
    DRONE = "drone"
    VEHICLE = "vehicle"
    SHIP = "ship"
    SATELLITE = "satellite"
    TECHNOLOGY = "technology"
    OIL = "oil"
    FOOD = "food"
    MONEY = "money"
    LABOUR = "labour"
    LUXURY = "luxury"
    MEDICINE = "medicine"
    AID = "aid"
    OTHER = "other"


@dataclass(frozen=True, slots=True, order=True)
class ActorCode:
    """A party as CAMEO codes it: ISO 3166 alpha-3 or IGO, and three letters for the role in which it acts."""

    country: str | None = None  # None: the text does not tell
    role: str | None = None  # None: none of its own


@dataclass(frozen=True, slots=True)
class Goods:
    """What changes hands, is withheld or is tried."""

    span: Span
    category: GoodsCategory
    quantity: str | None = None  # `>10000 container`: bound, figure, unit; None: no figure given


@dataclass(frozen=True, slots=True)
class Event:
    """Who did what to whom, when, where, with what, and on whose word."""

    id: EventId  # unique in its report
    anchor: Span
    type: EventType
    status: Status
    mode: EventMode | None = None  # None: not a CONSULT
    actor: tuple[EntityId, ...] = ()
    recipient: tuple[EntityId, ...] = ()
    place: tuple[EntityId, ...] = ()
    time: Moment | None = None  # None: the report does not tell
    goods: tuple[Goods, ...] = ()
    attribution: AttributionId | None = None  # None: the report says it in its own voice
    rule: str = ""  # lexicon entry that read it
    actor_words: tuple[Span, ...] = ()  # that name the actor, an unnamed one too; empty: none do
    recipient_words: tuple[Span, ...] = ()
    actor_codes: tuple[ActorCode, ...] = ()
    recipient_codes: tuple[ActorCode, ...] = ()
    prominence: Prominence = Prominence.FOREGROUND
    why: tuple[Why, ...] = field(default=(), compare=False)  # empty: it was not asked for
