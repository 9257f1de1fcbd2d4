"""Where an event happens."""

from collections.abc import Iterator

from khabar.extraction.events.antecedents import Ids
from khabar.extraction.events.arguments import Argument, arguments
from khabar.extraction.events.bindings import Binder
from khabar.extraction.events.lexicon import is_a, word_set
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import LANDS, Scene
from khabar.extraction.events.slots import Roles
from khabar.extraction.events.timing import is_joined
from khabar.knowledge.event_words import EventWord
from khabar.values.entity import EntityId, Kind
from khabar.values.event import EventType

_JOINED = 10  # tokens between two verbs that are joined
_OPENING = 5  # tokens in which a sentence may open with a place


def place_of(binder: Binder, predicate: Predicate, word: EventWord, roles: Roles) -> Ids:
    """The places that an event is said to happen in, or that it is aimed at."""
    scene = binder.scene
    aimed_at = () if word.type is EventType.REQUEST else roles.targets  # who is asked is no place, nor in one
    found = [*aimed_at, *_said(scene, word, roles.labelled)]
    if word.type is EventType.ASSAULT:
        named = [a for a in roles.recipient_arguments if a.how == "name"]
        found.extend(e for a in named for e in a.entities if scene.entity(e).kind is Kind.COUNTRY)
    return tuple(dict.fromkeys(found or _of_joined(binder, predicate, word) or _fronted(scene, predicate)))


def _said(scene: Scene, word: EventWord, labelled: tuple[Argument, ...]) -> Iterator[EntityId]:
    """The places that phrases tell an event happens in."""
    for argument in labelled:
        inside = argument.label in word_set("in")
        gone = word.type is EventType.MOBILIZE and argument.label in word_set("gone_to")
        kinds = LANDS if inside or gone or _on_land(scene, argument) else frozenset({Kind.PLACE})
        if argument.label in word_set("at") or inside:
            land = argument.how != "adjective" or not inside or _on_land(scene, argument)
            yield from (e for e in argument.entities if land and scene.entity(e).kind in kinds)


def _of_joined(binder: Binder, p: Predicate, word: EventWord) -> Ids:
    """The place told behind a verb of the same kind that is joined to this: two died and five were hurt in Accra."""
    scene = binder.scene
    last = min(scene.analysed.sentence_at(p.first)[1], p.last + _JOINED)
    verbs = (scene.predicate_at[at] for at in range(p.last, last) if at in scene.predicate_at)
    verb = next((v for v in verbs if v.verbal), None)
    if verb is None or not p.verbal or not is_joined(scene, verb):
        return ()
    alike = any(w.type is word.type for w in verb.words)
    return tuple(_said(scene, word, binder.verb(verb).labelled)) if alike else ()


def _fronted(scene: Scene, predicate: Predicate) -> Ids:
    """The place that the sentence opens with: in Accra, he signed …"""
    first, last = scene.analysed.sentence_at(predicate.first)
    if scene.saying_at(predicate.first) is not scene.saying_at(first):
        return ()  # in Accra, he asked for [a halt to the strikes]
    opening = [a for a in arguments(scene, first, min(last, first + _OPENING))[0] if a.label in word_set("in")]
    return tuple(e for a in opening for e in a.entities if scene.entity(e).kind is Kind.PLACE)


def _on_land(scene: Scene, argument: Argument) -> bool:
    """Whether an adjective of nationality tells whose land it is: on Ghanaian soil."""
    return argument.label in word_set("at") | word_set("in") and is_a("land", scene.forms[argument.start])
