"""Who stands where around an event noun: the genitive, and what prepositions bring."""

from khabar.extraction.events.arguments import Argument, arguments
from khabar.extraction.events.binding import Binding
from khabar.extraction.events.gatherings import gathered_by
from khabar.extraction.events.lexicon import closed, word_set
from khabar.extraction.events.possessors import resolved
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import BARE, Scene

_REACH = 12  # tokens behind an event noun that may still belong to it
_APART = 2  # adjectives between an event noun and its genitive
_ANSWERS = "carry.radda"
_TO_ANSWER = 3  # tokens: the answer, its preposition, a quotation mark


def noun_binding(scene: Scene, predicate: Predicate) -> Binding:
    """What follows an event noun: the genitive as its first object."""
    last = scene.analysed.sentence_at(predicate.first)[1]
    if _stands_before_another(scene, predicate):
        return Binding(predicate.first, predicate.last)
    arguments_found, end = arguments(scene, predicate.last, last)
    near = tuple(a for a in arguments_found if a.start - predicate.last <= _REACH)
    near = tuple(a for a in near if a.label != BARE or a.how != "pronoun" or a.first == predicate.last)
    near = tuple(a for a in near if not (_answers(scene, predicate, a) or _is_of_inner(scene, predicate, a)))
    whose = tuple(e for a in near if a.how == "adjective" or _is_whose(a, predicate) for e in a.entities)
    found = resolved(scene, near, whose)
    own = tuple(a for a in found if _is_genitive(a, predicate) and a.commas == 0)
    if own and (found[0] is not own[0] or _is_apart(scene, predicate.last, own[0].start)):
        own = ()
    labelled = tuple(a for a in found if a not in own and a.label != BARE)
    gathered = gathered_by(scene, predicate)
    if gathered:
        labelled = (gathered, *(a for a in labelled if a.start < gathered.start))
    return Binding(predicate.first, end, objects=own, labelled=labelled)


def _stands_before_another(scene: Scene, noun: Predicate) -> bool:
    """Whether a noun with its article stands right before another deed, of which all is told: preceded the visit …"""
    other = scene.predicate_at.get(noun.last) if "ال" in noun.proclitics else None
    return other is not None and other.is_deed and not other.verbal and not other.proclitics


def _answers(scene: Scene, noun: Predicate, argument: Argument) -> bool:
    """Whether a phrase only tells what a deed answers: raids in answer to a shelling, ردا على."""
    near = range(max(noun.last, argument.start - _TO_ANSWER), argument.start)
    words = (scene.predicate_at[at] for at in near if at in scene.predicate_at)
    return any(c.id == _ANSWERS for word in words if not word.verbal for c in word.carriers)


def _is_of_inner(scene: Scene, noun: Predicate, argument: Argument) -> bool:
    """Whether a phrase belongs to a deed of somebody's own inside: helping the army in its war against Togo."""
    if argument.label not in word_set("aimed_at"):
        return False
    between = (scene.predicate_at.get(at) for at in range(noun.last + 1, argument.start))
    inner = [p for p in between if p and p.words and not p.verbal and p.enclitic]
    return any(scene.forms[p.first - 1] in word_set("in") for p in inner)


def _is_apart(scene: Scene, noun: int, genitive: int) -> bool:
    """Whether more than adjectives stands between an event noun and what may be its genitive."""
    between = scene.forms[noun:genitive]
    return len(between) > _APART or not closed("preposition").isdisjoint(between)


def _is_whose(argument: Argument, noun: Predicate) -> bool:
    """Whether somebody stands by name right behind a noun: the accusations of Ghana against it."""
    return argument.label == BARE and argument.how == "name" and argument.start == noun.last


def _is_genitive(argument: Argument, noun: Predicate) -> bool:
    """Whether a noun phrase belongs to an event noun like a genitive: his visit, a visit of his."""
    return argument.label == BARE or (
        argument.label == "ل" and argument.how == "pronoun" and argument.first == noun.last
    )
