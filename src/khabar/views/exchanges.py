"""The ledger of an archive: who gives what to whom, how far it is carried, and which measures it would fall under."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from khabar.errors import NotInArchive
from khabar.values.claim import Claim, Verdict
from khabar.values.event import GoodsCategory
from khabar.values.exchange import Delivery, Exchange, Quantity, Stage
from khabar.values.moment import Moment
from khabar.values.page import Page
from khabar.values.wanted import End, ExchangesWanted
from khabar.views.about import Names, parties_called, subject
from khabar.views.evidence import Quoted, Reports, quoted
from khabar.weighing.measures import Flag, flags

NOBODY = "-"  # stands for a giver or recipient that the reports do not tell


class Ledger(Names, Reports, Protocol):
    """What it takes to list exchanges with the words for their goods."""

    def exchanges_where(self, wanted: ExchangesWanted, limit: int | None, offset: int) -> Page[Exchange]:
        """The exchanges that are wanted: first those told in full, by time, those without one last."""

    def deliveries(self, wanted: ExchangesWanted) -> Iterator[Delivery]:
        """What was delivered, one way, of the exchanges that are wanted."""

    def claim(self, claim_id: str) -> Claim | None:
        """The claim of that id."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Which exchanges are wanted; what is left at its default leaves nothing out."""

    about: str | None = None
    between: tuple[str, str] | None = None  # both take part, either way round
    goods: GoodsCategory | None = None
    since: date | None = None
    until: date | None = None
    flagged: bool = False  # only what would fall under a measure
    giver: str | None = None  # a name; NOBODY: the reports do not tell who gives
    recipient: str | None = None
    stage: Stage | None = None


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
    found = archive.exchanges_where(wanted(archive, asked or Asked()), limit, offset)
    return Page(tuple(_transfer(archive, exchange) for exchange in found), found.total, offset)


def sums_of(archive: Ledger, asked: Asked | None = None) -> tuple[Sum, ...]:
    """What was delivered of the exchanges asked for, by giver, recipient, goods and unit."""
    return _sums(archive.deliveries(wanted(archive, asked or Asked())))


def sums(found: Iterable[Transfer]) -> tuple[Sum, ...]:
    """What was delivered of these, by giver, recipient, goods and unit."""
    return _sums(
        Delivery("".join(x.giver[:1]), "".join(x.recipient[:1]), x.goods, x.quantity, x.time)
        for x in (one.exchange for one in found)
        if x.stage is Stage.DELIVERED and x.goods is not None and not x.mutual
    )


def _sums(deliveries: Iterable[Delivery]) -> tuple[Sum, ...]:
    """Two exchanges may be one shipment told twice, so the least that is certain is the largest of them.

    Where each is told of its own time and no two times touch, they are added.
    """
    groups: dict[tuple[str, str, GoodsCategory, str], list[Delivery]] = defaultdict(list)
    plain: dict[tuple[str, str, GoodsCategory], int] = defaultdict(int)
    for one in deliveries:
        way = (one.giver, one.recipient, one.goods)
        amount = Quantity.told(one.quantity)
        if amount:
            groups[(*way, amount.unit)].append(one)
        else:
            plain[way] += 1
    return tuple(
        Sum(giver, recipient, goods, _together(told, unit), len(told), plain[giver, recipient, goods])
        for (giver, recipient, goods, unit), told in sorted(groups.items())
        if giver and recipient
    )


def _together(told: Sequence[Delivery], unit: str) -> Quantity:
    amounts = [amount for one in told if (amount := Quantity.told(one.quantity))]
    times = [one.time for one in told]
    apart = len({t for t in times if t}) == len(times) and not _any_touch([t for t in times if t])
    lowest = (sum if apart else max)(a.lowest for a in amounts)
    highest = [a.highest for a in amounts if a.highest is not None]
    return Quantity(lowest, sum(highest) if len(highest) == len(amounts) else None, unit)


def _any_touch(times: Sequence[Moment]) -> bool:
    ordered = sorted(times, key=lambda t: (t.earliest or date.min, t.latest or date.max))
    return any(one.overlaps(other) for one, other in zip(ordered, ordered[1:], strict=False))


def wanted(archive: Names, asked: Asked) -> ExchangesWanted:
    """What is asked for in names, in the words of the archive."""
    between = tuple(parties_called(archive, name) for name in asked.between or ())
    return ExchangesWanted(
        about=subject(archive, asked.about) if asked.about else None,
        between=(between[0], between[1]) if between else None,
        goods=asked.goods,
        since=asked.since,
        until=asked.until,
        flagged=asked.flagged,
        giver=_end(archive, asked.giver),
        recipient=_end(archive, asked.recipient),
        stage=asked.stage,
    )


def _end(archive: Names, asked: str | None) -> End | None:
    if not asked:
        return None
    return End("") if asked == NOBODY else End(asked, parties_called(archive, asked))


def _transfer(archive: Ledger, exchange: Exchange) -> Transfer:
    named = next((t.goods for t in exchange.tellings if t.goods), None)
    claim = archive.claim(exchange.claim)
    if claim is None:  # conclusions are kept together: there is no exchange without its claim
        raise NotInArchive(exchange.claim, exchange.id)
    goods = quoted(archive, named) if named else None
    for_what = quoted(archive, exchange.for_what) if exchange.for_what else None
    return Transfer(exchange, goods, claim.gist, claim.assessment.verdict, flags(exchange), for_what)
