"""Which phrases in the clause of a verb belong to a noun there, and are none of the verb's."""

from khabar.extraction.events.arguments import Argument
from khabar.extraction.events.carrying import label_of
from khabar.extraction.events.lexicon import word_set
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import Scene
from khabar.values.event import EventType

_OF_MEETINGS = ("ل", "الى", "ب", "مع")


def is_of_masdar(scene: Scene, p: Predicate, agent: Argument) -> bool:
    """Whether who does it is told of a masdar behind a preposition: warned of its coming under fire by the army."""
    between = scene.predicates_before(agent.start, agent.start - p.last)
    labels = [label_of(scene, q) for q in between if q.first >= p.last and not q.verbal]
    return any(label and label not in word_set("dying_in") for label in labels)


def is_of_meeting(scene: Scene, argument: Argument, begin: int) -> bool:
    """Whether a phrase before a verb tells where a visit leads, or whom somebody met: on his visit to Accra, he."""
    if argument.label not in _OF_MEETINGS:
        return False
    deed = next(scene.predicates_before(argument.start, argument.start - begin), None)
    return deed is not None and not deed.verbal and any(w.type is EventType.CONSULT for w in deed.words)
