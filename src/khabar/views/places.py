"""Where it happens: the places of the claims, with what is told of each."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from khabar.knowledge.geography import Country, Place, country_by_id, place_by_id
from khabar.values.actor import Actor
from khabar.values.claim import Claim, Verdict
from khabar.values.entity import Kind
from khabar.values.event import EventType
from khabar.values.page import Page
from khabar.views.claims import Claims, claims

_NEWEST = 3  # claims that are shown with a place
# The sharper the doubt, the earlier.
_DOUBTS = (Verdict.DISPUTED, Verdict.RETRACTED, Verdict.DENIED_ONLY, Verdict.SINGLE_ORIGIN, Verdict.CORROBORATED)
_KINDS = (Kind.PLACE, Kind.COUNTRY)  # a capital's name may stand for its country; of a place it means the city


@dataclass(frozen=True, slots=True)
class Point:
    """A point of the earth, in degrees."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True)
class Spot:
    """A place that reports name."""

    id: str  # of our knowledge, else of the actor, else its name
    name: str
    en: str | None = None  # None: we have no English name of it
    country: str | None = None  # id of the country that it lies in; None: it is one, or it is not known
    at: Point | None = None  # None: too large or too vague for a point, or not known to us


@dataclass(frozen=True, slots=True)
class PlaceShown:
    """A place with what is claimed to happen there."""

    spot: Spot
    claims: int
    verdicts: tuple[tuple[Verdict, int], ...]  # those that occur, the gravest doubt first
    types: tuple[tuple[EventType, int], ...]  # the most common first
    newest: tuple[Claim, ...]  # some few

    @property
    def gravest(self) -> Verdict:
        """The verdict of most doubt among its claims."""
        return self.verdicts[0][0]


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which claims are looked at; what is left at its default leaves nothing out."""

    about: str | None = None
    verdict: Verdict | None = None
    type: EventType | None = None
    since: date | None = None
    until: date | None = None


def places(
    archive: Claims, chosen: Chosen | None = None, *, limit: int | None = None, offset: int = 0
) -> Page[PlaceShown]:
    """The places of the claims, the busiest first; one that we cannot put on a map is among them, without a point."""
    at, spots = _by_spot(archive, chosen or Chosen())
    order = sorted(at, key=lambda spot_id: (-len(at[spot_id]), spot_id))
    drawn = Page.of(order, limit, offset)
    return Page(tuple(_shown(spots[spot_id], at[spot_id]) for spot_id in drawn), drawn.total, drawn.offset)


def claims_at(
    archive: Claims, spot_id: str, chosen: Chosen | None = None, *, limit: int | None = None, offset: int = 0
) -> Page[Claim]:
    """The claims that a place is named in, by its id or name, the newest first."""
    at, spots = _by_spot(archive, chosen or Chosen())
    wanted = [one for one, spot in spots.items() if spot_id in (one, spot.name)]
    return Page.of(_newest_first(claim for one in wanted for claim in at[one]), limit, offset)


def _by_spot(archive: Claims, chosen: Chosen) -> tuple[dict[str, list[Claim]], dict[str, Spot]]:
    known = _by_name(archive.weighed().actors)
    found: dict[str, list[Claim]] = defaultdict(list)
    spots: dict[str, Spot] = {}
    for claim in _chosen(archive, chosen):
        here = {spot.id: spot for name in claim.place for spot in (_spot(name, known.get(name, ())),)}
        for spot_id, spot in here.items():
            spots.setdefault(spot_id, spot)
            found[spot_id].append(claim)
    return found, spots


def _chosen(archive: Claims, chosen: Chosen) -> Page[Claim]:
    return claims(
        archive, chosen.about, chosen.verdict, type=chosen.type, since=chosen.since, until=chosen.until
    )  # all that CLI, API and page would list


def _by_name(actors: Iterable[Actor]) -> Mapping[str, Sequence[Actor]]:
    found: dict[str, list[Actor]] = defaultdict(list)
    for actor in actors:
        if actor.kind in _KINDS:
            for name in dict.fromkeys((actor.name, *actor.also)):
                found[name].append(actor)
    return found


def _spot(name: str, called: Sequence[Actor]) -> Spot:
    """What a name of a place stands for: what we know by it, or else the name alone."""
    ranked = sorted(called, key=lambda a: (a.known_as is None, _KINDS.index(a.kind), -len(a.reports), a.id))
    if not ranked:
        return Spot(name, name)
    actor = ranked[0]
    entry = place_by_id(actor.known_as or "") or country_by_id(actor.known_as or "")
    return _known_spot(entry) if entry else Spot(actor.id, actor.name)


def _known_spot(entry: Place | Country) -> Spot:
    point = Point(entry.lat, entry.lon) if entry.lat is not None and entry.lon is not None else None
    within = entry.country if isinstance(entry, Place) else None
    return Spot(entry.id, entry.names[0], entry.en, within, point)


def _shown(spot: Spot, told: Sequence[Claim]) -> PlaceShown:
    verdicts = Counter(claim.assessment.verdict for claim in told)
    types = Counter(claim.type for claim in told if claim.type)
    return PlaceShown(
        spot=spot,
        claims=len(told),
        verdicts=tuple((verdict, verdicts[verdict]) for verdict in _DOUBTS if verdicts[verdict]),
        types=tuple(sorted(types.items(), key=lambda one: (-one[1], one[0]))),
        newest=tuple(_newest_first(told)[:_NEWEST]),
    )


def _newest_first(told: Iterable[Claim]) -> list[Claim]:
    """By time, those without one last."""
    several = {claim.id: claim for claim in told}.values()
    return sorted(several, key=lambda claim: (-_last_day(claim), claim.id))


def _last_day(claim: Claim) -> int:
    return (claim.time.latest or claim.time.earliest or date.min).toordinal() if claim.time else 0
