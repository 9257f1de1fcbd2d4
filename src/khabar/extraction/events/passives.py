"""Whether a verb is said of whom it falls on."""

from khabar.extraction.events.arguments import AGENT, Argument
from khabar.extraction.events.binding import Binding
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import Scene
from khabar.extraction.events.unnamed import is_unnamed_object
from khabar.values.entity import Kind
from khabar.values.event import EventType


def is_passive(scene: Scene, p: Predicate, bound: Binding, *, behind: bool) -> bool:
    """`behind`: the verb stands behind its subject."""
    if p.passive is not None:
        return p.passive
    if any(a.label == AGENT for a in bound.labelled):
        return True
    if bound.objects or bound.object_ids or p.enclitic:
        return False
    appoints = any(word.type is EventType.APPOINT for word in p.words)  # an office stands behind: minister, وزيرا
    if bound.subject is not None and not (behind or appoints) and is_unnamed_object(scene, bound.subject.last):
        return False  # John accuses states that he does not name
    told = bound.subject is not None or (bound.headed and bool(bound.subject_ids))
    if told and any(w.passive for w in p.words):
        return True
    if not any(w.passive_if_fronted for w in p.words) or (behind and is_unnamed_object(scene, p.last)):
        return False
    return behind or bound.headed or (bound.subject is not None and _is_people(scene, bound.subject))


def _is_people(scene: Scene, argument: Argument) -> bool:
    """Whether an argument names persons and no body."""
    kinds = {scene.entity(e).kind for e in argument.entities}
    named = scene.referents.at(argument.start) is not None or argument.how == "words"
    return named and argument.start == argument.first and kinds <= {Kind.PERSON, Kind.GROUP} and not argument.forces
