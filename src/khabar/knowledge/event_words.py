"""Event words, the verbs that carry them and the classes of words that stand beside them, typed.

An entry of `ar/events_*.yaml` gives the words (`lemma`, `root`, `form`, `nouns`, `phrases`) and how to read around
them. A slot is `subject`, `object`, `speaker` (whoever says it) or a preposition. `genitive` says what the noun after
the masdar or event noun is: in "his visit" the actor, in "the murder of the judge" the recipient, in "the shelling
of" either. `with` lists words of which one must stand near, `with_class` classes of such words.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType

from khabar.errors import BadKnowledge
from khabar.knowledge.files import Entry, entries, files_in
from khabar.values.event import EventMode, EventType, GoodsCategory, Status

SUBJECT, OBJECT, SPEAKER = "subject", "object", "speaker"
CARRIERS = "ar/event_carriers.yaml"
CLASSES = "ar/event_word_classes.yaml"
_REMEDY = "See the fields of {}; `khabar explain {}` shows an entry that holds."


class Genitive(StrEnum):
    """What the noun after an event noun is to it."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    EITHER = "either"  # the actor where a recipient follows, else the recipient
    NONE = "none"


class Needs(StrEnum):
    """What must be known before the word counts as an event."""

    PARTY = "party"  # an actor or a recipient
    ACTOR = "actor"
    RECIPIENT = "recipient"
    BOTH = "both"
    GOODS = "goods"
    BOTH_AND_GOODS = "both-and-goods"
    BOTH_OR_GOODS = "both-or-goods"  # or one party and goods
    BOTH_OR_GIVEN = "both-or-given"  # or goods and who gets them
    FORCE = "force"  # the actor is armed
    PEOPLE = "people"  # a party, or people that no name stands for
    PEOPLE_OR_PLACE = "people-or-place"
    OFFICE = "office"  # the recipient is somebody who can hold an office, or a body of such
    PERSON_TO_PLACE = "person-to-place"
    CROWD = "crowd"  # its subject is demonstrators
    VIOLENCE = "violence"  # the sentence tells of violence
    EXPLOSIVE = "explosive"  # something that blows up stands beside it
    TARGET = "target"  # somebody or a place that is aimed at
    NO_TARGET = "no-target"  # an actor, and nobody aimed at


class Gives(StrEnum):
    """What a carrying verb's subject is to the event it carries; or that its object is the actor."""

    ACTOR = "actor"
    RECIPIENT = "recipient"
    PLACE = "place"
    NEITHER = "neither"
    OBJECT = "object"
    ACCUSED = "accused"  # whom the verb accuses is the actor
    SPEAKER = "speaker"  # announced by the subject: whoever that speaks for


@dataclass(frozen=True, slots=True)
class EventWord:
    """One entry: what it names, and how its words stand to those beside them."""

    id: str
    type: EventType
    entry: Entry  # its words, for the lexicon
    phrases: tuple[tuple[str, ...], ...] = ()  # nouns of several words
    mode: EventMode | None = None  # None: no CONSULT, or not told
    status: Status | None = None  # None: the words around it tell
    actor: tuple[str, ...] = (SUBJECT,)  # slots
    recipient: tuple[str, ...] = ()  # slots after the verb
    noun_recipient: tuple[str, ...] = ()  # slots after the noun
    noun_actor: tuple[str, ...] = ()  # slots after the noun that bring who does it: at a request of Ghana
    genitive: Genitive = Genitive.NONE
    mutual: bool = False  # both parties stand in both roles
    needs: Needs = Needs.PARTY
    beside: frozenset[str] = frozenset()  # one of these must stand near; empty: none must
    without: frozenset[str] = frozenset()  # none of these may follow
    not_after: frozenset[str] = frozenset()  # none of these may stand before
    not_forms: frozenset[str] = frozenset()  # forms that are oftener another word
    not_written: tuple[str, ...] = ()  # letters with marks that are written in another word only
    not_in_report: frozenset[str] = frozenset()  # where one of these stands in the report, it is that other word
    sends: bool = False  # those words count only as what is sent: who gets arms may be troops, and a ship carry them
    goods: bool = False
    goods_if_none: GoodsCategory | None = None  # None: no goods unless they are named
    gift: bool = False  # what is given is a present
    deal: bool = False  # it is agreed on before it is handed over: who is buying has not got it yet
    passive: bool = False  # the verb with one noun after it is passive
    passive_if_fronted: bool = False  # the verb behind its only noun is passive: "who was arrested"
    wants_object: bool = False  # the verb has one always: with one noun behind it and a subject told before, it is that
    undergone: bool = False  # no verb that carries the noun tells the doer: they announced a death
    to_lands: bool = False  # done to a land as a state of its own, and not to whose it is: recognising Kosovo
    to_people: bool = False  # done to people only: a nationality behind its noun is of whom it is done to
    carried: bool = False  # the noun counts only with a verb that carries it
    in_words: bool = False  # what one person does so to others is done in words, unless arms or victims are named
    subevent: bool = False  # done in the course of another of its type: chanting at a demonstration
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Carrier:
    """A verb whose subject does, or undergoes, what an event noun after it names."""

    id: str
    entry: Entry
    takes: tuple[str, ...]  # `object` or prepositions before the event noun
    gives: Gives
    status: Status | None = None  # None: it says nothing of the sort
    not_forms: frozenset[str] = frozenset()  # forms that are oftener another word
    recipient: tuple[str, ...] = ()  # prepositions behind the verb that bring who gets what the noun names
    by: tuple[str, ...] = ()  # prepositions behind the verb that bring who did it: a raid ascribed to Ghana
    mutual: bool = False  # what its subjects do they do to one another: exchanged accusations
    refrains: bool = False  # its subject leaves undone what would be its own deed: refrained from condemning
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@cache
def event_words() -> tuple[EventWord, ...]:
    """Every event word, by file and entry."""
    files = [name for name in files_in("ar") if name.startswith("ar/events_")]
    return tuple(_word(name, entry) for name in files for entry in entries(name))


@cache
def event_words_by_id() -> MappingProxyType[str, EventWord]:
    """The event words by their ids."""
    return MappingProxyType({word.id: word for word in event_words()})


@cache
def carriers() -> MappingProxyType[str, Carrier]:
    """The carrying verbs by their ids."""
    return MappingProxyType({entry["id"]: _carrier(entry) for entry in entries(CARRIERS)})


@cache
def word_class(name: str) -> tuple[str, ...]:
    """The words of one class: forces, people, explosives, violence, agent."""
    return word_classes()[name]


@cache
def word_classes() -> Mapping[str, tuple[str, ...]]:
    """All classes of words that stand beside event words, by their names."""
    return {entry["id"]: tuple(entry["words"]) for entry in entries(CLASSES)}


def _word(file: str, entry: Entry) -> EventWord:
    try:
        return EventWord(
            id=entry["id"],
            type=EventType(entry["type"]),
            entry={k: v for k, v in entry.items() if k != "phrases"},
            phrases=tuple(tuple(phrase.split()) for phrase in entry.get("phrases", ())),
            mode=EventMode(entry["mode"]) if "mode" in entry else None,
            status=Status(entry["status"]) if "status" in entry else None,
            actor=tuple(entry.get("actor", (SUBJECT,))),
            recipient=tuple(entry.get("recipient", ())),
            noun_recipient=tuple(entry.get("noun_recipient", ())),
            noun_actor=tuple(entry.get("noun_actor", ())),
            genitive=Genitive(entry.get("genitive", "none")),
            mutual=entry.get("mutual", False),
            needs=Needs(entry.get("needs", "party")),
            beside=frozenset(entry.get("with", ())).union(*map(word_class, entry.get("with_class", ()))),
            without=frozenset(entry.get("without", ())),
            not_after=frozenset(entry.get("not_after", ())),
            not_forms=frozenset(entry.get("not_forms", ())),
            not_written=tuple(entry.get("not_written", ())),
            not_in_report=frozenset(entry.get("not_in_report", ())),
            sends=entry.get("sends", False),
            goods=entry.get("goods", False),
            goods_if_none=GoodsCategory(entry["goods_if_none"]) if "goods_if_none" in entry else None,
            gift=entry.get("gift", False),
            deal=entry.get("deal", False),
            passive=entry.get("passive", False),
            passive_if_fronted=entry.get("passive_if_fronted", False),
            wants_object=entry.get("wants_object", False),
            undergone=entry.get("undergone", False),
            to_lands=entry.get("to_lands", False),
            to_people=entry.get("to_people", False),
            carried=entry.get("carried", False),
            in_words=entry.get("in_words", False),
            subevent=entry.get("subevent", False),
            examples=tuple(entry.get("examples", ())),
            counterexamples=tuple(entry.get("counterexamples", ())),
        )
    except (KeyError, ValueError) as wrong:
        raise BadKnowledge(
            file,
            str(entry.get("id")),
            f"{wrong}.",
            _REMEDY.format("EventWord", "assault.qasafa"),
        ) from wrong


def _carrier(entry: Entry) -> Carrier:
    try:
        return Carrier(
            id=entry["id"],
            entry=entry,
            takes=tuple(entry["takes"]),
            gives=Gives(entry["gives"]),
            status=Status(entry["status"]) if "status" in entry else None,
            not_forms=frozenset(entry.get("not_forms", ())),
            recipient=tuple(entry.get("recipient", ())),
            by=tuple(entry.get("by", ())),
            mutual=entry.get("mutual", False),
            refrains=entry.get("refrains", False),
            examples=tuple(entry.get("examples", ())),
            counterexamples=tuple(entry.get("counterexamples", ())),
        )
    except (KeyError, ValueError) as wrong:
        raise BadKnowledge(
            CARRIERS,
            str(entry.get("id")),
            f"{wrong}.",
            _REMEDY.format("Carrier", "carry.shanna"),
        ) from wrong
