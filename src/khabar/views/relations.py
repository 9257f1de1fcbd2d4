"""How two states or parties stand to one another, and how that changes: every point with the events behind it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from khabar.knowledge.geography import country_by_id
from khabar.resolution.actors import Cast
from khabar.values.actor import Actor
from khabar.values.claim import Claim, Verdict
from khabar.values.event import EventType, Status
from khabar.values.moment import Moment
from khabar.values.quad import WEIGHTS, Quad, quad_of
from khabar.views.about import called
from khabar.views.timeline import Entry, Events, timeline
from khabar.weighing.sides import party

_SPAN = 6  # months whose balance tells how two stand to one another
_COUNTS = frozenset({Verdict.CORROBORATED, Verdict.SINGLE_ORIGIN, Verdict.DISPUTED})


@dataclass(frozen=True, slots=True)
class Dealing:
    """One event between two parties."""

    claim: str  # its id
    giver: str  # the party that acts
    taker: str  # the party that is acted on
    mutual: bool
    type: EventType
    quad: Quad
    status: Status | None
    verdict: Verdict
    weight: int  # 0: it is not told as a fact, or nobody stands by it
    time: Moment | None
    reported: date | None
    gist: str

    @property
    def month(self) -> str | None:
        """When it was told to be, or else when it was first reported; None: neither is known to the month."""
        if self.time and self.time.days and self.time.days <= 31 and self.time.earliest:
            return self.time.earliest.isoformat()[:7]
        return self.reported.isoformat()[:7] if self.reported and self.time is None else None


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

    one: str
    other: str
    score: int
    by_class: tuple[tuple[Quad, int], ...]  # how many events of each class count
    months: tuple[Month, ...]
    dealings: tuple[Dealing, ...]


def relations(
    archive: Events, one: str, other: str | None = None, since: date | None = None, until: date | None = None
) -> tuple[Relation, ...]:
    """The relation of two parties; without a second one, that to each partner, the busiest first."""
    weighed = archive.weighed()
    cast = Cast.among(weighed.actors)
    mine = _parties(weighed.actors, one, cast)
    theirs = _parties(weighed.actors, other, cast) if other else None
    claims = {claim.id: claim for claim in weighed.claims}
    names = _names(weighed.actors, cast)
    found: dict[str, list[Dealing]] = defaultdict(list)
    for entry in timeline(archive, since, until):
        for partner, dealing in _dealings(claims[entry.claim], entry, mine, names):
            if theirs is None or partner in theirs:
                found[partner].append(dealing)
    own = min(mine, default=one)
    drawn = [_relation(names.get(own, own), names.get(partner, partner), told) for partner, told in found.items()]
    return tuple(sorted(drawn, key=lambda r: (-len(r.dealings), r.other)))


def _parties(actors: Sequence[Actor], asked: str, cast: Cast) -> frozenset[str]:
    return frozenset(party(actor.id, cast) for actor in called(actors, asked))


def _names(actors: Iterable[Actor], cast: Cast) -> dict[str, str]:
    """The name of every party: of a country its usual one, of others that of the actor with most reports."""
    found: dict[str, str] = {}
    for actor in sorted(actors, key=lambda a: (-len(a.reports), a.id)):
        behind = party(actor.id, cast)
        country = country_by_id(behind)
        found.setdefault(behind, country.names[0] if country else actor.name)
    return found


def _dealings(
    claim: Claim, entry: Entry, mine: frozenset[str], names: Mapping[str, str]
) -> Iterator[tuple[str, Dealing]]:
    quad = quad_of(claim.type) if claim.type else None
    if claim.type is None or quad is None:
        return
    mutual = bool(claim.acting) and set(claim.acting) == set(claim.acted_on)
    weight = WEIGHTS[quad] if entry.status is Status.ACTUAL and entry.verdict in _COUNTS else 0
    seen: set[str] = set()
    for giver in claim.acting:
        for taker in claim.acted_on:
            partner = taker if giver in mine else giver if taker in mine else None
            if partner is None or giver == taker or partner in mine or partner in seen:
                continue
            seen.add(partner)
            yield (
                partner,
                Dealing(
                    claim.id,
                    names.get(giver, giver),
                    names.get(taker, taker),
                    mutual,
                    claim.type,
                    quad,
                    entry.status,
                    entry.verdict,
                    weight,
                    entry.time,
                    entry.reported,
                    claim.gist,
                ),
            )


def _relation(one: str, other: str, told: Sequence[Dealing]) -> Relation:
    by_class = tuple((quad, sum(d.quad is quad and d.weight != 0 for d in told)) for quad in Quad)
    return Relation(one, other, sum(d.weight for d in told), by_class, tuple(_months(told)), tuple(told))


def _months(told: Iterable[Dealing]) -> Iterator[Month]:
    """The months in which something counts, in order, with the balance of half a year and where it turns."""
    by_month: dict[str, list[Dealing]] = defaultdict(list)
    for dealing in told:
        if dealing.weight and dealing.month:
            by_month[dealing.month].append(dealing)
    scores = {month: sum(d.weight for d in here) for month, here in by_month.items()}
    sign = 0
    for month in sorted(by_month):
        balance = sum(score for other, score in scores.items() if 0 <= _count(month) - _count(other) < _SPAN)
        now = (balance > 0) - (balance < 0)
        turns = bool(sign and now and now != sign)
        yield Month(month, scores[month], balance, turns, tuple(d.claim for d in by_month[month]))
        sign = now or sign


def _count(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7])
