"""Which sanction measures an exchange would fall under, if it took place as reported. Never a finding of guilt."""

from dataclasses import dataclass
from datetime import date

from khabar.knowledge.measures import Measure, Way, measures
from khabar.values.exchange import Exchange, Quantity, Stage


@dataclass(frozen=True, slots=True)
class Flag:
    """A measure with why the exchange would fall under it."""

    measure: str  # its id
    day: date  # on which it is held against the measure
    day_is_told: bool  # False: the reports give no day, and that of the first of them stands for it
    counts_against_cap: bool = False  # the measure allows a certain amount
    beyond_cap: bool = False  # the amount that is told is more than that


def flags(exchange: Exchange) -> tuple[Flag, ...]:
    """The measures in force on the day of the exchange that forbid or cap it, in the order of the library.

    Only what is told to have taken place is held against them: not plans, offers, requests or what is only denied.
    """
    day = _day(exchange)
    if day is None or exchange.stage is not Stage.DELIVERED or exchange.goods is None:
        return ()
    return tuple(_flag(one, exchange, day) for one in measures() if one.is_in_force(day) and _covers(one, exchange))


def _day(exchange: Exchange) -> date | None:
    """The last day on which it can have taken place; that of the first report where it is not told."""
    if exchange.time and exchange.time.latest:
        reported = exchange.reported.earliest if exchange.reported else None
        return min(exchange.time.latest, reported or date.max)
    return exchange.reported.earliest if exchange.reported else None


def _covers(measure: Measure, exchange: Exchange) -> bool:
    if exchange.goods not in measure.goods:
        return False
    ways = {Way.TO: (_goes_to,), Way.FROM: (_comes_from,), Way.BOTH: (_goes_to, _comes_from)}
    return any(covers(measure, exchange) for covers in ways[measure.way])


def _goes_to(measure: Measure, exchange: Exchange) -> bool:
    return exchange.to_side in measure.targets and _is_bound(measure, exchange.from_side)


def _comes_from(measure: Measure, exchange: Exchange) -> bool:
    return exchange.from_side in measure.targets and _is_bound(measure, exchange.to_side)


def _is_bound(measure: Measure, other: str | None) -> bool:
    return other not in measure.targets and (not measure.binds or other in measure.binds)


def _flag(measure: Measure, exchange: Exchange, day: date) -> Flag:
    cap, amount = measure.cap, Quantity.told(exchange.quantity)
    beyond = bool(cap and amount and amount.unit == cap.unit and amount.lowest > cap.amount)
    return Flag(measure.id, day, exchange.time is not None, cap is not None, beyond)
