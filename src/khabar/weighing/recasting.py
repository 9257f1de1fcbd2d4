"""The actors of an outline that stands, as they are after somebody judged of some of them anew."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import partial

from khabar.language.spelling import name_key
from khabar.resolution import recasting
from khabar.resolution.actors import Cast
from khabar.resolution.appearances import Appearances
from khabar.resolution.fetched import Fetched
from khabar.values.actor import Actor, ActorId, Behind, Member
from khabar.values.conclusions import Names, Recast
from khabar.values.entity import EntityId, Kind
from khabar.values.judgement import Judgement
from khabar.weighing.digest import Digest
from khabar.weighing.shelf import Standing
from khabar.weighing.sides import behind_of

NOBODY = recasting.Recast({}, {}, {}, frozenset(), ())


@dataclass(frozen=True, slots=True)
class Countries:
    """Those among the actors that are countries, as reports call them and not as they are shown; else in brief."""

    told: tuple[Actor, ...]

    @classmethod
    def among(cls, actors: Iterable[Actor]) -> "Countries":
        """The countries among actors that stand in the order of their ids."""
        return cls(tuple(_brief(actor) for actor in actors if actor.kind is Kind.COUNTRY))

    def after(self, recast: recasting.Recast) -> "Countries":
        """Those of then."""
        kept = {actor.id: actor for actor in self.told if actor.id not in recast.before}
        found = kept | {actor.id: actor for actor in Countries.among(recast.now.values()).told}
        return Countries(tuple(found[own_id] for own_id in sorted(found)))


@dataclass(frozen=True, slots=True)
class Bearers:
    """Who bears one of some names: actors, and reports, which go by their ids and by their outlets."""

    actors: Mapping[ActorId, str] = field(default_factory=dict)
    reports: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def names_of(self, actors: Iterable[ActorId], reports: Iterable[str]) -> set[str]:
        """Those of the names that these bear."""
        named = {name for report in reports for name in self.reports.get(report, ())}
        return named | {self.actors[actor] for actor in actors if actor in self.actors}


class Roll:
    """The actors that stand, under the names that reports give them."""

    def __init__(self, countries: Countries, standing: Standing, digests: Mapping[str, Digest]) -> None:
        self._countries = {actor.id: actor for actor in countries.told}
        self._standing = standing
        self._digests = digests
        self._in_report: Mapping[str, Mapping[EntityId, ActorId]] = Fetched(standing.actors_in)

    def actor(self, actor_id: ActorId) -> Actor:
        """The actor of that id."""
        found, country = self._standing.actor(actor_id), self._countries.get(actor_id)
        if found is None:
            raise KeyError(actor_id)
        return replace(found, name=country.name, also=country.also) if country else found

    def actor_of(self, member: Member) -> ActorId | None:
        """The actor that an entity of a report is; None: there is no such entity."""
        report, entity = member
        return self._in_report[report].get(entity)

    def kin_of(self, ids: Collection[ActorId]) -> frozenset[ActorId]:
        """These, and all who might be one with any of them."""
        return self._standing.kin_of(ids)

    def bearers(self, names: Collection[str]) -> Collection[ActorId]:
        """Whoever has one of these keys of a name, or one of these entries of our world knowledge."""
        return self._standing.bearers(names)

    def appearances(self, report_id: str) -> Appearances:
        """Whom a report names."""
        return self._digests[report_id].appearances

    def cast(self, recast: recasting.Recast = NOBODY) -> Cast:
        """All of them, each fetched in brief when something is asked of him."""

        def actor(actor_id: ActorId) -> Actor | None:
            return self._countries.get(actor_id) or self._standing.actor_in_brief(actor_id)

        def known_as(entry: str) -> ActorId | None:
            told = {a.id for a in recast.now.values() if a.known_as == entry}
            return max(told | ({*self._standing.known_as(entry)} - recast.before.keys()), default=None)

        gone: dict[ActorId, Actor | None] = dict.fromkeys(recast.before)
        by_id = Fetched(actor, gone | dict(recast.now))
        bare = Cast((), {}, by_id, Fetched(known_as))
        behind = Fetched(partial(_behind, by_id, bare))
        return replace(bare, of_member=Fetched(self.actor_of, recast.of_member), behind=behind)


def judged_anew(
    changed: Sequence[Judgement], judgements: Iterable[Judgement], story_of: Mapping[str, int], roll: Roll
) -> recasting.Recast:
    """What became of the actors on whom these judgements bear; what is judged of reports that are not here waits."""
    here = [j for j in changed if j.one.report_id in story_of and j.other.report_id in story_of]
    return recasting.recast(here, judgements, story_of, roll) if here else NOBODY


def in_doubt(recast: recasting.Recast, cast: Cast, standing: Standing) -> dict[ActorId, str]:
    """All of whom not everything need be as it was, each with who acted for him; nobody acted for one that is new."""
    everybody = (*recast.before.values(), *recast.now.values())
    found = dict.fromkeys((actor.id for actor in everybody), "")
    ahead = _handles(everybody)
    while ahead:
        resting = standing.parties_resting_on(sorted(ahead))
        new = {actor: party for actor, party in resting.items() if actor not in found}
        found |= new
        ahead = _handles(cast.by_id[actor] for actor in new)
    return found


def to_be_kept(recast: recasting.Recast, cast: Cast, doubtful: Mapping[ActorId, str], roll: Roll) -> Recast:
    """What has to be kept of it: those who are others now, and those for whom somebody else acts."""
    others = {i for i, party in doubtful.items() if party and cast.behind[i].party != party} - recast.before.keys()
    come = {i: recast.now[i] if i in recast.now else roll.actor(i) for i in sorted({*recast.now, *others})}
    told = tuple((actor, cast.behind[i].party) for i, actor in come.items())
    return Recast(tuple(sorted({*recast.before, *others})), told, tuple(sorted(recast.strangers)), recast.kin)


def names_after(
    recast: recasting.Recast,
    names: Names,
    cast: Cast,
    standing: Standing,
    shown_as: Callable[[Iterable[Actor]], Names],
) -> Names:
    """The names that some actors are shown under, where those have changed that bear them."""
    touched = {n for a in (*recast.before.values(), *recast.now.values()) for n in (a.name, *a.also)}
    bearers = {*standing.bearers(sorted(map(name_key, touched)))} - recast.before.keys()
    told = shown_as([cast.by_id[actor] for actor in sorted(bearers | recast.now.keys())])
    kept = {name: shown for name, shown in names.items() if name not in touched}
    return kept | {name: shown for name, shown in told.items() if name in touched}


def bearers_of(names: Set[str], recast: recasting.Recast, cast: Cast, standing: Standing) -> Bearers:
    """Who bears one of these names now."""
    if not names:
        return Bearers()
    known = {*standing.bearers(sorted(map(name_key, names)))} - recast.before.keys()
    actors = {actor: cast.by_id[actor].name for actor in sorted(known | recast.now.keys())}
    outlets = standing.reports_of(sorted(names))
    reports = {report: frozenset({report, outlets.get(report, "")} & names) for report in (*names, *outlets)}
    return Bearers({actor: name for actor, name in actors.items() if name in names}, reports)


def _handles(actors: Iterable[Actor]) -> set[str]:
    return {handle for actor in actors for handle in (actor.id, actor.known_as) if handle}


def _behind(by_id: Mapping[ActorId, Actor], bare: Cast, actor_id: ActorId) -> Behind | None:
    actor = by_id.get(actor_id)
    return behind_of(actor, bare) if actor else None


def _brief(actor: Actor) -> Actor:
    return replace(actor, reports=(), members=(), merged_because=())
