"""How two states or parties stand to one another, and how that changes: every point with the events behind it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product

from khabar.knowledge.geography import country_by_id
from khabar.resolution.actors import Cast
from khabar.values.claim import Claim, Verdict
from khabar.values.event import Status
from khabar.values.page import Page
from khabar.values.quad import WEIGHTS, Quad, quad_of
from khabar.views.about import parties_called
from khabar.views.timeline import Entry, Events, timeline
from khabar.weighing.sides import party

SPAN = 6  # months whose balance tells how two stand to one another
_COUNTS = frozenset({Verdict.CORROBORATED, Verdict.SINGLE_ORIGIN, Verdict.DISPUTED})


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
        time, reported = self.told.time, self.told.reported
        if time and time.days and time.days <= 31 and time.earliest:
            return time.earliest.isoformat()[:7]
        return reported.isoformat()[:7] if reported and time is None else None


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
    archive: Events,
    one: str,
    since: date | None = None,
    until: date | None = None,
    *,
    limit: int | None = None,
    offset: int = 0,
) -> Page[Partner]:
    """Everybody that a party has to do with, the busiest first."""
    return _in_figures(relations(archive, one, None, since, until, limit=limit, offset=offset, dealings=0))


def busiest(
    archive: Events,
    since: date | None = None,
    until: date | None = None,
    *,
    limit: int | None = None,
    offset: int = 0,
) -> Page[Partner]:
    """Who has to do with whom, the busiest two first."""
    return _in_figures(Page.of(all_relations(archive, since, until), limit, offset))


def _in_figures(found: Page[Relation]) -> Page[Partner]:
    drawn = tuple(Partner(r.parties, r.one, r.other, r.score, r.by_class, r.events) for r in found)
    return Page(drawn, found.total, found.offset)


def relations(
    archive: Events,
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
    actors = archive.weighed().actors
    theirs = parties_called(actors, other) if other else None
    drawn = [
        replace(relation, dealings=Page.of(relation.dealings, dealings, dealings_from).items)
        for relation in _of(parties_called(actors, one), all_relations(archive, since, until))
        if theirs is None or relation.parties[1] in theirs
    ]
    return Page.of(drawn, limit, offset)


def neighbourhood(
    archive: Events, several: Iterable[str], since: date | None = None, until: date | None = None
) -> Mapping[str, tuple[Partner, ...]]:
    """The partners of each of these parties, as `partners` has them, all at one go."""
    actors = archive.weighed().actors
    everything = all_relations(archive, since, until)
    return {
        one: _in_figures(Page.of(list(_of(parties_called(actors, one), everything)))).items
        for one in dict.fromkeys(several)
    }


def _of(mine: frozenset[str], everything: Iterable[Relation]) -> Iterator[Relation]:
    """Those that one of the parties takes part in, seen from its side."""
    for relation in everything:
        seen = relation.turned() if relation.parties[1] in mine else relation
        if seen.parties[0] in mine:
            yield seen


def all_relations(archive: Events, since: date | None = None, until: date | None = None) -> tuple[Relation, ...]:
    """Every two parties that have to do with one another, the busiest first."""
    weighed = archive.weighed()
    names = _names(Cast.among(weighed.actors))
    claims = {claim.id: claim for claim in weighed.claims}
    found: dict[tuple[str, str], list[Dealing]] = defaultdict(list)
    for entry in timeline(archive, since, until):
        for pair, dealing in _dealings(claims[entry.claim], entry, names):
            found[pair].append(dealing)
    drawn = [_relation(pair, names, told) for pair, told in found.items()]
    return tuple(sorted(drawn, key=lambda r: (-r.events, r.parties)))


def _names(cast: Cast) -> dict[str, str]:
    """The name of every party: of a country its usual one, of others that of the actor with most reports."""
    found: dict[str, str] = {}
    for actor in sorted(cast.actors, key=lambda a: (-len(a.reports), a.id)):
        behind = party(actor.id, cast)
        country = country_by_id(behind)
        found.setdefault(behind, country.names[0] if country else actor.name)
    return found


def _dealings(claim: Claim, entry: Entry, names: Mapping[str, str]) -> Iterator[tuple[tuple[str, str], Dealing]]:
    """What a claim tells between each two of its parties, once for each two."""
    quad = quad_of(claim.type) if claim.type else None
    if claim.type is None or quad is None:
        return
    mutual = bool(claim.acting) and set(claim.acting) == set(claim.acted_on)
    weight = WEIGHTS[quad] if entry.status is Status.ACTUAL and entry.verdict in _COUNTS else 0
    seen: set[tuple[str, str]] = set()
    for giver, taker in product(claim.acting, claim.acted_on):
        pair = (min(giver, taker), max(giver, taker))
        if giver == taker or pair in seen:
            continue
        seen.add(pair)
        yield pair, Dealing(names.get(giver, giver), names.get(taker, taker), mutual, quad, weight, entry)


def _relation(pair: tuple[str, str], names: Mapping[str, str], told: Sequence[Dealing]) -> Relation:
    by_class = tuple((quad, sum(d.quad is quad and d.weight != 0 for d in told)) for quad in Quad)
    one, other = (names.get(party_id, party_id) for party_id in pair)
    return Relation(
        pair, one, other, sum(d.weight for d in told), by_class, tuple(_months(told)), len(told), tuple(told)
    )


def _months(told: Iterable[Dealing]) -> Iterator[Month]:
    """The months in which something counts, in order, with the balance of half a year and where it turns."""
    by_month: dict[str, list[Dealing]] = defaultdict(list)
    for dealing in told:
        if dealing.weight and dealing.month:
            by_month[dealing.month].append(dealing)
    scores = {month: sum(d.weight for d in here) for month, here in by_month.items()}
    sign = 0
    for month in sorted(by_month):
        balance = sum(score for other, score in scores.items() if 0 <= _count(month) - _count(other) < SPAN)
        now = (balance > 0) - (balance < 0)
        turns = bool(sign and now and now != sign)
        yield Month(month, scores[month], balance, turns, tuple(d.told.claim for d in by_month[month]))
        sign = now or sign


def _count(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7])
