"""A transfer: who gives what to whom, how far it has come, and in return for what."""

import re
from dataclasses import dataclass
from enum import StrEnum

from khabar.values.claim import ClaimId, PositionStance
from khabar.values.event import GoodsCategory
from khabar.values.moment import Moment
from khabar.values.reason import Passage

ExchangeId = str

_FIGURE = r"([0-9]+(?:\.[0-9]+)?)"
_QUANTITY = re.compile(rf"(>=|<=|>|<|~)?{_FIGURE}(?:-{_FIGURE})?(?: (.+))?\Z")


class Stage(StrEnum):
    """How far a transfer has come, as it is told."""

    DELIVERED = "delivered"
    AGREED = "agreed"
    OFFERED = "offered"
    ASKED_FOR = "asked-for"
    PLANNED = "planned"
    POSSIBLE = "possible"
    DENIED = "denied"


class Means(StrEnum):
    """By what goods travel."""

    SEA = "sea"
    AIR = "air"
    RAIL = "rail"
    ROAD = "road"
    PIPELINE = "pipeline"


@dataclass(frozen=True, slots=True)
class Quantity:
    """How much, as bounds: `>10000 container` is from 10000 up."""

    lowest: float
    highest: float | None  # None: no upper bound is told
    unit: str = ""  # in English, singular; empty: pieces of the goods themselves

    @classmethod
    def told(cls, text: str | None) -> "Quantity | None":
        """The bounds in a quantity as events have it; None: there is no figure. A round figure counts as told."""
        found = _QUANTITY.fullmatch(text or "")
        if not found:
            return None
        bound, first, last, unit = found.groups()
        figure = float(first)
        if bound in ("<", "<="):
            return cls(0.0, figure, unit or "")
        return cls(figure, None if bound in (">", ">=") else float(last or first), unit or "")

    def __str__(self) -> str:
        highest = "" if self.highest is None else f"{self.highest:g}"
        figures = f"{self.lowest:.15g}" if highest == f"{self.lowest:g}" else f"{self.lowest:.15g}–{highest or '?'}"
        return f"{figures} {self.unit}".strip()


@dataclass(frozen=True, slots=True)
class Telling:
    """One place where a report tells of a transfer, or denies it."""

    passage: Passage
    stance: PositionStance
    stage: Stage | None = None  # None: the passage names no transfer of its own, as in 'denied these reports'
    chain: tuple[tuple[str, ...], ...] = ()  # names, nearest first; empty: the report's own voice
    event: str | None = None  # id of the event in that reading
    goods: Passage | None = None  # the words for the goods; None: they are not named
    quantity: str | None = None  # `>10000 container`; None: no figure given
    carried: Passage | None = None  # the words for route and means; None: they are not told


@dataclass(frozen=True, slots=True)
class Exchange:
    """Goods of one kind that one side gives another; `claim` is the claim whose reports tell of it."""

    id: ExchangeId
    claim: ClaimId
    giver: tuple[str, ...]  # names; empty: not told
    recipient: tuple[str, ...]
    from_side: str | None  # the state or body behind the giver: id of our knowledge or of an actor; None: not known
    to_side: str | None
    stage: Stage
    goods: GoodsCategory | None = None  # None: not told
    mutual: bool = False  # each gives to the other: givers and recipients are the same
    quantity: str | None = None  # None: no figure given
    time: Moment | None = None  # None: the reports do not tell
    reported: Moment | None = None  # first day of publication; None: no report has a date
    route: tuple[str, ...] = ()  # names of places and countries on the way, as they are told one after the other
    in_return_for: tuple[ExchangeId, ...] = ()
    for_what: Passage | None = None  # the words for what it is in return for, where that is no exchange; None: none
    tellings: tuple[Telling, ...] = ()
    means: tuple[Means, ...] = ()  # by what it travels; empty: not told


@dataclass(frozen=True, slots=True)
class Delivery:
    """What an exchange adds to the sums of the ledger."""

    giver: str  # the first; empty: not told
    recipient: str
    goods: GoodsCategory
    quantity: str | None  # None: no figure given
    time: Moment | None  # None: the reports do not tell
