"""Whether a verb is said of whom it falls on."""

from khabar.extraction.events.arguments import AGENT, Argument
from khabar.extraction.events.binding import Binding
from khabar.extraction.events.lexicon import closed
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import Scene
from khabar.extraction.events.subjects import is_accusative, is_crowd
from khabar.language.normalise import NUNATED
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
    if bound.subject is not None and not (behind or appoints) and _is_unnamed_object(scene, bound.subject.last):
        return False  # John accuses states that he does not name
    told = bound.subject is not None or (bound.headed and bool(bound.subject_ids))
    if told and any(w.passive for w in p.words):
        return True
    if not any(w.passive_if_fronted for w in p.words) or (behind and _is_unnamed_object(scene, p.last)):
        return False
    return behind or bound.headed or (bound.subject is not None and _is_people(scene, bound.subject))


def _is_unnamed_object(scene: Scene, at: int) -> bool:
    """Whether a verb has an object that names nobody behind it: accused states that he did not name, killed dozens."""
    form = scene.forms[at] if at < len(scene.forms) else ""
    if is_crowd(scene, at):
        return True
    written = scene.analysed.tokens[at].written(scene.analysed.text) if form else ""
    return (written.endswith(NUNATED) or is_accusative(form)) and form not in closed() and at not in scene.time_tokens


def _is_people(scene: Scene, argument: Argument) -> bool:
    """Whether an argument names persons and no body."""
    kinds = {scene.entity(e).kind for e in argument.entities}
    named = scene.referents.at(argument.start) is not None or argument.how == "words"
    return named and argument.start == argument.first and kinds <= {Kind.PERSON, Kind.GROUP} and not argument.forces
