"""Slots of an event word, filled from what stands around it."""

from itertools import takewhile
from typing import NamedTuple

from khabar.extraction.events.aboard import of_vessel
from khabar.extraction.events.antecedents import Ids
from khabar.extraction.events.arguments import AGENT, Argument
from khabar.extraction.events.binding import Binding
from khabar.extraction.events.bindings import Binder
from khabar.extraction.events.lexicon import closed, is_a, stands_at, ware_words
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import Scene
from khabar.extraction.events.ware_words import ware_at
from khabar.knowledge.event_words import OBJECT, SPEAKER, SUBJECT, EventWord
from khabar.language.normalise import fold
from khabar.values.event import EventMode, EventType, GoodsCategory

_ON = "على"
_OF = "ل"
_BESIDE = frozenset({"في", "قرب"})
_DESCRIBED = 3  # words that a thing has before its owner: one of the main seats of the movement
Slots = dict[str, tuple[tuple[Argument, ...], Ids]]


class Roles(NamedTuple):
    """Actor and recipient, and the phrases that they come from."""

    actor: Ids = ()
    recipient: Ids = ()
    actor_arguments: tuple[Argument, ...] = ()
    recipient_arguments: tuple[Argument, ...] = ()
    targets: Ids = ()  # places that are aimed at or gone to
    begin: int = 0  # the stretch that was read
    end: int = 0
    carrier: Predicate | None = None  # None: the word carries itself
    carrier_id: str = ""
    labelled: tuple[Argument, ...] = ()
    others: tuple[Argument, ...] = ()  # all that stands behind the word


def verb_roles(binder: Binder, p: Predicate, word: EventWord) -> Roles:
    """Actor and recipient of a verb."""
    bound = binder.verb(p)
    subject: tuple[Argument, ...] = (bound.subject,) if bound.subject else ()
    agents = bound.with_label(AGENT)
    slots = by_label(but_uses(binder.scene, bound.labelled) if word.goods else bound.labelled)
    objects = tuple(a for a in bound.objects if not (word.goods and binder.scene.of_ware(a.start, a.first)))
    named = bound.object_ids or (objects[0].entities if objects else ())
    given = word.goods and bool(bound.object_ids) and not objects and _told_to_whom(slots, word)
    slots[OBJECT] = (objects[:1], () if given else named)
    if word.mode is EventMode.VISIT and not (objects or named):
        slots[OBJECT] = _side_visited(binder.scene, bound)
    if word.type is EventType.ASSAULT and not (objects or named):
        slots[OBJECT] = _whose_thing(binder.scene, p, slots)
    slots[SUBJECT] = (subject, bound.own)
    slots[SPEAKER] = ((), binder.scene.speaker_at(p.first))
    if bound.passive:
        wares = word.goods and p.last < len(binder.scene.forms) and stands_at(ware_words(), binder.scene.forms, p.last)
        slots[OBJECT] = ((), ()) if wares else (subject, bound.own)  # arms are given: they are the subject
        slots[SUBJECT] = (agents[:1], agents[0].entities if agents else ())
    carried = word.goods and bool(subject) and is_a("vessels", binder.scene.forms[subject[0].start])
    carried = carried and any(slots.get(fold(slot), ((), ()))[1] for slot in word.actor if slot != SUBJECT)
    actors = tuple(reversed(word.actor)) if carried else word.actor  # ships take arms from whom they carry them
    roles = filled(slots, bound, actors, word.recipient)
    if word.type is not EventType.TRANSFER or roles.actor or roles.actor_arguments:
        return roles
    if bound.passive:  # Iranian rockets were sent
        return made_by(binder.scene, word, tuple(a for a in subject if _is_ware(binder.scene, a)), roles)
    if bound.headed and not bound.own and of_vessel(binder.scene, p) is not None:
        return made_by(binder.scene, word, bound.objects, roles)  # a ship that carries Ghanaian arms
    gets = word.recipient[:1] == (SUBJECT,) and bool(roles.recipient)
    return made_by(binder.scene, word, (*bound.objects, *bound.with_label(fold(_ON))), roles) if gets else roles


def _side_visited(scene: Scene, bound: Binding) -> tuple[tuple[Argument, ...], Ids]:
    """A land named after a side, which elsewhere tells where something happens: visited the Russian Far East."""
    named = (a for a in bound.labelled if a.label in _BESIDE and a.start == a.first and a.how == "name")
    sides = [a for a in named if is_a("sides", scene.forms[a.start]) and not a.commas]
    return (tuple(sides[:1]), sides[0].entities) if sides else ((), ())


def _whose_thing(scene: Scene, p: Predicate, slots: Slots) -> tuple[tuple[Argument, ...], Ids]:
    """Whose the thing is that is hit, where nothing but ل names it: they shelled a base of the rebels (مقرا للثوار)."""
    phrases, ids = slots.get(_OF, ((), ()))
    if not phrases:
        return (), ()
    start = phrases[0].start
    before = range(start - 1, max(p.last, start - 1 - _DESCRIBED) - 1, -1)
    words = takewhile(
        lambda at: scene.referents.at(at) is None and scene.forms[at] not in closed("preposition"), before
    )
    return (phrases, ids) if any(is_a("targets", scene.forms[at]) for at in words) else ((), ())


def but_uses(scene: Scene, labelled: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """The phrases beside a word of giving without what the goods are for: parts for tanks."""
    return tuple(a for a in labelled if a.label != _OF or a.entities or not _is_ware(scene, a))


def _is_ware(scene: Scene, argument: Argument) -> bool:
    """Whether a noun phrase opens with goods, and no name does."""
    return argument.how != "name" and stands_at(ware_words(), scene.forms, argument.start) > 0


def made_by(scene: Scene, word: EventWord, goods: tuple[Argument, ...], roles: Roles) -> Roles:
    """Whose goods change hands gave them, where nobody else is told: German submarines."""
    told = [a for a in goods if (a.how == "adjective" and not a.agentive) or scene.of_ware(a.start, a.first)]
    made = [a for a in told if a.entities and a.entities != roles.recipient]
    if made:
        return roles._replace(actor=made[0].entities, actor_arguments=(made[0],))
    return sent_by_home(scene, goods, roles) if word.type is EventType.TRANSFER else roles


def sent_by_home(scene: Scene, goods: tuple[Argument, ...], roles: Roles) -> Roles:
    """The roles where workers change hands: the country that they are from sends them."""
    workers = [a._replace(entities=_homes(scene, a)) for a in goods if _are_workers(scene, a)]
    sent = [a for a in workers if a.entities and a.entities != roles.recipient]
    return roles._replace(actor=sent[0].entities, actor_arguments=(sent[0],)) if sent else roles


def _are_workers(scene: Scene, argument: Argument) -> bool:
    """Whether a noun phrase names workers, whom a state sends and another gets: hundreds of Nepalese workers."""
    named = (ware_at(scene.forms, at) for at in range(argument.start, argument.last)) if argument.how == "group" else ()
    return any(ware.category is GoodsCategory.LABOUR for ware in named if ware)


def _homes(scene: Scene, workers: Argument) -> Ids:
    """The countries that workers are from, where they are told with them."""
    homes = (scene.entity(e).of for e in workers.entities)
    return tuple(home for home in homes if home and home in scene.referents.by_id)


def _told_to_whom(slots: Slots, word: EventWord) -> bool:
    """Whether a preposition brings who gets what a pronoun stands for: what Ghana gives to Togo."""
    return any(slots[fold(slot)][1] for slot in word.recipient if slot != OBJECT and fold(slot) in slots)


def filled(slots: Slots, bound: Binding, actors: tuple[str, ...], recipients: tuple[str, ...]) -> Roles:
    """Roles from the slots that they are looked for in, in order of preference."""
    actor_arguments, actor = fill(slots, actors)
    recipient_arguments, recipient = fill(slots, recipients)
    return Roles(
        actor,
        recipient,
        actor_arguments,
        recipient_arguments,
        begin=bound.begin,
        end=bound.end,
        labelled=bound.labelled,
        others=tuple(sorted((*bound.objects, *bound.labelled), key=lambda a: a.first)),
    )


def by_label(labelled: tuple[Argument, ...]) -> Slots:
    """The first argument behind each preposition."""
    return {a.label: ((a,), a.entities) for a in reversed(labelled)}


def fill(slots: Slots, wanted: tuple[str, ...]) -> tuple[tuple[Argument, ...], Ids]:
    """What stands in the first of the wanted slots in which something stands."""
    for slot in wanted:
        phrases, ids = slots.get(fold(slot), ((), ()))
        if ids or phrases:
            return phrases, ids
    return (), ()
