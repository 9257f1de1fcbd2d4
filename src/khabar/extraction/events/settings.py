"""Where an event happens."""

from khabar.extraction.events.antecedents import Ids
from khabar.extraction.events.arguments import Argument, arguments
from khabar.extraction.events.lexicon import is_a, word_set
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import LANDS, Scene
from khabar.extraction.events.slots import Roles
from khabar.knowledge.event_words import EventWord
from khabar.values.entity import Kind
from khabar.values.event import EventType

_OPENING = 5  # tokens in which a sentence may open with a place


def place_of(scene: Scene, predicate: Predicate, word: EventWord, roles: Roles) -> Ids:
    """The places that an event is said to happen in, or that it is aimed at."""
    found = list(roles.targets)
    for argument in roles.labelled:
        inside = argument.label in word_set("in")
        gone = word.type is EventType.MOBILIZE and argument.label in word_set("gone_to")
        kinds = LANDS if inside or gone or _on_land(scene, argument) else frozenset({Kind.PLACE})
        if argument.label in word_set("at") or inside:
            land = argument.how != "adjective" or not inside or _on_land(scene, argument)
            found.extend(e for e in argument.entities if land and scene.entity(e).kind in kinds)
    if word.type is EventType.ASSAULT:
        named = [a for a in roles.recipient_arguments if a.how == "name"]
        found.extend(e for a in named for e in a.entities if scene.entity(e).kind is Kind.COUNTRY)
    return tuple(dict.fromkeys(found or _fronted(scene, predicate)))


def _fronted(scene: Scene, predicate: Predicate) -> Ids:
    """The place that the sentence opens with: in Accra, he signed …"""
    first, last = scene.analysed.sentence_at(predicate.first)
    opening = [a for a in arguments(scene, first, min(last, first + _OPENING))[0] if a.label in word_set("in")]
    return tuple(e for a in opening for e in a.entities if scene.entity(e).kind is Kind.PLACE)


def _on_land(scene: Scene, argument: Argument) -> bool:
    """Whether an adjective of nationality tells whose land it is: on Ghanaian soil."""
    return argument.label in word_set("at") | word_set("in") and is_a("land", scene.forms[argument.start])
