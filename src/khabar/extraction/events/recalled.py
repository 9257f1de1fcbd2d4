"""Which mentions of violence and protest add nothing to their report: those that it only recalls."""

from khabar.extraction.events.candidates import Candidate
from khabar.extraction.events.prominence import likelihood
from khabar.extraction.events.scene import Scene
from khabar.knowledge.event_words import Gives, carriers
from khabar.knowledge.foreground import HARDLY, HARDLY_NAMED, HARDLY_TOLD
from khabar.values.entity import Kind
from khabar.values.event import EventType, Status

_TOLD = frozenset({"verb.past", "carried.verb"})
_LOOKED_BACK_ON = frozenset(
    {"clause.relative", "clause.after", "clause.that-it-do", "time.year", "time.old", "sentence.old", "justice"}
    | {"noun.of-noun", "noun.background", "noun.after-time-word", "pronoun", "verb.other", "we"}
)


def only_recalled(scene: Scene, candidate: Candidate) -> bool:
    """Whether a mention in the background tells nothing that a reader would note.

    Who did it is worth noting even there, unless it is old and gone; so is what a clause of its own tells, what
    somebody is accused of, and whatever a headline names.
    """
    event = candidate.event
    if event.type not in HARDLY or event.status is not Status.ACTUAL or _in_headline(scene, candidate):
        return False
    if _is_war(scene, candidate):
        return False
    least = HARDLY_TOLD if _told_in_its_own_clause(candidate) else HARDLY[event.type]
    if any(scene.entity(e).kind is not Kind.GROUP for e in event.actor):
        least = min(least, HARDLY_NAMED)
    return likelihood(event.type, candidate.cues) < least and not _of_the_accused(candidate)


def _told_in_its_own_clause(candidate: Candidate) -> bool:
    """Whether a verb in the past tells it, or carries it, in a clause that is not subordinate, and not of old times."""
    cues = set(candidate.cues)
    return bool(cues & _TOLD) and not cues & _LOOKED_BACK_ON


def _is_war(scene: Scene, candidate: Candidate) -> bool:
    """Whether a verb tells that one state set upon another, and when: since Ghana began an invasion of Togo in 2022."""
    event, carrier = candidate.event, candidate.roles.carrier
    told = bool(event.time) and not candidate.predicate.verbal and carrier is not None and carrier.verbal
    sides = (event.actor, event.recipient)
    return told and all(side and all(scene.entity(e).kind is Kind.COUNTRY for e in side) for side in sides)


def _in_headline(scene: Scene, candidate: Candidate) -> bool:
    """Whether it stands in the first of several paragraphs."""
    paragraphs = scene.analysed.paragraphs
    return len(paragraphs) > 1 and candidate.predicate.first < paragraphs[0][1]


def _of_the_accused(candidate: Candidate) -> bool:
    """Whether somebody is accused of the deed: that is a claim about it, and what the sentence is for."""
    carrier, name = candidate.roles.carrier, candidate.roles.carrier_id
    if carrier is None:
        return False
    accuses = any(word.type is EventType.ACCUSE for word in carrier.words)
    return accuses or (bool(name) and carriers()[name].gives is Gives.ACCUSED)
