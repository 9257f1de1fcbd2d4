"""How two states or parties stand to one another, and how that changes: every point with the events behind it."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from typing import Protocol

from khabar.knowledge.geography import country_by_id
from khabar.values.dealing import Balance, Counted, Dealt, Pair
from khabar.values.page import Page
from khabar.values.quad import Quad
from khabar.values.wanted import Placed
from khabar.views.about import Names, parties_called
from khabar.views.timeline import Entry, entry_of
from khabar.weighing.dealings import month_of

SPAN = 6  # months whose balance tells how two stand to one another


class Dealers(Names, Protocol):
    """What it takes to tell how parties stand to one another."""

    def balances(
        self,
        mine: Collection[str] | None,
        theirs: Collection[str] | None,
        since: date | None,
        until: date | None,
        limit: int | None,
        offset: int,
    ) -> Page[Balance]:
        """Every two parties that have to do with one another, one of `mine` and one of `theirs`; the busiest first."""

    def counted_between(self, pair: Pair, since: date | None, until: date | None) -> tuple[Counted, ...]:
        """The events between the two that count and stand in a month, by time."""

    def dealings_between(
        self, pair: Pair, since: date | None, until: date | None, limit: int | None, offset: int
    ) -> Page[tuple[Dealt, Placed]]:
        """All events between the two by time, each with its claim."""

    def party_names(self, parties: Iterable[str]) -> Mapping[str, str]:
        """The name of whoever stands in most reports of all for whom a party acts."""


@dataclass(frozen=True, slots=True)
class Dealing:
    """One event between two parties."""

    giver: str  # the party that acts
    taker: str  # the party that is acted on
    mutual: bool
    quad: Quad
    weight: int  # 0: it is not told as a fact, or nobody stands by it
    told: Entry  # its place in the timeline

    @property
    def month(self) -> str | None:
        """When it was told to be, or else when it was first reported; None: neither is known to the month."""
        return month_of(self.told.time, self.told.reported)


@dataclass(frozen=True, slots=True)
class Month:
    """The balance of one month: of cooperation above nought, of conflict below."""

    month: str  # 2024-06
    score: int
    balance: int  # of this month and the five before
    turns: bool  # whether the balance has another sign than it had last
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """All that passes between two parties."""

    parties: tuple[str, str]  # ids of our knowledge, else of actors
    one: str
    other: str
    score: int
    by_class: tuple[tuple[Quad, int], ...]  # how many events of each class count
    months: tuple[Month, ...]
    events: int  # how many dealings there are in all
    dealings: tuple[Dealing, ...]  # those asked for, by time

    def turned(self) -> "Relation":
        """The same, seen from the other side."""
        return replace(self, parties=(self.parties[1], self.parties[0]), one=self.other, other=self.one)


@dataclass(frozen=True, slots=True)
class Partner:
    """In figures, how one party stands to another."""

    parties: tuple[str, str]  # ids of our knowledge, else of actors
    one: str
    other: str
    score: int
    by_class: tuple[tuple[Quad, int], ...]  # how many events of each class count
    events: int


def partners(
    archive: Dealers,
    one: str,
    since: date | None = None,
    until: date | None = None,
    *,
    limit: int | None = None,
    offset: int = 0,
) -> Page[Partner]:
    """Everybody that a party has to do with, the busiest first."""
    mine = parties_called(archive, one)
    return _in_figures(archive, archive.balances(mine, None, since, until, limit, offset), mine)


def busiest(
    archive: Dealers,
    since: date | None = None,
    until: date | None = None,
    *,
    limit: int | None = None,
    offset: int = 0,
) -> Page[Partner]:
    """Who has to do with whom, the busiest two first."""
    return _in_figures(archive, archive.balances(None, None, since, until, limit, offset), ())


def _in_figures(archive: Dealers, found: Page[Balance], mine: Collection[str]) -> Page[Partner]:
    names = _names(archive, found)
    return Page(tuple(_partner(balance, mine, names) for balance in found), found.total, found.offset)


def neighbourhood(
    archive: Dealers, several: Iterable[str], since: date | None = None, until: date | None = None
) -> Mapping[str, tuple[Partner, ...]]:
    """The partners of each of these parties, as `partners` has them."""
    return {one: partners(archive, one, since, until).items for one in dict.fromkeys(several)}


def relations(
    archive: Dealers,
    one: str,
    other: str | None = None,
    since: date | None = None,
    until: date | None = None,
    *,
    limit: int | None = None,
    offset: int = 0,
    dealings: int | None = None,
    dealings_from: int = 0,
) -> Page[Relation]:
    """The relation of two parties; without a second one, that to each partner, the busiest first.

    `dealings` is how many each relation shows at most, from the one at `dealings_from` on; None: all.
    """
    mine = parties_called(archive, one)
    theirs = parties_called(archive, other) if other else None
    found = archive.balances(mine, theirs, since, until, limit, offset)
    bounds = _Bounds(since, until, dealings, dealings_from)
    drawn = _drawn(archive, found, bounds)
    return Page(tuple(r.turned() if r.parties[1] in mine else r for r in drawn), found.total, offset)


def all_relations(archive: Dealers, since: date | None = None, until: date | None = None) -> tuple[Relation, ...]:
    """Every two parties that have to do with one another, the busiest first."""
    return _drawn(archive, archive.balances(None, None, since, until, None, 0), _Bounds(since, until))


@dataclass(frozen=True, slots=True)
class _Bounds:
    """Which dealings are wanted."""

    since: date | None
    until: date | None
    limit: int | None = None
    offset: int = 0


def _partner(balance: Balance, mine: Collection[str], names: Mapping[str, str]) -> Partner:
    ends = balance.pair if balance.pair[1] not in mine else (balance.pair[1], balance.pair[0])
    one, other = (names[party] for party in ends)
    return Partner(ends, one, other, balance.score, balance.by_class, balance.events)


def _drawn(archive: Dealers, found: Iterable[Balance], bounds: _Bounds) -> tuple[Relation, ...]:
    balances = tuple(found)
    names = _names(archive, balances)
    return tuple(_relation(archive, balance, names, bounds) for balance in balances)


def _names(archive: Dealers, balances: Iterable[Balance]) -> dict[str, str]:
    """The name of every party: of a country its usual one, of others that of the actor with most reports."""
    parties = sorted({party for balance in balances for party in balance.pair})
    met = archive.party_names(parties)
    known = {party: country.names[0] for party in met if (country := country_by_id(party))}
    return {party: known.get(party, met.get(party, party)) for party in parties}


def _relation(archive: Dealers, balance: Balance, names: Mapping[str, str], bounds: _Bounds) -> Relation:
    days = bounds.since, bounds.until
    told = archive.dealings_between(balance.pair, *days, bounds.limit, bounds.offset)
    months = tuple(_months(archive.counted_between(balance.pair, *days)))
    one, other = (names[party] for party in balance.pair)
    shown = tuple(_dealing(dealt, placed, names) for dealt, placed in told)
    return Relation(balance.pair, one, other, balance.score, balance.by_class, months, balance.events, shown)


def _dealing(dealt: Dealt, placed: Placed, names: Mapping[str, str]) -> Dealing:
    giver, taker = names[dealt.giver], names[dealt.taker]
    return Dealing(giver, taker, dealt.mutual, dealt.quad, dealt.weight, entry_of(placed))


def _months(counted: Iterable[Counted]) -> Iterator[Month]:
    """The months in which something counts, in order, with the balance of half a year and where it turns."""
    by_month = {month: tuple(here) for month, here in groupby(sorted(counted, key=_month), key=_month)}
    scores = {month: sum(one.weight for one in here) for month, here in by_month.items()}
    sign = 0
    for month, here in by_month.items():
        balance = sum(score for other, score in scores.items() if 0 <= _count(month) - _count(other) < SPAN)
        now = (balance > 0) - (balance < 0)
        turns = bool(sign and now and now != sign)
        yield Month(month, scores[month], balance, turns, tuple(one.claim for one in here))
        sign = now or sign


def _month(counted: Counted) -> str:
    return counted.month


def _count(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7])
