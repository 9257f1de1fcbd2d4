"""Whether an answer is about what was asked for, however its name is spelled."""

from collections.abc import Iterable
from dataclasses import dataclass

from khabar.language.normalise import key
from khabar.language.spelling import name_key, same_spelling
from khabar.values.actor import Actor
from khabar.values.claim import Claim


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody or something asked for, under every name that the reports give it."""

    asked: str
    names: frozenset[str]  # as keys

    def is_in(self, names: Iterable[str]) -> bool:
        """Whether one of the names is the subject's."""
        return any(name_key(name) in self.names for name in names)

    def is_named_in(self, text: str) -> bool:
        """Whether the words asked for stand in the text."""
        return f" {key(self.asked)} " in f" {key(text)} "


def subject(asked: str, actors: Iterable[Actor]) -> Subject:
    """The subject behind the words asked for."""
    found = [actor for actor in actors if is_called(actor, asked)]
    names = {asked, *(name for actor in found for name in (actor.name, *actor.also))}
    return Subject(asked, frozenset(name_key(name) for name in names))


def is_called(actor: Actor, asked: str) -> bool:
    """Whether the words asked for are the actor's id, Wikidata id or one of its names, or words of one."""
    if asked in (actor.id, actor.wikidata):
        return True
    people = actor.kind == "person"
    return any(
        same_spelling(name, asked, people=people) or f" {name_key(asked)} " in f" {name_key(name)} "
        for name in (actor.name, *actor.also)
    )


def claim_is_about(claim: Claim, wanted: Subject) -> bool:
    """Whether the claim is about the subject, or somebody of that name speaks of it."""
    speakers = [name for position in claim.positions for link in position.chain for name in link]
    return wanted.is_in([*claim.actor, *claim.recipient, *claim.place, *speakers]) or wanted.is_named_in(claim.gist)
