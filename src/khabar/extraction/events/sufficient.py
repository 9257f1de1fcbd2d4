"""What must be known before a word counts as an event: its parties, its goods, or the words that stand around it."""

from khabar.extraction.events.argument import Argument
from khabar.extraction.events.lexicon import class_words, is_a, stand_between, word_set
from khabar.extraction.events.masdar_phrases import is_charged
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import Scene
from khabar.extraction.events.slots import Roles
from khabar.knowledge.event_words import EventWord, Gives, Needs
from khabar.language.normalise import fold
from khabar.values.entity import EntityId, Kind
from khabar.values.event import EventType, Goods
from khabar.values.grammar import Number
from khabar.values.why import EntityRule

_UNDERGONE = frozenset({EventType.SANCTION, EventType.COERCE})
_PHYSICAL = frozenset({EventType.ASSAULT, EventType.PROTEST})
_BY_OFFICE = "title"  # the rule that reads people whom the report names by their office only
_AROUND = 40  # tokens on either side of a word in which its circumstances stand
_TO, _FOR = fold("إلى"), "ل"
_COUNTED = 2  # tokens from a word that counts people to theirs: thousands of them
_STRUCK = 2  # tokens behind a noun of attack in which what is hit stands
_NEAR = 10  # tokens behind a word in which those stand who are no entity


def is_enough_told(
    scene: Scene, p: Predicate, word: EventWord, roles: Roles, goods: tuple[Goods, ...], placed: bool
) -> bool:
    """Whether what an event word asks for is known: who does it, to whom, with what goods, or who stands beside it."""
    actor, recipient = bool(roles.actor), bool(roles.recipient)
    people = _someone(scene, p, roles)
    match word.needs:
        case Needs.PARTY:
            told = actor or recipient or _by_somebody(p, roles)
            return told or (word.type in _PHYSICAL and (placed or people)) or _hits_something(scene, p, word)
        case Needs.ACTOR:
            return actor or (recipient and word.type is EventType.ACCUSE and is_charged(scene, p))
        case Needs.RECIPIENT:
            return recipient
        case Needs.BOTH | Needs.BOTH_OR_GIVEN:
            if word.needs is Needs.BOTH_OR_GIVEN and recipient and goods:
                return True
            if p.passive and recipient and word.type in _UNDERGONE:
                return True  # a passive names no doer
            if actor and goods and _to_nobody(scene, p, roles):
                return True
            return actor and recipient and set(roles.actor) | set(roles.recipient) != set(roles.actor[:1])
        case Needs.GOODS:
            return bool(goods) and (actor or recipient)
        case Needs.BOTH_AND_GOODS:
            return bool(goods) and actor and (recipient or _to_nobody(scene, p, roles))
        case Needs.BOTH_OR_GOODS:
            return (actor and recipient) or (bool(goods) and (actor or recipient))
        case Needs.FORCE:
            return actor and _armed(scene, p, roles)
        case Needs.PEOPLE | Needs.PEOPLE_OR_PLACE:
            return actor or recipient or people or placed
        case Needs.OFFICE:
            return any(scene.entity(e).kind not in (Kind.COUNTRY, Kind.PLACE) for e in roles.recipient)
        case Needs.PERSON_TO_PLACE:
            travels = any(_is_person(scene, e) for e in roles.actor) or _is_delegation(scene, roles)
            return travels and bool(roles.targets)
        case Needs.CROWD:
            return _by_demonstrators(scene, roles)
        case Needs.VIOLENCE:
            return (recipient or people or actor) and is_near(scene, "violence", p, around=True)
        case Needs.EXPLOSIVE:
            return is_near(scene, "explosives", p, around=p.verbal)
        case Needs.TARGET:
            return recipient or bool(roles.targets)
        case Needs.NO_TARGET:
            states = all(_is_state(scene, e) for e in roles.actor)
            peace = not is_near(scene, "strikes", p, around=True)
            return actor and states and not recipient and not roles.targets and peace
    return False


def _to_nobody(scene: Scene, p: Predicate, roles: Roles) -> bool:
    """Whether it is told that no one at all gets something: armed no party, لم تسلح أي طرف, لم تصدر سلاحا إلى أحد."""
    if any(scene.forms[a.start] in word_set("any") for a in roles.recipient_arguments):
        return True
    end = min(p.last + _NEAR, scene.analysed.sentence_at(p.first)[1] - 1)
    return any(_is_anyone(scene, at) for at in range(p.last, end))


def _is_anyone(scene: Scene, at: int) -> bool:
    """Whether a preposition leads to anyone at all here: 'إلى أحد', 'لأي دولة', not 'إلى أحد الموانئ'."""
    form = scene.forms[at]
    last = at + (form == _TO)
    taker = scene.forms[last] if form == _TO else form.removeprefix(_FOR)
    one_of_some = last + 1 < len(scene.forms) and scene.forms[last + 1].startswith("ال")
    return taker != form and taker in word_set("any_at_all") and not one_of_some


def _hits_something(scene: Scene, p: Predicate, word: EventWord) -> bool:
    """Whether a vehicle or a building stands right behind a noun of attack: the shelling of a market."""
    end = min(scene.analysed.sentence_at(p.first)[1], p.last + _STRUCK)
    hits = word.type is EventType.ASSAULT and not p.verbal and "ال" not in p.proclitics
    return hits and stands_beside(scene, "struck", p, p.last, end)


def _by_somebody(p: Predicate, roles: Roles) -> bool:
    """Whether a clause on a deed tells who did it, though it names nobody: a hack that a hidden hand made."""
    verb = roles.carrier
    done = verb is not None and verb.first >= p.last and any(c.gives is Gives.ACTOR for c in verb.carriers)
    return done and bool(roles.actor_arguments)


def _is_person(scene: Scene, name: EntityId) -> bool:
    """Whether it is a person, by name or by office only: the Turkish minister."""
    entity = scene.entity(name)
    return entity.kind is Kind.PERSON or (
        entity.kind is Kind.GROUP and entity.rule == _BY_OFFICE and entity.of is not None
    )


def _is_delegation(scene: Scene, roles: Roles) -> bool:
    """Whether a delegation is told of, by whatever country or body sends it: a Ghanaian delegation arrived."""
    return any(is_a("delegations", scene.forms[a.start]) for a in roles.actor_arguments)


def _is_state(scene: Scene, name: EntityId) -> bool:
    """Whether it is a state, its head or a body of it: others do not try rockets, they fire them."""
    entity = scene.entity(name)
    return entity.kind in (Kind.COUNTRY, Kind.PERSON) or is_a("state_bodies", fold(entity.name).split()[0])


def _by_demonstrators(scene: Scene, roles: Roles) -> bool:
    """Whether the doers are demonstrators: hundreds of demonstrators."""
    demonstrators = class_words("demonstrators")
    return any(stand_between(demonstrators, scene.forms, a.start, a.last + _COUNTED) for a in roles.actor_arguments)


def _someone(scene: Scene, p: Predicate, roles: Roles) -> bool:
    if roles.actor_arguments or roles.recipient_arguments:
        return True
    if p.about.tense.finite and p.about.person == 3 and p.about.number is Number.PLURAL:
        return True  # they, whoever they are
    return is_near(scene, "people", p, around=False)


def _armed(scene: Scene, p: Predicate, roles: Roles) -> bool:
    for argument in roles.actor_arguments:
        if (
            argument.forces
            or _is_vessel(scene, argument)
            or stand_between(class_words("forces"), scene.forms, argument.start, argument.last)
        ):
            return True
    return False


def _is_vessel(scene: Scene, argument: Argument) -> bool:
    """Whether a ship of war is named: the "Eisenhower"."""
    reference = scene.referents.at(argument.first)
    return reference is not None and any(scene.entity(e).rule == EntityRule.VESSEL for e in reference.entities)


def is_near(scene: Scene, name: str, p: Predicate, *, around: bool) -> bool:
    """Whether a word of a class stands behind an event word; `around`: far before or behind it."""
    first, last = scene.analysed.sentence_at(p.first)
    begin = max(first, p.first - _AROUND) if around else p.last
    end = min(last, p.last + (_AROUND if around else _NEAR))
    return stands_beside(scene, name, p, begin, end)


def stands_beside(scene: Scene, name: str, p: Predicate, begin: int, end: int) -> bool:
    """Whether a word of a class begins between two tokens, outside the predicate's own."""
    return any(not p.first <= at < p.last for at in stand_between(class_words(name), scene.forms, begin, end))
