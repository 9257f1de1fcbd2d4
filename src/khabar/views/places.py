"""Where it happens: the places of the claims, with what is told of each."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol

from khabar.knowledge.geography import Country, Place, country_by_id, place_by_id
from khabar.language.spelling import name_key
from khabar.values.actor import ActorBrief
from khabar.values.claim import Claim, Verdict
from khabar.values.entity import Kind
from khabar.values.event import EventType
from khabar.values.page import Page
from khabar.values.wanted import ClaimsWanted, Order
from khabar.views.about import NamedClaims, Names, subject

_NEWEST = 3  # claims that are shown with a place
# The sharper the doubt, the earlier.
_DOUBTS = (Verdict.DISPUTED, Verdict.RETRACTED, Verdict.DENIED_ONLY, Verdict.SINGLE_ORIGIN, Verdict.CORROBORATED)
_KINDS = (Kind.PLACE, Kind.COUNTRY)  # a capital's name may stand for its country; of a place it means the city


class Atlas(NamedClaims, Protocol):
    """What it takes to tell where things are claimed to happen."""

    def placed_claims(self, wanted: ClaimsWanted) -> Iterator[tuple[str, int, Verdict, EventType | None]]:
        """Each place that a claim names, with the claim's number, verdict and type."""


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
    archive: Atlas, chosen: Chosen | None = None, *, limit: int | None = None, offset: int = 0
) -> Page[PlaceShown]:
    """The places of the claims, the busiest first; one that we cannot put on a map is among them, without a point."""
    return Places(archive, chosen or Chosen()).shown(limit, offset)


class Places:
    """The places of the claims, gathered once and shown in parts."""

    def __init__(self, archive: Atlas, chosen: Chosen) -> None:
        self._archive = archive
        self._wanted = _wanted(archive, chosen)
        told = _told(archive, self._wanted)
        self._told = sorted(told.values(), key=lambda one: (-len(one.claims), one.spot.id))

    def shown(self, limit: int | None = None, offset: int = 0, *, newest: int = _NEWEST) -> Page[PlaceShown]:
        """The busiest first, each with as many of its newest claims; these are asked for place by place."""
        drawn = Page.of(self._told, limit, offset)
        found = tuple(_shown(one, self._newest(one, newest)) for one in drawn)
        return Page(found, drawn.total, drawn.offset)

    def _newest(self, one: "_Told", number: int) -> tuple[Claim, ...]:
        return _newest(self._archive, self._wanted, one.names, number, 0).items if number else ()


def claims_at(
    archive: Atlas, spot_id: str, chosen: Chosen | None = None, *, limit: int | None = None, offset: int = 0
) -> Page[Claim]:
    """The claims that a place is named in, by its id or name, the newest first."""
    wanted = _wanted(archive, chosen or Chosen())
    named = {
        name for one in _told(archive, wanted).values() if spot_id in (one.spot.id, one.spot.name) for name in one.names
    }
    return _newest(archive, wanted, named, limit, offset) if named else Page((), 0, offset)


@dataclass(slots=True)
class _Told:
    """What is told of one place, while it is gathered."""

    spot: Spot
    names: set[str]
    claims: dict[int, tuple[Verdict, EventType | None]]


def _told(archive: Atlas, wanted: ClaimsWanted) -> dict[str, _Told]:
    rows = tuple(archive.placed_claims(wanted))
    spots = _spots(archive, {name for name, *_ in rows})
    found: dict[str, _Told] = {}
    for name, n, verdict, kind in rows:
        one = found.setdefault(spots[name].id, _Told(spots[name], set(), {}))
        one.names.add(name)
        one.claims[n] = verdict, kind
    return found


def _wanted(archive: Names, chosen: Chosen) -> ClaimsWanted:
    return ClaimsWanted(
        about=subject(archive, chosen.about) if chosen.about else None,
        verdict=chosen.verdict,
        type=chosen.type,
        since=chosen.since,
        until=chosen.until,
    )


def _newest(
    archive: Atlas, wanted: ClaimsWanted, names: Collection[str], limit: int | None, offset: int
) -> Page[Claim]:
    found = archive.claims_where(replace(wanted, placed=frozenset(names)), Order.NEWEST, limit, offset)
    return Page(tuple(placed.claim for placed in found), found.total, found.offset)


def _spots(archive: Names, names: Collection[str]) -> dict[str, Spot]:
    """What each name of a place stands for: what we know by it, or else the name alone."""
    called: dict[str, list[ActorBrief]] = defaultdict(list)
    for actor in archive.bearers_of_keys({name_key(name) for name in names}):
        if actor.kind in _KINDS:
            for name in dict.fromkeys((actor.name, *actor.also)):
                called[name].append(actor)
    return {name: _spot(name, called.get(name, ())) for name in names}


def _spot(name: str, called: Sequence[ActorBrief]) -> Spot:
    ranked = sorted(called, key=lambda a: (a.known_as is None, _KINDS.index(a.kind), -a.reports, a.id))
    if not ranked:
        return Spot(name, name)
    actor = ranked[0]
    entry = place_by_id(actor.known_as or "") or country_by_id(actor.known_as or "")
    return _known_spot(entry) if entry else Spot(actor.id, actor.name)


def _known_spot(entry: Place | Country) -> Spot:
    point = Point(entry.lat, entry.lon) if entry.lat is not None and entry.lon is not None else None
    within = entry.country if isinstance(entry, Place) else None
    return Spot(entry.id, entry.names[0], entry.en, within, point)


def _shown(told: _Told, newest: tuple[Claim, ...]) -> PlaceShown:
    verdicts = Counter(verdict for verdict, _ in told.claims.values())
    types = Counter(kind for _, kind in told.claims.values() if kind)
    return PlaceShown(
        spot=told.spot,
        claims=len(told.claims),
        verdicts=tuple((verdict, verdicts[verdict]) for verdict in _DOUBTS if verdicts[verdict]),
        types=tuple(sorted(types.items(), key=lambda one: (-one[1], one[0]))),
        newest=newest,
    )
