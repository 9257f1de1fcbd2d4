"""Whether an answer is about whom and when it was asked for, however a name is spelled."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from khabar.knowledge.actors import media, organisations, persons
from khabar.knowledge.geography import country_by_id, place_by_id
from khabar.language.normalise import key
from khabar.language.spelling import foreign_key, is_telling, name_key, same_spelling
from khabar.resolution.actors import Cast
from khabar.values.actor import Actor
from khabar.values.claim import Claim
from khabar.values.entity import Kind
from khabar.values.moment import Moment
from khabar.weighing.sides import party
from khabar.weighing.weighed import Weighed

_WORD = re.compile(r"\w+")
People = frozenset[str]  # names of persons, as keys


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody or something asked for, under every name that the reports give it."""

    names: frozenset[str]  # as keys of names
    words: frozenset[str]  # the names that it may be asked for by, as they stand in a text

    def is_in(self, names: Iterable[str]) -> bool:
        """Whether one of the names is the subject's."""
        return any(name_key(name) in self.names for name in names)

    def is_named_in(self, text: str) -> bool:
        """Whether a name of the subject stands in the text."""
        whole = _in_text(text)
        return any(words in whole for words in self.words)


def subject(asked: str, actors: Iterable[Actor]) -> Subject:
    """The subject behind the words asked for; by whichever of its names it is asked for, it is the same."""
    everybody = tuple(actors)
    found, people = called(everybody, asked), _people(everybody)
    names = {name for actor in found for name in (actor.name, *actor.also, *_asked_by(actor, people))} or {asked}
    words = {name for actor in found for name in _asked_by(actor, people)} or {asked}
    return Subject(frozenset(map(name_key, names)), frozenset(map(_in_text, words)))


def called(actors: Iterable[Actor], asked: str) -> tuple[Actor, ...]:
    """Whoever has that id; or else that name, in any spelling; or else a name with those words in it."""
    everybody = tuple(actors)
    people = _people(everybody)
    own = tuple(actor for actor in everybody if asked in (actor.id, actor.wikidata))
    whole = own or tuple(actor for actor in everybody if _is_name_of(actor, asked, people))
    return whole or tuple(actor for actor in everybody if _is_in_name_of(actor, asked, people))


def is_within(time: Moment | None, since: date | None, until: date | None) -> bool:
    """Whether it may be of a day between them; without a time, only where neither is asked for."""
    if since is None and until is None:
        return True
    return time is not None and time.overlaps(Moment.between(since, until))


def parties_called(actors: Iterable[Actor], asked: str) -> frozenset[str]:
    """The states and bodies behind whoever is called so: ids of our knowledge, else of actors."""
    cast = Cast.among(actors)
    return frozenset(party(actor.id, cast) for actor in called(cast.actors, asked))


def claim_is_about(claim: Claim, wanted: Subject) -> bool:
    """Whether the claim is about the subject, or somebody of that name speaks of it."""
    speakers = [name for position in claim.positions for link in position.chain for name in link]
    return wanted.is_in([*claim.actor, *claim.recipient, *claim.place, *speakers]) or wanted.is_named_in(claim.gist)


def is_known(asked: str, weighed: Weighed) -> bool:
    """Whether anybody is called so, or any claim has the words."""
    if called(weighed.actors, asked):
        return True
    wanted = subject(asked, weighed.actors)
    return any(claim_is_about(claim, wanted) for claim in weighed.claims)


def _is_name_of(actor: Actor, asked: str, people: People) -> bool:
    is_person = actor.kind is Kind.PERSON
    return any(same_spelling(name, asked, people=is_person) for name in _asked_by(actor, people))


def _is_in_name_of(actor: Actor, asked: str, people: People) -> bool:
    spelled = (name_key, foreign_key) if is_telling(asked) else (name_key,)
    names = _asked_by(actor, people)
    return any(f" {spell(asked)} " in f" {spell(name)} " for spell in spelled for name in names if spell(asked))


def _asked_by(actor: Actor, people: People) -> tuple[str, ...]:
    """The names that somebody who means this actor may use, those of our world knowledge among them."""
    known = _known_names(actor.known_as or "")
    given = tuple(dict.fromkeys((actor.name, *actor.also)))
    if actor.kind is Kind.COUNTRY:
        given = tuple(name for name in given if not _is_after_somebody(name, people))
    return tuple(dict.fromkeys((*known, *given)))


def _is_after_somebody(name: str, people: People) -> bool:
    """Whether a person's name is part of it, as of a government's: it is no name of the country."""
    words = name_key(name).split()
    parts = {" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
    return not people.isdisjoint(parts - {" ".join(words)})


def _people(actors: Iterable[Actor]) -> People:
    met = (name for actor in actors if actor.kind is Kind.PERSON for name in (actor.name, *actor.also))
    return _known_people() | frozenset(name_key(name) for name in met)


@cache
def _known_people() -> People:
    return frozenset(name_key(name) for person in persons() for name in (*person.names, *person.short))


@cache
def _known_names(entry: str) -> tuple[str, ...]:
    """The names under which our knowledge has that entry; none where it has no such entry."""
    country, place = country_by_id(entry), place_by_id(entry)
    return (country.names if country else place.names if place else ()) or _actors_known().get(entry, ())


@cache
def _actors_known() -> dict[str, tuple[str, ...]]:
    return dict(_actors_with_names())


def _actors_with_names() -> Iterator[tuple[str, tuple[str, ...]]]:
    for person in persons():
        yield person.id, (*person.names, *(short for short in person.short if short not in person.ambiguous))
    for body in organisations():
        yield body.id, tuple(name for name in body.names if name not in body.ambiguous)
    for medium in media():
        yield medium.id, tuple(name for name in medium.names if name not in medium.ambiguous)


def _in_text(words: str) -> str:
    return f" {' '.join(_WORD.findall(key(words)))} "
