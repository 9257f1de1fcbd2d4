"""Parties that stand beside the clause of an event: whom a demand is put to, who attacked, whom people protest at."""

from khabar.extraction.events.antecedents import Ids
from khabar.extraction.events.arguments import Argument
from khabar.extraction.events.bindings import Binder
from khabar.extraction.events.carrying import label_of
from khabar.extraction.events.lexicon import class_words, is_a, stands_at, word_set
from khabar.extraction.events.masdar_roles import of_noun
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import BARE, Scene
from khabar.extraction.events.slots import Roles, verb_roles
from khabar.knowledge.event_words import OBJECT, SUBJECT, EventWord
from khabar.values.entity import Kind
from khabar.values.event import EventType

_WITH, _FROM, _OF = "مع", "من", "ل"
_NEAR = 14  # tokens behind a word of praise or blame in which the one stands whom it falls on
_DEED = 9  # tokens behind a word in which the deed stands that it is about
_KILLED = 12  # tokens before an attack in which those stand who died in it
_REASON = 30  # tokens from a protest in which its reason stands


def of_deed_demanded(binder: Binder, p: Predicate, word: EventWord, roles: Roles) -> Roles:
    """Whom a demand or threat is for: who does the deed that is to end, who suffers the one threatened."""
    deed = next(binder.scene.deeds_from(p.last, _DEED), None)
    if deed is None:
        return roles
    given = word.type is EventType.THREATEN and deed.words[0].type in (EventType.TRANSFER, EventType.AID)
    if given and label_of(binder.scene, deed) != _FROM:
        return roles  # whom they threaten to arm is not whom they threaten; who is warned of arming others is
    inner = of_noun(binder, deed, deed.words[0])
    if given:
        return roles._replace(recipient=inner.actor, recipient_arguments=inner.actor_arguments)
    if deed.first > 1 and is_a("answers", binder.scene.forms[deed.first - 2]):  # an answer to the murder of John
        return roles._replace(recipient=inner.actor, recipient_arguments=inner.actor_arguments)
    phrases, named = _concerned(deed, deed.words[0], inner, threatened=word.type is EventType.THREATEN)
    people = tuple(e for e in named if e not in roles.actor)
    return roles._replace(recipient=people, recipient_arguments=phrases) if people else roles


def _concerned(deed: Predicate, word: EventWord, inner: Roles, *, threatened: bool) -> tuple[tuple[Argument, ...], Ids]:
    """Who does a deed, told beside it; of a threat and of a stepping down whom it falls on."""
    if inner.actor_arguments and all(a.start >= deed.last for a in inner.actor_arguments):
        return inner.actor_arguments, inner.actor
    of_body = all(a.label == _OF and a.start >= deed.last for a in inner.recipient_arguments)
    if word.type is EventType.CONSULT and of_body:
        return inner.recipient_arguments, inner.recipient  # asked for a session of the council
    if threatened or SUBJECT in word.recipient:
        return inner.recipient_arguments, inner.recipient
    return (), ()


def without_place_left(scene: Scene, p: Predicate, roles: Roles) -> Roles:
    """Nobody is asked whom a deed is demanded to leave: demanded the withdrawal of the army from Ghana."""
    phrases = roles.recipient_arguments
    from_there = bool(phrases) and all(a.label == _FROM and a.start > p.last for a in phrases)
    deed = next(scene.deeds_from(p.last, _DEED), None) if from_there else None
    between = deed is not None and "ب" in deed.proclitics and deed.first < phrases[0].start
    leaves = deed is not None and any(word.type is EventType.RETREAT for word in deed.words)
    return roles._replace(recipient=(), recipient_arguments=()) if between and leaves else roles


def by_attack(binder: Binder, p: Predicate, roles: Roles) -> Roles:
    """Who killed them is who made the raid that they died in."""
    for attack in binder.scene.deeds_from(p.last, _DEED):
        words = [w for w in attack.words if w.type is EventType.ASSAULT]
        if words and label_of(binder.scene, attack) in word_set("dying_in"):
            found = of_noun(binder, attack, words[0])
            beside = all(a.start >= attack.last for a in found.actor_arguments)  # not who tells of it
            if found.actor_arguments and beside and not set(found.actor) & set(roles.recipient):
                return roles._replace(actor=found.actor, actor_arguments=found.actor_arguments)
            foes = [a for a in found.others if a.label == _WITH and not set(a.entities) & set(roles.recipient)]
            if foes:  # killed in clashes with the army
                return roles._replace(actor=foes[0].entities, actor_arguments=(foes[0],))
    return roles


def by_teller(binder: Binder, p: Predicate, roles: Roles) -> Roles:
    """Who made a raid that nobody else is told to have made: the army that announces gunmen killed in it."""
    if (
        roles.carrier is None
        or not roles.carrier.verbal
        or not any(_is_foe(binder, a) for a in roles.recipient_arguments)
    ):
        return roles
    attacks = (deed for deed in binder.scene.deeds_from(p.last, _DEED) if _is_attack(deed))
    raid = next((deed for deed in attacks if label_of(binder.scene, deed) in word_set("dying_in")), None)
    teller = binder.verb(roles.carrier)
    armed = teller.subject is not None and is_a("of_the_state", binder.scene.forms[teller.subject.start])
    if raid is None or not armed or teller.subject is None or set(teller.own) & set(roles.recipient):
        return roles
    return roles._replace(actor=teller.own, actor_arguments=(teller.subject,))


def _is_foe(binder: Binder, argument: Argument) -> bool:
    """Whether a word of a noun phrase calls its people enemies: gunmen, terrorists."""
    return any(
        is_a("foes", form) for form in binder.scene.forms[argument.start : max(argument.last, argument.start + 1)]
    )


def _is_attack(deed: Predicate) -> bool:
    return any(w.type is EventType.ASSAULT and not w.undergone for w in deed.words)


def of_killed(binder: Binder, p: Predicate, roles: Roles) -> Roles:
    """Whom an attack hit: those who are told before it to have died in it."""
    if label_of(binder.scene, p) not in word_set("dying_in"):
        return roles
    for death in binder.scene.predicates_before(p.first, _KILLED):
        words = [w for w in death.words if w.type is EventType.ASSAULT and (w.undergone or w.passive)]
        if not words:
            if death.verbal:
                break
            continue
        found = verb_roles(binder, death, words[0]) if death.verbal else of_noun(binder, death, words[0])
        if set(found.recipient) & set(roles.actor):
            break
        return roles._replace(recipient=found.recipient, recipient_arguments=found.recipient_arguments)
    return roles


def against(scene: Scene, p: Predicate, roles: Roles) -> Roles:
    """Against whom a protest is: who is named behind its reason or demand."""
    last = min(scene.analysed.sentence_at(p.first)[1], p.last + _REASON)
    for at in range(p.first, last):
        length = stands_at(class_words("protest_reasons"), scene.forms, at)
        if not length:
            continue
        for reference in scene.referents.between(at, min(last, at + length + _DEED)):
            kinds = {scene.entity(e).kind for e in reference.entities}
            people = tuple(e for e in reference.entities if e not in roles.actor)
            if people and reference.how != "pronoun" and not kinds & {Kind.GROUP, Kind.PLACE}:
                whom = Argument("", people, reference.first, reference.first, reference.last, reference.how)
                return roles._replace(recipient=people, recipient_arguments=(whom,))
    return roles


def about_whom(scene: Scene, predicate: Predicate, word: EventWord, roles: Roles) -> Roles:
    """Whom a condemnation or praise of a deed falls on: the one that the deed is told of."""
    for argument in roles.others:
        people = tuple(e for e in argument.entities if e not in roles.actor and scene.entity(e).kind is not Kind.PLACE)
        near = abs(argument.start - predicate.last) <= _NEAR
        apposed = predicate.verbal and argument.label == BARE and OBJECT not in word.recipient
        told = word.type is EventType.ACCUSE and argument.label in word_set("complained_to")
        if told or is_under_sanctions(scene, argument):
            continue
        if people and near and not apposed and argument.label not in word_set("beside_the_point"):
            return roles._replace(recipient=people, recipient_arguments=(argument,))
    return roles


def is_under_sanctions(scene: Scene, argument: Argument) -> bool:
    """Whether a phrase belongs to a word for sanctions before it: a veto of sanctions on him is not against him."""
    noun = scene.predicate_at.get(argument.start - 2)
    return noun is not None and not noun.verbal and any(word.type is EventType.SANCTION for word in noun.words)
