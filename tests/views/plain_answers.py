"""The same questions answered without any index, by looking at every conclusion: what indexed answers must equal."""

from collections.abc import Iterable
from datetime import date

from khabar.language.normalise import key_words
from khabar.language.spelling import foreign_key, is_telling, name_key, same_spelling
from khabar.resolution.actors import Cast
from khabar.resolution.world_names import people_known, world_names
from khabar.store.archive import Archive
from khabar.values.actor import Actor
from khabar.values.claim import Claim, PositionStance, Story
from khabar.values.contradiction import Bearing, Contradiction
from khabar.values.entity import Kind
from khabar.values.event import Status, surest
from khabar.values.exchange import Exchange
from khabar.values.lineage import Lineage
from khabar.views.about import is_within
from khabar.weighing.sides import party


class Plain:
    """An archive read whole."""

    def __init__(self, archive: Archive) -> None:
        self.weighed = archive.weighed()
        self.claims = {claim.id: claim for claim in self.weighed.claims}
        self.reports = {report.id: report for report in archive.reports()}
        self.statuses = {(r.id, event.id): event.status for r, x in archive.readings() for event in x.events}
        met = (n for a in self.weighed.actors if a.kind is Kind.PERSON for n in (a.name, *a.also))
        self.people = people_known() | {name_key(name) for name in met}

    # Who is meant

    def called(self, asked: str) -> list[Actor]:
        every = self.weighed.actors
        own = [actor for actor in every if asked in (actor.id, actor.wikidata)]
        whole = own or [actor for actor in every if self._is_name_of(actor, asked)]
        return whole or [actor for actor in every if self._is_in_name_of(actor, asked)]

    def parties(self, asked: str) -> set[str]:
        cast = Cast.among(self.weighed.actors)
        return {party(actor.id, cast) for actor in self.called(asked)}

    def _asked_by(self, actor: Actor) -> list[str]:
        given = [actor.name, *actor.also]
        if actor.kind is Kind.COUNTRY:
            given = [name for name in given if not self._is_after_somebody(name)]
        return [*world_names(actor.known_as or ""), *given]

    def _is_after_somebody(self, name: str) -> bool:
        words = name_key(name).split()
        ends = [(i, j) for i in range(len(words)) for j in range(i + 1, len(words) + 1) if j - i < len(words)]
        return any(" ".join(words[i:j]) in self.people for i, j in ends)

    def _is_name_of(self, actor: Actor, asked: str) -> bool:
        return any(same_spelling(n, asked, people=actor.kind is Kind.PERSON) for n in self._asked_by(actor))

    def _is_in_name_of(self, actor: Actor, asked: str) -> bool:
        spellings = (name_key, foreign_key) if is_telling(asked) else (name_key,)
        names = self._asked_by(actor)
        return any(spell(asked) and f" {spell(asked)} " in f" {spell(n)} " for spell in spellings for n in names)

    def about(self, asked: str) -> set[str]:
        """The ids of the claims about somebody."""
        found = self.called(asked)
        words = {_in_text(name) for actor in found for name in self._asked_by(actor)} or {_in_text(asked)}
        names = {n for a in found for n in (a.name, *a.also, *self._asked_by(a))} or {asked}
        keys = {name_key(name) for name in names}
        return {claim.id for claim in self.weighed.claims if _is_about(claim, keys, words)}

    # What is answered, each in the order of its list

    def most_told(self, ids: Iterable[str]) -> list[Claim]:
        return sorted((self.claims[own_id] for own_id in ids), key=lambda c: (-len(c.positions), c.id))

    def in_time(self, ids: Iterable[str], since: date | None = None, until: date | None = None) -> list[Claim]:
        found = [c for own_id in ids if is_within((c := self.claims[own_id]).time, since, until)]
        return sorted(found, key=self._place)

    def _place(self, claim: Claim) -> tuple[date, date, str]:
        if claim.time is None:
            return self.reported(claim) or date.max, date.max, claim.id
        return claim.time.earliest or date.min, claim.time.latest or date.max, claim.id

    def reported(self, claim: Claim) -> date | None:
        days = (self.reports[position.passage.report_id].published for position in claim.positions)
        return min((day for day in days if day), default=None)

    def status(self, claim: Claim) -> Status | None:
        told = (p for p in claim.positions if p.event and p.stance is not PositionStance.DENIES)
        return surest({self.statuses.get((p.passage.report_id, p.event or "")) for p in told})

    def actors(self, found: Iterable[Actor]) -> list[Actor]:
        return sorted(found, key=lambda actor: (-len(actor.reports), actor.id))

    def exchanges(self, asked: str) -> list[Exchange]:
        about, keys = self.about(asked), {name_key(n) for a in self.called(asked) for n in (a.name, *a.also)}
        keys |= {name_key(n) for a in self.called(asked) for n in self._asked_by(a)} or {name_key(asked)}
        return self.ledger(
            x
            for x in self.weighed.exchanges
            if x.claim in about or keys & {name_key(name) for name in (*x.giver, *x.recipient)}
        )

    def ledger(self, found: Iterable[Exchange]) -> list[Exchange]:
        return sorted(
            found, key=lambda x: (not (x.giver and x.recipient and x.goods), x.time is None, str(x.time), x.id)
        )

    def stories(self, about: set[str] | None) -> list[Story]:
        found = [s for s in self.weighed.stories if about is None or about & set(s.claims)]
        return sorted(found, key=lambda s: (-len(s.reports), self._first(s), s.id))

    def _first(self, story: Story) -> date:
        days = (self.reports[report].published for report in story.reports)
        return min((day for day in days if day), default=date.max)

    def contradictions(self, about: set[str] | None) -> list[Contradiction]:
        found = [c for c in self.weighed.contradictions if about is None or about & set(c.claims)]
        ranks = tuple(Bearing)
        return sorted(found, key=lambda c: (ranks.index(c.bearing), -sum(len(s.tellings) for s in c.sides), c.id))

    def lineages(self, reports: set[str] | None = None) -> list[Lineage]:
        every = self.weighed.lineages
        found = [x for x in every if reports is None or reports & {d.report for d in x.descents}]
        return sorted(found, key=lambda x: (-len(x.descents), x.id))


def _is_about(claim: Claim, keys: set[str], words: set[str]) -> bool:
    speakers = [name for position in claim.positions for link in position.chain for name in link]
    named = {name_key(name) for name in (*claim.actor, *claim.recipient, *claim.place, *speakers)}
    return not keys.isdisjoint(named) or any(w.strip() and w in _in_text(claim.gist) for w in words)


def _in_text(words: str) -> str:
    return f" {' '.join(key_words(words))} "
