"""Actors found by id, by any key of a name, or by words of one."""

import json
from collections.abc import Collection, Iterable, Mapping

from khabar.store.asked.questions import Choice, Part, Questions, any_in, as_set
from khabar.store.columns import held
from khabar.store.database import Row
from khabar.store.exact_words import any_of
from khabar.values.actor import Actor, ActorBrief, Member
from khabar.values.entity import Kind
from khabar.values.page import Page

_BRIEF = "id, name, kind, party, also, wikidata, known_as, known, offices, reports"
_MOST_NAMED = "reports DESC, id"


class ActorQuestions(Questions):
    """What is asked of actors."""

    def actor(self, actor_id: str) -> Actor | None:
        """The actor of that id; None: there is none."""
        found = self._one("SELECT n FROM actor_marks WHERE id = ?", (actor_id,))
        return None if found is None else self._value(Actor, "actors", "actor", found[0])

    def actors_of(self, ids: Collection[str] | None = None, limit: int | None = None, offset: int = 0) -> Page[Actor]:
        """The actors of these ids, all where none are given; those in most reports first."""
        found, total = self._part(Part("n", _MOST_NAMED, limit, offset), _of(ids))
        return Page(tuple(self._value(Actor, "actors", "actor", n) for (n,) in found), total, offset)

    def briefs_of(
        self,
        ids: Collection[str] | None = None,
        limit: int | None = None,
        offset: int = 0,
        kind: Kind | None = None,
    ) -> Page[ActorBrief]:
        """The same actors in brief, all or those of one kind."""
        choice = _of(ids).only("kind = ?", kind.value) if kind else _of(ids)
        found, total = self._part(Part(_BRIEF, _MOST_NAMED, limit, offset), choice)
        return Page(tuple(_brief(row) for row in found), total, offset)

    def bearers_of_id(self, asked: str) -> tuple[ActorBrief, ...]:
        """Whoever has that id, here or in Wikidata."""
        return self._bearers("id = ?1 OR wikidata = ?1", asked)

    def bearers_of_keys(self, keys: Collection[str]) -> tuple[ActorBrief, ...]:
        """Whoever has a name with one of these keys."""
        return self._bearers(f"n IN (SELECT actor FROM actor_keys WHERE {any_in('key')})", as_set(keys))

    def bearers_of_words(self, keys: Collection[str]) -> tuple[ActorBrief, ...]:
        """Whoever has a name in whose key the words of one of these stand, one after another."""
        asked = any_of(keys)
        question = "n IN (SELECT rowid FROM actor_words WHERE actor_words MATCH ?)"
        return self._bearers(question, asked) if asked else ()

    def is_person(self, keys: Collection[str]) -> bool:
        """Whether one of these is the key of a name of a person, met in a report or known to us."""
        met = f"SELECT 1 FROM actor_keys WHERE {any_in('key')} AND is_person"
        known = f"SELECT 1 FROM known_people WHERE {any_in('key')}"
        return self._one(f"{met} UNION ALL {known} LIMIT 1", (as_set(keys), as_set(keys))) is not None

    def party_names(self, parties: Iterable[str]) -> Mapping[str, str]:
        """The name of whoever stands in most reports of all for whom a party acts."""
        question = "SELECT name FROM actor_marks WHERE party = ? ORDER BY reports DESC, id LIMIT 1"
        found = {party: self._one(question, (party,)) for party in sorted(set(parties))}
        return {party: str(row[0]) for party, row in found.items() if row}

    def members_mentioned(self, members: Iterable[Member]) -> tuple[Member, ...]:
        """Those of an actor's members that words of their report name, not an adjective alone."""
        given = list(members)
        question = (
            "SELECT key FROM json_each(?) JOIN reports ON reports.id = json_extract(value, '$[0]')"
            " JOIN entities ON entities.report = reports.n AND entities.id = json_extract(value, '$[1]')"
            " WHERE mentions > 0 ORDER BY key"
        )
        return tuple(given[key] for (key,) in self._all(question, (json.dumps(given),)))

    def _bearers(self, condition: str, given: str) -> tuple[ActorBrief, ...]:
        found = self._all(f"SELECT {_BRIEF} FROM actor_marks WHERE {condition} ORDER BY n", (given,))
        return tuple(_brief(row) for row in found)


def _of(ids: Collection[str] | None) -> Choice:
    choice = Choice("actor_marks")
    return choice if ids is None else choice.only(any_in("id"), as_set(ids))


def _brief(row: Row) -> ActorBrief:
    own_id, name, kind, party, also, wikidata, known_as, *lists, reports = row
    spelled, known, offices = (tuple(held(json.loads, given)) for given in (also, *lists))
    return ActorBrief(own_id, name, held(Kind, kind), party, spelled, wikidata, known_as, known, offices, reports)
