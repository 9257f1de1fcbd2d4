"""English event words, the verbs that carry them and the words of status, typed."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from khabar.errors import BadKnowledge
from khabar.knowledge.english.lemmas import Lemma, lemma
from khabar.knowledge.files import Entry, entries
from khabar.values.event import EventMode, EventType, Status

FILE = "en/events.yaml"
CARRIERS = "en/event_carriers.yaml"
STATUS = "en/status_words.yaml"


class Needs(StrEnum):
    """What must be known before the word counts as an event."""

    PARTY = "party"  # an actor or a recipient
    ACTOR = "actor"
    RECIPIENT = "recipient"
    BOTH = "both"
    GOODS = "goods"  # and a party
    AID = "aid"  # goods that are given freely, and a party
    WEAPONS = "weapons"  # a weapon that is tried, and an actor
    PEOPLE = "people"  # a party, or people that no name stands for


class Flag(StrEnum):
    """What else an entry says of its words."""

    TOGETHER = "together"  # both parties stand in both roles
    DEAL = "deal"  # what is signed is the noun
    PLACE_OF_RECIPIENT = "place-of-recipient"  # whoever is visited is where it happens
    PERSON = "person"  # the actor is a person
    PERSON_TO = "person-to"  # it is done to people, not to things
    BOUND = "bound"  # it is done to a party that is named
    TROOPS = "troops"  # the actor, or what he takes away, is armed
    FORCE = "force"  # by force: who does it in words only is left out
    SPEECH = "speech"  # done by saying something
    CROWD = "crowd"  # done by people in the street
    GOODS = "goods"  # something changes hands or is tried
    AID = "aid"  # it is help, free of charge
    DATIVE = "dative"  # 'gave Egypt ten jets': the first of two objects is who gets it
    WITH = "with"  # 'supplied Egypt with ten jets'
    TAKER = "taker"  # the subject is who gets it
    OFFICE = "office"  # somebody gets an office
    PEOPLE = "people"  # people change hands


@dataclass(frozen=True, slots=True)
class EventWord:
    """One entry: what it names, and how its words stand to those beside them."""

    id: str
    type: EventType
    verbs: tuple[Lemma, ...]
    nouns: tuple[str, ...]
    needs: Needs
    mode: EventMode | None = None  # None: no CONSULT
    status: Status | None = None  # None: the words around it tell
    recipient: tuple[str, ...] = ()  # slots behind the verb
    of: tuple[str, ...] = ()  # prepositions behind the noun that bring the doer
    to: tuple[str, ...] = ()  # and those that bring the other party
    flags: frozenset[Flag] = frozenset()
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class StatusWord:
    """Words before an event word that say how it stands to fact."""

    id: str
    status: Status
    where: str  # verb: among its words or leading to it; noun: right before the noun; clause: anywhere before
    words: tuple[str, ...]


@cache
def event_words() -> tuple[EventWord, ...]:
    """Every event word, in the order of the file."""
    return tuple(map(_word, entries(FILE)))


@cache
def carriers() -> tuple[tuple[str, Lemma], ...]:
    """The carrying verbs, each with the id of its entry."""
    return tuple((entry["id"], lemma(spelled)) for entry in entries(CARRIERS) for spelled in entry["lemmas"])


@cache
def status_words() -> tuple[StatusWord, ...]:
    """Every word of status, in the order of the file."""
    return tuple(StatusWord(e["id"], Status(e["status"]), e["where"], tuple(e["words"])) for e in entries(STATUS))


def _word(entry: Entry) -> EventWord:
    try:
        return EventWord(
            id=entry["id"],
            type=EventType(entry["type"]),
            verbs=tuple(map(lemma, entry.get("verbs", ()))),
            nouns=tuple(entry.get("nouns", ())),
            needs=Needs(entry["needs"]),
            mode=EventMode(entry["mode"]) if "mode" in entry else None,
            status=Status(entry["status"]) if "status" in entry else None,
            recipient=tuple(entry.get("recipient", ())),
            of=tuple(entry.get("of", ())),
            to=tuple(entry.get("to", ())),
            flags=frozenset(map(Flag, entry.get("flags", ()))),
            examples=tuple(entry["examples"]),
            counterexamples=tuple(entry["counterexamples"]),
        )
    except (KeyError, ValueError) as wrong:
        raise BadKnowledge(FILE, str(entry.get("id")), f"{wrong}.", "See the fields of EventWord.") from wrong
