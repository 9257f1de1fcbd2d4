"""The ledger of an archive: who gives what to whom, how far it is carried, and which measures it would fall under."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from khabar.values.claim import Claim, ClaimId, Verdict
from khabar.values.event import GoodsCategory
from khabar.values.exchange import Exchange, Quantity, Stage
from khabar.values.moment import Moment
from khabar.values.page import Page
from khabar.views.about import claim_is_about, is_within, parties_called, subject
from khabar.views.claims import Conclusions
from khabar.views.evidence import Quoted, Reports, quoted
from khabar.weighing.measures import Flag, flags


class Ledger(Conclusions, Reports, Protocol):
    """What it takes to list exchanges with the words for their goods."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which exchanges are wanted; what is left at its default leaves nothing out."""

    about: str | None = None
    between: tuple[str, str] | None = None  # both take part, either way round
    goods: GoodsCategory | None = None
    since: date | None = None
    until: date | None = None
    flagged: bool = False  # only what would fall under a measure


@dataclass(frozen=True, slots=True)
class Transfer:
    """One exchange with the words that name its goods, its verdict and the measures that it would fall under."""

    exchange: Exchange
    goods: Quoted | None  # None: they are not named
    gist: str
    verdict: Verdict
    flags: tuple[Flag, ...] = ()
    for_what: Quoted | None = None  # what it is in return for, where that is no exchange; None: nothing is told


@dataclass(frozen=True, slots=True)
class Sum:
    """What went one way in all, as far as figures are told: never less than the largest, nor more than all together."""

    giver: str
    recipient: str
    goods: GoodsCategory
    amount: Quantity
    exchanges: int  # that tell a figure
    without_figure: int


def exchanges(
    archive: Ledger, asked: Asked | None = None, *, limit: int | None = None, offset: int = 0
) -> Page[Transfer]:
    """The exchanges asked for: first those told in full, by time, those without one last."""
    asked = asked or Asked()
    weighed = archive.weighed()
    claims = {claim.id: claim for claim in weighed.claims}
    found = [one for one in weighed.exchanges if _is_asked(one, asked)]
    if asked.about:
        wanted = subject(asked.about, weighed.actors)
        found = [x for x in found if claim_is_about(claims[x.claim], wanted) or wanted.is_in(_parties(x))]
    if asked.between:
        one, other = (parties_called(weighed.actors, name) for name in asked.between)
        found = [x for x in found if _is_between(x, one, other)]
    shown = (_transfer(archive, exchange, claims) for exchange in found)
    return Page.of(sorted((one for one in shown if one.flags or not asked.flagged), key=_place), limit, offset)


def sums_of(archive: Ledger, asked: Asked | None = None) -> tuple[Sum, ...]:
    """What was delivered of the exchanges asked for, by giver, recipient, goods and unit."""
    return sums(exchanges(archive, asked))


def sums(found: Iterable[Transfer]) -> tuple[Sum, ...]:
    """What was delivered, by giver, recipient, goods and unit.

    Two exchanges may be one shipment told twice, so the least that is certain is the largest of them; where each is
    told of its own time and no two times touch, they are added.
    """
    groups: dict[tuple[str, str, GoodsCategory, str], list[Exchange]] = defaultdict(list)
    plain: dict[tuple[str, str, GoodsCategory], int] = defaultdict(int)
    for exchange in (one.exchange for one in found):
        if exchange.stage is not Stage.DELIVERED or exchange.goods is None or exchange.mutual:
            continue
        way = ("، ".join(exchange.giver[:1]), "، ".join(exchange.recipient[:1]), exchange.goods)
        amount = Quantity.told(exchange.quantity)
        if amount:
            groups[(*way, amount.unit)].append(exchange)
        else:
            plain[way] += 1
    return tuple(
        Sum(giver, recipient, goods, _together(told, unit), len(told), plain[giver, recipient, goods])
        for (giver, recipient, goods, unit), told in sorted(groups.items())
        if giver and recipient
    )


def _together(told: Sequence[Exchange], unit: str) -> Quantity:
    amounts = [amount for one in told if (amount := Quantity.told(one.quantity))]
    times = [one.time for one in told]
    apart = len({t for t in times if t}) == len(times) and not _any_touch([t for t in times if t])
    lowest = (sum if apart else max)(a.lowest for a in amounts)
    highest = [a.highest for a in amounts if a.highest is not None]
    return Quantity(lowest, sum(highest) if len(highest) == len(amounts) else None, unit)


def _any_touch(times: Sequence[Moment]) -> bool:
    ordered = sorted(times, key=lambda t: (t.earliest or date.min, t.latest or date.max))
    return any(one.overlaps(other) for one, other in zip(ordered, ordered[1:], strict=False))


def _is_asked(exchange: Exchange, asked: Asked) -> bool:
    return asked.goods in (None, exchange.goods) and is_within(exchange.time, asked.since, asked.until)


def _is_between(exchange: Exchange, one: frozenset[str], other: frozenset[str]) -> bool:
    ends = exchange.from_side, exchange.to_side
    return (ends[0] in one and ends[1] in other) or (ends[0] in other and ends[1] in one)


def _parties(exchange: Exchange) -> tuple[str, ...]:
    return (*exchange.giver, *exchange.recipient)


def _transfer(archive: Reports, exchange: Exchange, claims: dict[ClaimId, Claim]) -> Transfer:
    named = next((t.goods for t in exchange.tellings if t.goods), None)
    claim = claims[exchange.claim]
    goods = quoted(archive, named) if named else None
    for_what = quoted(archive, exchange.for_what) if exchange.for_what else None
    return Transfer(exchange, goods, claim.gist, claim.assessment.verdict, flags(exchange), for_what)


def _place(one: Transfer) -> tuple[bool, bool, str, str]:
    x = one.exchange
    whole = bool(x.giver and x.recipient and x.goods)
    return not whole, x.time is None, str(x.time), x.id
