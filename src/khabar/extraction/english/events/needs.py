"""Whether enough is known of an English event word to call it an event."""

from khabar.extraction.english.events.clauses import object_of
from khabar.extraction.english.events.predicates import Predicate
from khabar.extraction.english.events.roles import Roles
from khabar.extraction.english.names.groups import words_of
from khabar.extraction.english.names.known import is_nationals
from khabar.extraction.english.scene import Party, Scene
from khabar.knowledge.english.events import EventWord, Flag, Needs
from khabar.language.analysis import Range
from khabar.language.english.phrases import single, used_as
from khabar.values.entity import Kind
from khabar.values.event import Goods, GoodsCategory

_WEAPONS = frozenset({GoodsCategory.MISSILE, GoodsCategory.SATELLITE, GoodsCategory.DRONE, GoodsCategory.ARMS})
_PEOPLE = (Kind.PERSON, Kind.GROUP)
_OFFICE_NEAR = 12  # tokens behind an appointment in which 'as' stands


def is_event(
    scene: Scene, predicate: Predicate, word: EventWord, roles: Roles, goods: tuple[Goods, ...], clause: Range
) -> bool:
    """Whether what the entry needs is there, and its flags hold."""
    return _has(scene, word, roles, goods, clause) and all(
        _holds(scene, flag, predicate, roles, goods, clause) for flag in word.flags
    )


def _has(scene: Scene, word: EventWord, roles: Roles, goods: tuple[Goods, ...], clause: Range) -> bool:
    actor, recipient = bool(_named(roles.actor)), bool(_named(roles.recipient))
    match word.needs:
        case Needs.PARTY:
            return actor or recipient
        case Needs.ACTOR:
            return actor
        case Needs.RECIPIENT:
            return recipient
        case Needs.BOTH:
            return actor and recipient
        case Needs.GOODS:
            return bool(goods) and (actor or recipient)
        case Needs.AID:
            return (actor and recipient) or (bool(goods) and (actor or recipient))
        case Needs.WEAPONS:
            return actor and any(g.category in _WEAPONS for g in goods)
        case Needs.PEOPLE:
            return actor or recipient or any(words_of("victim").at(scene.text.forms, at) for at in range(*clause))


def _holds(
    scene: Scene, flag: Flag, predicate: Predicate, roles: Roles, goods: tuple[Goods, ...], clause: Range
) -> bool:
    match flag:
        case Flag.PERSON:
            return _is_all(scene, roles.actor, _PEOPLE)
        case Flag.PERSON_TO:
            nationals = roles.recipient is not None and is_nationals(scene.text, roles.recipient.last)
            return nationals or _is_all(scene, roles.recipient, _PEOPLE) or _prisoners(scene, clause)
        case Flag.BOUND:
            return not predicate.verbal or bool(_named(roles.recipient))
        case Flag.FORCE:
            return _is_armed(scene, predicate, roles)
        case Flag.TROOPS:
            return any(used_as("troops").at(scene.text.forms, at) for at in range(*clause))
        case Flag.PEOPLE:
            return not predicate.verbal or _prisoners(scene, clause)
        case Flag.OFFICE:
            return _gets_office(scene, predicate)
        case Flag.CROWD:
            people = roles.actor is not None and is_nationals(scene.text, roles.actor.last)
            return people or not _is_all(scene, roles.actor, (Kind.COUNTRY, Kind.MEDIA))
        case Flag.WITH:
            return bool(goods) and bool(_named(roles.recipient))
        case _:
            return True


def _is_armed(scene: Scene, predicate: Predicate, roles: Roles) -> bool:
    """Whether an attack is no attack in words, as a person's on a person may be."""
    people = _is_all(scene, roles.actor, (Kind.PERSON,)) and _is_all(
        scene, roles.recipient, (Kind.PERSON, Kind.COUNTRY)
    )
    return not (predicate.verbal and people and bool(roles.actor))


def _gets_office(scene: Scene, predicate: Predicate) -> bool:
    if not predicate.verbal:
        return True
    behind = scene.text.forms[predicate.last : predicate.last + _OFFICE_NEAR]
    party = object_of(scene, predicate.last, predicate.last + _OFFICE_NEAR)
    return party is not None or any(word in single("as") for word in behind)


def _prisoners(scene: Scene, clause: Range) -> bool:
    return any(words_of("prisoner").at(scene.text.forms, at) for at in range(*clause))


def _is_all(scene: Scene, party: Party | None, kinds: tuple[Kind, ...]) -> bool:
    return party is not None and bool(party.entities) and all(scene.kind(e) in kinds for e in party.entities)


def _named(party: Party | None) -> tuple[str, ...]:
    return party.entities if party else ()
