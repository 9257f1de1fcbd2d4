"""Who does what to whom: actor and recipient of an event word."""

from khabar.extraction.events.bindings import Binder
from khabar.extraction.events.carrying import label_of
from khabar.extraction.events.lexicon import closed, is_a
from khabar.extraction.events.masdar_roles import DEEDS, DONE_TO, from_whom, of_noun
from khabar.extraction.events.parties import settled
from khabar.extraction.events.predicates import JUDGING, Predicate
from khabar.extraction.events.roles_beside import (
    about_whom,
    against,
    by_attack,
    by_teller,
    is_under_sanctions,
    of_deed_demanded,
    of_killed,
    without_place_left,
)
from khabar.extraction.events.scene import BARE, Scene
from khabar.extraction.events.slots import Roles, verb_roles
from khabar.knowledge.event_words import EventWord, Genitive, Gives, carriers
from khabar.language.normalise import fold
from khabar.values.entity import EntityId, Kind
from khabar.values.event import EventType

_NO_TELLERS_DEED = DEEDS | {EventType.COERCE, EventType.SANCTION, EventType.AID, EventType.PROTEST}
_OF_WHAT = frozenset({"من", "ب"})  # warn of, demand
_DEED = 4  # tokens behind a verb in which the deed stands that it warns of
_DEMANDS = frozenset({EventType.REQUEST, EventType.THREATEN})


def roles_of(binder: Binder, predicate: Predicate, word: EventWord) -> Roles:
    """Actor and recipient of an event word."""
    found = verb_roles(binder, predicate, word) if predicate.verbal else of_noun(binder, predicate, word)
    found = _without_sources(binder.scene, predicate, word, found)
    found = from_whom(binder.scene, word, found)
    if word.type in JUDGING and any(is_under_sanctions(binder.scene, a) for a in found.recipient_arguments):
        found = found._replace(recipient=(), recipient_arguments=())
    if word.type in JUDGING and not found.recipient:
        found = about_whom(binder.scene, predicate, word, found)
    if (word.type in JUDGING or word.type is EventType.THREATEN) and predicate.verbal:
        found = _doer_judged(binder, found)
    if word.type is EventType.REQUEST and predicate.verbal:
        found = without_place_left(binder.scene, predicate, found)
    if word.type in _DEMANDS and predicate.verbal and _is_of_deed(binder.scene, predicate, found):
        found = found._replace(recipient=(), recipient_arguments=())
    if word.type in _DEMANDS and predicate.verbal and found.actor and not found.recipient:
        found = of_deed_demanded(binder, predicate, word, found)
    if word.type in DONE_TO and not any(_is_party(binder.scene, e) for e in found.recipient):
        found = _whose_things(binder.scene, predicate, found)
    killed = word.type is EventType.ASSAULT and (word.undergone or (word.passive and predicate.verbal))
    if killed and not found.actor:
        found = by_attack(binder, predicate, found)
        found = found if found.actor else by_teller(binder, predicate, found)
    if word.type is EventType.ASSAULT and not (killed or predicate.verbal or found.recipient):
        found = of_killed(binder, predicate, found)
    if word.type is EventType.PROTEST and not found.recipient:
        found = against(binder.scene, predicate, found)
    return settled(binder.scene, word, found)


def _doer_judged(binder: Binder, roles: Roles) -> Roles:
    """Of a deed that is blamed or praised who does it, and not whom it is done to: condemned the arrest of John."""
    deed = next((binder.scene.predicate_at.get(a.start) for a in roles.recipient_arguments if a.start < a.first), None)
    if deed is None or deed.verbal or not deed.words or deed.words[0].genitive is not Genitive.RECIPIENT:
        return roles
    inner = of_noun(binder, deed, deed.words[0])
    own = bool(inner.actor) and set(inner.actor) <= set(roles.actor)  # refuses to do it
    if own or not set(inner.recipient) & set(roles.recipient):
        return roles
    doers = tuple(e for e in inner.actor if e not in roles.actor)
    return roles._replace(recipient=doers, recipient_arguments=inner.actor_arguments if doers else ())


def _is_of_deed(scene: Scene, p: Predicate, roles: Roles) -> bool:
    """Whether who seems the object of a verb is that of the deed behind it: warns of Kenya's arming Uganda."""
    whom = roles.recipient_arguments[:1]
    deed = next(scene.deeds_from(p.last, _DEED), None) if whom and whom[0].label == BARE else None
    return deed is not None and deed.last < whom[0].start and label_of(scene, deed) in _OF_WHAT


def _is_party(scene: Scene, name: EntityId) -> bool:
    """Whether an entity is somebody by name, and no place or mere group."""
    return scene.entity(name).kind not in (Kind.PLACE, Kind.GROUP)


def _whose_things(scene: Scene, p: Predicate, roles: Roles) -> Roles:
    """Who is hit with what belongs to him: stores belonging to the army, not men in a school belonging to it."""
    for argument in roles.others:
        behind = argument.label == "ل" and argument.start > p.last
        own = behind and not any(form in closed("preposition") for form in scene.forms[p.last : argument.start - 1])
        if own and argument.entities and is_a("belonging", scene.forms[argument.start - 1]):
            return roles._replace(recipient=argument.entities, recipient_arguments=(argument,))
    return roles


def _without_sources(scene: Scene, p: Predicate, word: EventWord, roles: Roles) -> Roles:
    """Whoever only tells of a deed did not do it: the agency behind "according to", media that tell of a raid."""
    if not roles.actor or word.type not in _NO_TELLERS_DEED:
        return roles
    saying = scene.saying_at(p.first)
    tellers = {e for link in saying.chain for e in link} if saying else set()
    behind = saying is not None and saying.cue is not None and saying.cue.start >= saying.content.end
    guessed = not roles.actor_arguments
    kept = tuple(
        e for e in roles.actor if not _only_tells(scene, e, roles) and not (guessed and behind and e in tellers)
    )
    return roles if kept == roles.actor else roles._replace(actor=kept, actor_arguments=())


def _only_tells(scene: Scene, name: EntityId, roles: Roles) -> bool:
    """Whether somebody is a medium, or unnamed and announces what others did: sources that told of a raid."""
    entity = scene.entity(name)
    if entity.kind is Kind.MEDIA:
        return True
    announces = roles.carrier_id and carriers()[roles.carrier_id].gives is Gives.SPEAKER
    return bool(announces) and entity.kind is Kind.GROUP and is_a("tellers", fold(entity.name).split()[0])
