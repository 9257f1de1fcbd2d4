"""Who does what to whom: the slots of an event word, filled from what stands around it."""

from dataclasses import dataclass, replace

from khabar.extraction.events.arguments import AGENT, BARE, Argument, Scene, arguments, clause_start
from khabar.extraction.events.bindings import Binder, Binding, Ids, folded_slots
from khabar.extraction.events.lexicon import bare, class_words
from khabar.extraction.events.predicates import Predicate
from khabar.knowledge.event_words import OBJECT, SUBJECT, EventWord, Genitive, Gives, carriers
from khabar.values.attribution import Stance
from khabar.values.entity import Kind
from khabar.values.event import EventMode, EventType, Status

Slots = dict[str, tuple[tuple[Argument, ...], Ids]]
_NEAR = 14  # tokens behind a word of praise or blame in which the one stands whom it falls on
_WITH = frozenset({"مع", "بين"})
_WHERE = frozenset({"في", "فى", "خلال", "منذ", "بعد", "قبل", "عبر", "لدى"})
_BOTH_ROLES = frozenset({EventType.AGREE, EventType.COOPERATE, EventType.TRANSFER})
_JUDGEMENTS = frozenset({EventType.ACCUSE, EventType.SUPPORT, EventType.REJECT})
_DEEDS = frozenset({EventType.ASSAULT, EventType.MOBILIZE, EventType.RETREAT, EventType.TEST, EventType.TRANSFER})
_MEANS = frozenset({"ب", "ل"})
_LANDS = frozenset({Kind.PLACE, Kind.COUNTRY})
_STANCES = frozenset({EventType.ACCUSE, EventType.SUPPORT, EventType.REJECT, EventType.REQUEST, EventType.THREATEN})
_NO_RECIPIENT = frozenset({EventType.MOBILIZE, EventType.PROTEST, EventType.TEST})


@dataclass(frozen=True, slots=True)
class Roles:
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


def roles_of(binder: Binder, predicate: Predicate, word: EventWord) -> Roles:
    """Actor and recipient of an event word."""
    found = _of_verb(binder, predicate, word) if predicate.verbal else _of_noun(binder, predicate, word)
    if word.type in _JUDGEMENTS and not found.recipient:
        found = _about_whom(binder.scene, predicate, found)
    return _settled(binder.scene, word, found)


def _about_whom(scene: Scene, predicate: Predicate, roles: Roles) -> Roles:
    """Whom a condemnation or praise of a deed falls on: the one that the deed is told of."""
    for argument in roles.others:
        people = tuple(e for e in argument.entities if e not in roles.actor and scene.entity(e).kind is not Kind.PLACE)
        near = argument.start - predicate.last <= _NEAR
        if people and near and argument.label not in _WHERE:
            return replace(roles, recipient=people, recipient_arguments=(argument,))
    return roles


def _of_verb(binder: Binder, p: Predicate, word: EventWord) -> Roles:
    bound = binder.verb(p)
    subject: tuple[Argument, ...] = (bound.subject,) if bound.subject else ()
    subject_ids = bound.subject_ids or (bound.subject.entities if bound.subject else ())
    agents = bound.with_label(AGENT)
    slots = _by_label(bound.labelled)
    slots[OBJECT] = (bound.objects[:1], bound.object_ids or (bound.objects[0].entities if bound.objects else ()))
    slots[SUBJECT] = (subject, subject_ids)
    if bound.passive:
        slots[OBJECT] = (subject, subject_ids)
        slots[SUBJECT] = (agents[:1], agents[0].entities if agents else ())
    actor_arguments, actor = _fill(slots, word.actor)
    recipient_arguments, recipient = _fill(slots, word.recipient)
    if bound.passive and not agents and SUBJECT not in word.actor:
        actor_arguments, actor = _fill(slots, word.actor)
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


def _of_noun(binder: Binder, p: Predicate, word: EventWord) -> Roles:
    bound = binder.noun(p)
    slots = _by_label(bound.labelled)
    actor_arguments, actor = _fill(slots, (AGENT,))
    recipient_arguments, recipient = _fill(slots, word.noun_recipient)
    others = tuple(sorted((*bound.objects, *bound.labelled), key=lambda a: a.first))
    roles = Roles(
        actor,
        recipient,
        actor_arguments,
        recipient_arguments,
        begin=p.first,
        end=bound.end,
        labelled=bound.labelled,
        others=others,
    )
    roles = _carried(binder, p, word, _genitive(binder, p, word, bound, roles))
    if roles.actor or roles.carrier:
        return roles
    if word.genitive is not Genitive.ACTOR and binder.label_of(p) in _MEANS:
        roles = _by_means(binder, p, roles)
    if roles.actor or word.passive or word.type not in _DEEDS:
        return roles
    return replace(roles, actor=_who_claims(binder, p))


def _by_means(binder: Binder, p: Predicate, roles: Roles) -> Roles:
    """Whoever the clause is about does what is named as means or purpose: they answered by sending arms."""
    begin = clause_start(binder.scene, p.first)
    found, end = arguments(binder.scene, begin, p.first)
    doers = [a for a in found if a.label == BARE and a.agentive and not set(a.entities) & set(roles.recipient)]
    if end < p.first or not doers or not doers[0].entities:
        return roles
    return replace(roles, actor=doers[0].entities, actor_arguments=(doers[0],))


def _who_claims(binder: Binder, p: Predicate) -> Ids:
    """Who speaks of a deed with a masdar as his own: the movement's talk of attacking the ship."""
    saying = binder.saying_at(p.first)
    if saying is None or saying.stance is not Stance.ASSERTS or not saying.chain:
        return ()
    opening = binder.scene.analysed.token_from(saying.content.start)
    speakers = _spoken_for(binder.scene, saying.chain[-1])
    bodies = all(binder.scene.entity(e).kind in (Kind.COUNTRY, Kind.ORGANISATION) for e in speakers)
    return speakers if bodies and 0 <= p.first - opening <= 1 else ()


def _by_label(labelled: tuple[Argument, ...]) -> Slots:
    """The first argument behind each preposition."""
    return {a.label: ((a,), a.entities) for a in reversed(labelled)}


def _fill(slots: Slots, wanted: tuple[str, ...]) -> tuple[tuple[Argument, ...], Ids]:
    for slot in wanted:
        key = slot if slot in (SUBJECT, OBJECT, AGENT) else next(iter(folded_slots((slot,))))
        phrases, ids = slots.get(key, ((), ()))
        if ids or phrases:
            return phrases, ids
    return (), ()


def _genitive(binder: Binder, p: Predicate, word: EventWord, bound: Binding, roles: Roles) -> Roles:
    """What follows the noun without a preposition, or is attached to it as a pronoun."""
    own = bound.objects
    adjective = next((a for a in own if a.how == "adjective" and _modifies(binder.scene, p, a)), None)
    if adjective and not roles.actor:
        return replace(roles, actor=adjective.entities, actor_arguments=(adjective,))
    if p.enclitic:
        owner = binder.pronoun(p.first)
        if word.genitive is Genitive.RECIPIENT or (
            word.genitive is Genitive.EITHER and not roles.recipient and not own
        ):
            return replace(roles, recipient=owner)
        rest = own[0] if own and not roles.recipient else None
        return replace(
            roles,
            actor=roles.actor or owner,
            recipient=rest.entities if rest else roles.recipient,
            recipient_arguments=(rest,) if rest else roles.recipient_arguments,
        )
    if not own or word.genitive is Genitive.NONE:
        return roles
    if word.mode is EventMode.VISIT and all(binder.scene.entity(e).kind in _LANDS for e in own[0].entities):
        return replace(roles, recipient=own[0].entities, recipient_arguments=own[:1])
    first, second = own[0], own[1] if len(own) > 1 else None
    doer = word.genitive is Genitive.ACTOR or (
        word.genitive is Genitive.EITHER and first.agentive and bool(roles.recipient or second)
    )
    if not doer:
        return replace(roles, recipient=first.entities, recipient_arguments=(first,))
    if roles.actor:
        return roles
    roles = replace(roles, actor=first.entities, actor_arguments=(first,))
    if second and not roles.recipient and word.genitive is Genitive.EITHER:
        roles = replace(roles, recipient=second.entities, recipient_arguments=(second,))
    return roles


def _modifies(scene: Scene, p: Predicate, argument: Argument) -> bool:
    """Whether an adjective of nationality is said of the event noun: only adjectives stand between."""
    between = scene.forms[p.last : argument.first]
    return len(between) <= 2 and all(form.endswith(("ي", "ية", "يا", "يين", "ين")) for form in between)


def _carried(binder: Binder, p: Predicate, word: EventWord, roles: Roles) -> Roles:
    """What the verb adds that carries the noun, or one in a relative clause on it."""
    governor = binder.governor(p)
    later = binder.relative_verb(p)
    if later is not None:
        bound = binder.verb(later)
        ids = bound.subject.entities if bound.subject else ()
        labels = _by_label(bound.labelled)
        phrases, recipient = _fill(labels, word.noun_recipient)
        return replace(
            roles,
            actor=ids or roles.actor,
            recipient=roles.recipient or recipient,
            recipient_arguments=roles.recipient_arguments or phrases,
            carrier=later,
            end=max(roles.end, bound.end),
        )
    if governor is None:
        return roles
    verb, gives, carrier_id = governor
    if carrier_id and carriers()[carrier_id].status is Status.DENIED and word.type in _STANCES:
        return roles  # who rejects an accusation did not make it
    before = binder.scene.forms[p.first - 1]
    if class_words("existence") & {(part,) for part in bare(before)}:
        gives = Gives.NEITHER  # denied that there was an attack: whose, is not told
    if gives is Gives.SPEAKER and (word.passive or roles.actor):
        return replace(roles, carrier=verb, carrier_id=carrier_id)
    roles = replace(roles, carrier=verb, carrier_id=carrier_id)
    bound = binder.verb(verb) if verb.verbal else binder.noun(verb)
    roles = replace(roles, begin=min(roles.begin, bound.begin)) if verb.verbal else roles
    between = _by_label(tuple(a for a in bound.labelled if a.first < p.first))
    if not roles.recipient and gives not in (Gives.OBJECT, Gives.ACCUSED):
        phrases, recipient = _fill(between, word.noun_recipient)
        roles = replace(roles, recipient=recipient, recipient_arguments=phrases)
    return _from_carrier(binder, p, verb, bound, gives, word, roles)


def _from_carrier(
    binder: Binder, noun: Predicate, verb: Predicate, bound: Binding, gives: Gives, word: EventWord, roles: Roles
) -> Roles:
    if verb.verbal:
        ids = bound.subject_ids or (bound.subject.entities if bound.subject else ())
        subject: tuple[Argument, ...] = (bound.subject,) if bound.subject else ()
    else:
        above = binder.governor(verb)
        higher = binder.verb(above[0]) if above and above[0].verbal else None
        own = tuple(a for a in bound.objects[:1] if a.last <= noun.first)
        subject = (higher.subject,) if higher and higher.subject else own
        ids = (higher.subject_ids if higher else ()) or (subject[0].entities if subject else ())
        if verb.enclitic and not ids:
            ids = binder.pronoun(verb.first)
    if gives is Gives.ACCUSED:
        accused = roles_of(binder, verb, verb.words[0])
        return (
            roles
            if roles.actor
            else replace(roles, actor=accused.recipient, actor_arguments=accused.recipient_arguments)
        )
    if gives is Gives.SPEAKER:
        ids, gives = _spoken_for(binder.scene, ids), Gives.ACTOR
    if gives is Gives.OBJECT:
        subject, ids = bound.objects[:1], bound.object_ids or (bound.objects[0].entities if bound.objects else ())
        gives = Gives.ACTOR
    if gives is Gives.RECIPIENT:
        return replace(
            roles, recipient=roles.recipient or ids, recipient_arguments=roles.recipient_arguments or subject
        )
    if gives is not Gives.ACTOR or bound.passive:
        return roles
    if not roles.actor:
        return replace(roles, actor=ids, actor_arguments=subject)
    swapped = roles.carrier_id and not roles.recipient and word.genitive is Genitive.ACTOR
    if ids and swapped and not set(ids) & set(roles.actor):
        return replace(
            roles,
            actor=ids,
            actor_arguments=subject,
            recipient=roles.actor,
            recipient_arguments=roles.actor_arguments,
        )
    return roles


def _spoken_for(scene: Scene, ids: Ids) -> Ids:
    """Whose deed it is that somebody announces: the body's that the speaker speaks for."""
    found: list[str] = []
    for e in ids:
        entity = scene.entity(e)
        offices = [role.of for role in entity.roles if role.of] if entity.kind is Kind.PERSON else []
        body = offices[0] if offices else entity.of if entity.kind is Kind.GROUP else None
        found.append(body if body and body in scene.referents.by_id else e)
    return tuple(dict.fromkeys(found))


def _settled(scene: Scene, word: EventWord, roles: Roles) -> Roles:
    """Parties of what is done together in both roles; a place stands for whom it belongs to."""
    if word.mutual:
        roles = _together(word, roles)
    targets = tuple(e for e in roles.recipient if scene.entity(e).kind is Kind.PLACE)
    recipient = () if word.type in _NO_RECIPIENT else _owners(scene, roles.recipient)
    actor = _owners(scene, roles.actor)
    if not word.mutual and set(actor) & set(recipient):
        if roles.actor_arguments:
            recipient = tuple(e for e in recipient if e not in actor)
        else:  # the actor was guessed
            actor = tuple(e for e in actor if e not in recipient)
    if word.mode is EventMode.VISIT:
        targets = tuple(e for e in roles.recipient if scene.entity(e).kind in (Kind.PLACE, Kind.COUNTRY))
    return replace(roles, actor=actor, recipient=recipient, targets=targets)


def _together(word: EventWord, roles: Roles) -> Roles:
    partners = tuple(e for a in roles.labelled if a.label in _WITH for e in a.entities)
    everyone = tuple(dict.fromkeys(roles.actor + roles.recipient + partners))
    if word.type in _BOTH_ROLES:
        return replace(roles, actor=everyone, recipient=everyone if len(everyone) > 1 else ())
    if len(roles.actor) > 1 and not roles.recipient:
        return replace(roles, actor=roles.actor[:1], recipient=roles.actor[1:])
    if not roles.actor and len(everyone) > 1:
        return replace(roles, actor=everyone[:1], recipient=everyone[1:])
    return replace(roles, recipient=roles.recipient or tuple(e for e in partners if e not in roles.actor))


def _owners(scene: Scene, ids: Ids) -> Ids:
    named: list[str] = []
    for e in ids:
        entity = scene.entity(e)
        if entity.kind is Kind.PLACE:
            if entity.of and entity.of in scene.referents.by_id:
                named.append(entity.of)
        else:
            named.append(e)
    return tuple(dict.fromkeys(named))
