"""Whether an answer is about whom and when it was asked for, however a name is spelled."""

from collections.abc import Callable, Collection, Iterable
from datetime import date
from typing import Protocol

from khabar.language.normalise import key_words
from khabar.language.spelling import bare_key, foreign_key, is_telling, name_key, same_spelling
from khabar.resolution.world_names import entries_called, world_names
from khabar.values.actor import ActorBrief
from khabar.values.claim import Claim
from khabar.values.entity import Kind
from khabar.values.moment import Moment
from khabar.values.page import Page
from khabar.values.wanted import ClaimsWanted, Order, Placed, Subject


class Names(Protocol):
    """What it takes to find whoever is called so."""

    def bearers_of_id(self, asked: str) -> tuple[ActorBrief, ...]:
        """Whoever has that id, here or in Wikidata."""

    def bearers_of_keys(self, keys: Collection[str]) -> tuple[ActorBrief, ...]:
        """Whoever has a name with one of these keys, and perhaps others."""

    def bearers_of_words(self, keys: Collection[str]) -> tuple[ActorBrief, ...]:
        """Whoever has a name in whose key the words of one of these stand one after another, and perhaps others."""

    def is_person(self, keys: Collection[str]) -> bool:
        """Whether one of these is the key of a name of a person, met in a report or known to us."""


class NamedClaims(Names, Protocol):
    """What it takes to tell whether anything is about somebody."""

    def claims_where(self, wanted: ClaimsWanted, order: Order, limit: int | None, offset: int) -> Page[Placed]:
        """The claims that are wanted."""


def subject(names: Names, asked: str) -> Subject:
    """The subject behind the words asked for; by whichever of its names it is asked for, it is the same."""
    found = called(names, asked)
    may_be_asked = {name for actor in found for name in _asked_by(actor, names)} or {asked}
    every = may_be_asked | {name for actor in found for name in (actor.name, *actor.also)}
    return Subject(frozenset(map(name_key, every)), frozenset(" ".join(key_words(name)) for name in may_be_asked))


def called(names: Names, asked: str) -> tuple[ActorBrief, ...]:
    """Whoever has that id; else that name, in any spelling or in English; else a name with those words in it."""
    if own := names.bearers_of_id(asked):
        return own
    keys = {spell(asked) for spell in (name_key, foreign_key, bare_key)}
    whole = tuple(actor for actor in names.bearers_of_keys(keys) if _is_name_of(actor, asked, names))
    if known := whole or _called_in_english(names, asked):
        return known
    parts = {spell(asked) for spell in _spellings(asked)} - {""}
    return tuple(actor for actor in names.bearers_of_words(parts) if _is_in_name_of(actor, asked, names))


def is_within(time: Moment | None, since: date | None, until: date | None) -> bool:
    """Whether it may be of a day between them; without a time, only where neither is asked for."""
    if since is None and until is None:
        return True
    if time is None:
        return False
    return (time.earliest or date.min) <= (until or date.max) and (since or date.min) <= (time.latest or date.max)


def parties_called(names: Names, asked: str) -> frozenset[str]:
    """The states and bodies behind whoever is called so: ids of our knowledge, else of actors."""
    return frozenset(actor.party for actor in called(names, asked))


def claim_is_about(claim: Claim, wanted: Subject) -> bool:
    """Whether the claim is about the subject, or somebody of that name speaks of it."""
    speakers = [name for position in claim.positions for link in position.chain for name in link]
    named = (*claim.actor, *claim.recipient, *claim.place, *speakers)
    return any(name_key(name) in wanted.names for name in named) or is_named_in(claim.gist, wanted)


def is_named_in(text: str, wanted: Subject) -> bool:
    """Whether a name of the subject stands in the text."""
    whole = f" {' '.join(key_words(text))} "
    return any(words and f" {words} " in whole for words in wanted.words)


def is_known(archive: NamedClaims, asked: str) -> bool:
    """Whether anybody is called so, or any claim has the words."""
    if called(archive, asked):
        return True
    wanted = ClaimsWanted(about=subject(archive, asked))
    return bool(archive.claims_where(wanted, Order.MOST_TOLD, 1, 0))


def _called_in_english(names: Names, asked: str) -> tuple[ActorBrief, ...]:
    """Whom we know by that English name, though the reports may have the Arabic one alone."""
    entries = entries_called(asked)
    keys = {name_key(name) for entry in entries for name in world_names(entry)}
    return tuple(actor for actor in names.bearers_of_keys(keys) if actor.known_as in entries) if keys else ()


def _is_name_of(actor: ActorBrief, asked: str, names: Names) -> bool:
    is_person = actor.kind is Kind.PERSON
    return any(same_spelling(name, asked, people=is_person) for name in _asked_by(actor, names))


def _is_in_name_of(actor: ActorBrief, asked: str, names: Names) -> bool:
    own = _asked_by(actor, names)
    return any(f" {spell(asked)} " in f" {spell(name)} " for spell in _spellings(asked) for name in own if spell(asked))


def _spellings(asked: str) -> tuple[Callable[[str], str], ...]:
    return (name_key, foreign_key) if is_telling(asked) else (name_key,)


def _asked_by(actor: ActorBrief, names: Names) -> tuple[str, ...]:
    """The names that somebody who means this actor may use, those of our world knowledge among them."""
    given: Iterable[str] = dict.fromkeys((actor.name, *actor.also))
    if actor.kind is Kind.COUNTRY:
        given = (name for name in given if name in actor.known or not _is_after_somebody(name, names))
    return tuple(dict.fromkeys((*actor.known, *given)))


def _is_after_somebody(name: str, names: Names) -> bool:
    """Whether a person's name is part of it, as of a government's: it is no name of the country."""
    words = name_key(name).split()
    parts = {" ".join(words[i:j]) for i in range(len(words)) for j in range(i + 1, len(words) + 1)}
    return names.is_person(parts - {" ".join(words)})
