"""What the verb adds that carries an event noun."""

from khabar.extraction.events.antecedents import Ids, pronoun_means, spoken_for
from khabar.extraction.events.arguments import Argument
from khabar.extraction.events.binding import Binding
from khabar.extraction.events.bindings import Binder
from khabar.extraction.events.carrying import governor, label_of, relative_verb, tells_doer
from khabar.extraction.events.lexicon import is_a
from khabar.extraction.events.masdar_phrases import asks, but_purposes
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import BARE, Scene
from khabar.extraction.events.slots import Roles, by_label, fill, verb_roles
from khabar.knowledge.event_words import OBJECT, SUBJECT, Carrier, EventWord, Genitive, Gives, carriers
from khabar.values.entity import Kind
from khabar.values.event import EventType, Status

_FOR, _TO = "ل", "الى"
_NEAR = 6  # tokens from an event noun to من with who does what somebody else comes under
_OF_STATES = frozenset(
    {EventType.TRANSFER, EventType.AID, EventType.MOBILIZE, EventType.RETREAT, EventType.ASSAULT, EventType.TEST}
)
_HELP = frozenset({EventType.SUPPORT, EventType.AID})
_GIVING = frozenset({EventType.TRANSFER, EventType.AID})
_OF_TWO = frozenset({EventType.ACCUSE, EventType.REQUEST})  # who says no to it is whom it is made to
_STANCES = frozenset({EventType.ACCUSE, EventType.SUPPORT, EventType.REJECT, EventType.REQUEST, EventType.THREATEN})


def with_carrier(binder: Binder, p: Predicate, word: EventWord, roles: Roles) -> Roles:
    """The roles of an event noun with what its carrying verb tells, before it or in a relative clause on it."""
    later = relative_verb(binder.scene, p)
    if later is not None:
        return _from_relative(binder, p, later, word, roles)
    found = governor(binder.scene, p)
    if found is None:
        return roles
    verb, gives, carrier_id = found
    if _of_another(carriers().get(carrier_id)) and word.type in _STANCES:
        return _with_accused(binder, p, word, roles)  # who rejects an accusation did not make it
    roles = roles._replace(carrier=verb, carrier_id=carrier_id)
    before, light = binder.scene.forms[p.first - 1], carriers().get(carrier_id)
    done = light is not None and light.gives is Gives.ACTOR and light.status is None
    given = word.goods and any(a.entities and not a.commas for a in roles.recipient_arguments)
    denied = done or given  # imposed no sanctions; denies any export to Togo
    if is_a("existence", before) and not (denied and is_a("any", before)):
        gives = Gives.NEITHER  # denied that there was an attack: whose, is not told
    if gives is Gives.SPEAKER and (word.undergone or (roles.actor and not _is_helped(p, word, roles))):
        return roles
    bound = binder.verb(verb) if verb.verbal else binder.noun(verb)
    if verb.verbal:
        roles = roles._replace(begin=min(roles.begin, bound.begin))
    if not roles.recipient and gives not in (Gives.OBJECT, Gives.ACCUSED):
        between = by_label(tuple(a for a in bound.labelled if a.first < p.first and (verb.verbal or a.label != _FOR)))
        own = carriers()[carrier_id].recipient if carrier_id else ()
        phrases, recipient = fill(between, (*word.noun_recipient, *own))
        roles = roles._replace(recipient=recipient, recipient_arguments=phrases)
    return _given(binder, p, word, roles, bound, gives)


def _is_helped(p: Predicate, word: EventWord, roles: Roles) -> bool:
    """Whether the genitive of help that somebody announces as his own is whom he helps: announced support of Ghana."""
    genitive = roles.actor_arguments[:1]
    near = bool(genitive) and genitive[0].start == p.last and genitive[0].how == "name"
    behind = roles.recipient or any(a.label == _FOR for a in roles.labelled)
    return word.type in _HELP and OBJECT in word.recipient and near and not behind


def _with_accused(binder: Binder, p: Predicate, word: EventWord, roles: Roles) -> Roles:
    phrases, accused = _who_denies(binder, p)
    told = bool(roles.actor) and not set(accused) & set(roles.actor)
    if word.type not in _OF_TWO or roles.recipient or not told:
        return roles
    return roles._replace(recipient=accused, recipient_arguments=phrases)


def _who_denies(binder: Binder, accusation: Predicate) -> tuple[tuple[Argument, ...], Ids]:
    """Whom an accusation is of that somebody rejects: who rejects it."""
    found = governor(binder.scene, accusation)
    if found is None or not found[0].verbal or not _of_another(carriers().get(found[2])):
        return (), ()
    bound = binder.verb(found[0])
    return ((bound.subject,) if bound.subject else ()), bound.own


def _of_another(carrier: Carrier | None) -> bool:
    """Whether a verb says no to what may be somebody else's deed; who refrains leaves undone his own."""
    return carrier is not None and carrier.status is Status.DENIED and not carrier.refrains


def _from_relative(binder: Binder, p: Predicate, verb: Predicate, word: EventWord, roles: Roles) -> Roles:
    bound = binder.verb(verb)
    labelled = but_purposes(binder.scene, p, word, bound.labelled)
    phrases, recipient = fill(by_label(labelled), word.noun_recipient)
    subject: tuple[Argument, ...] = (bound.subject,) if bound.subject and tells_doer(verb) else ()
    named = subject[0].entities if subject else ()
    by = tuple(preposition for carrier in verb.carriers for preposition in carrier.by)
    if by:  # the raid that is ascribed to them
        subject, named = fill(by_label(bound.labelled), by)
    if any(carrier.gives is Gives.RECIPIENT for carrier in verb.carriers):  # the criticism that they met with
        phrases, recipient = subject, named
        subject, named = fill(by_label(bound.labelled), ("من",))
    return roles._replace(
        actor=named or roles.actor,
        actor_arguments=subject if named else roles.actor_arguments,
        recipient=roles.recipient or recipient,
        recipient_arguments=roles.recipient_arguments or phrases,
        carrier=verb,
        end=max(roles.end, bound.end),
    )


def _given(binder: Binder, p: Predicate, word: EventWord, roles: Roles, bound: Binding, gives: Gives) -> Roles:
    """The roles with the one that the carrying verb's subject or object takes."""
    verb = roles.carrier
    assert verb is not None  # the caller has found it
    if gives is Gives.ACCUSED:
        accused = verb_roles(binder, verb, verb.words[0])
        if roles.actor:
            return roles
        return roles._replace(actor=accused.recipient, actor_arguments=accused.recipient_arguments)
    if gives is Gives.OBJECT and (verb.verbal or not _accuses(verb)):
        subject, ids = bound.objects[:1], bound.object_named
    else:
        subject, ids = _subject(binder, p, verb, bound, carrying=bool(roles.carrier_id))
    if gives is Gives.SPEAKER or (word.type in _OF_STATES and _of_another(carriers().get(roles.carrier_id))):
        ids = spoken_for(binder.scene, ids)  # the minister denies what his state is said to do
    if gives is Gives.RECIPIENT:
        phrases, sender = fill(by_label(roles.labelled), ("من",))
        if not roles.actor and word.genitive is Genitive.EITHER and _suffered(p, roles):  # comes under an army's raids
            phrases, sender = roles.recipient_arguments, roles.recipient
            roles = roles._replace(actor=sender, actor_arguments=phrases)
            return roles._replace(recipient=ids, recipient_arguments=subject)
        someone = any(binder.scene.entity(e).kind is not Kind.PLACE for e in sender)  # not an attack from the sea
        if someone and not roles.actor and phrases[0].start - p.last <= _NEAR:
            roles = roles._replace(actor=sender, actor_arguments=phrases)
        if _is_asked(word, roles, ids):  # got a request to hand over the suspect: he is not asked
            return roles._replace(recipient=ids, recipient_arguments=subject)
        return roles._replace(
            recipient=roles.recipient or ids, recipient_arguments=roles.recipient_arguments or subject
        )
    light = carriers().get(roles.carrier_id)
    if light and gives is Gives.NEITHER and light.status is Status.POSSIBLE:  # asked Ghana to send ships
        phrases, doer = fill(by_label(tuple(a for a in bound.labelled if a.last <= p.first)), light.by)
        if doer and word.type in _GIVING and verb.verbal and _to_who_asks(binder.scene, p, roles):
            roles = roles._replace(recipient=bound.own)
        return _with_actor(binder.scene, word, roles, doer, phrases) if doer else roles
    if light and light.mutual and not roles.recipient and not roles.actor and len(ids) > 1:
        return roles._replace(actor=ids, recipient=ids, actor_arguments=subject, recipient_arguments=subject)
    if gives in (Gives.NEITHER, Gives.PLACE) or (bound.passive and gives is not Gives.OBJECT):
        return roles
    return _with_actor(binder.scene, word, roles, ids, subject)


def _to_who_asks(scene: Scene, p: Predicate, roles: Roles) -> bool:
    """Whether it is not told to whom somebody is to give: asked Ghana to send arms, himself; not arms for others."""
    if roles.recipient or roles.recipient_arguments:
        return False
    behind = range(p.last, min(scene.analysed.sentence_at(p.first)[1], p.last + _NEAR))
    return not any(scene.forms[at] == _TO or scene.attached_preposition(at) == _FOR for at in behind)


def _is_asked(word: EventWord, roles: Roles, ids: Ids) -> bool:
    """Whether who gets a request or an invitation is asked, and not whom ل brings behind it: what is asked for."""
    return asks(word) and bool(ids) and all(a.label == _FOR for a in roles.recipient_arguments)


def _suffered(p: Predicate, roles: Roles) -> bool:
    """Whether what was taken for the recipient of a noun stands in the genitive right behind it."""
    first = next(iter(roles.recipient_arguments), None)
    return first is not None and first.label == BARE and first.start == p.last and bool(roles.recipient)


def _subject(
    binder: Binder, p: Predicate, verb: Predicate, bound: Binding, *, carrying: bool
) -> tuple[tuple[Argument, ...], Ids]:
    """The subject of a carrying verb; of a carrying masdar that of the verb above it."""
    if verb.verbal:
        nearer = next((a for a in bound.labelled if a.last == p.first and a.label in ("ل", "ب", "من")), None)
        if nearer and not carrying and all(binder.scene.entity(e).kind is Kind.PERSON for e in nearer.entities):
            return (nearer,), nearer.entities  # thanked the king for wishing to hold talks
        return ((bound.subject,) if bound.subject else ()), bound.own
    own = tuple(a for a in (*bound.objects[:1], *bound.with_label("ل")) if a.last <= p.first)
    if _accuses(verb):
        denied = _who_denies(binder, verb)
        if denied[1]:
            return denied
        own = tuple(a for a in own if a.label == "ل") or tuple(a for a in own if not _is_accuser(verb, a))
    own = own[:1]
    ids = own[0].entities if own else ()
    if not ids and verb.enclitic and label_of(binder.scene, verb) == _FOR:
        return own, pronoun_means(binder.scene, verb.first)  # sanctions on Ghana for its part in the raid
    above = governor(binder.scene, verb) if not ids else None
    higher = binder.verb(above[0]) if above and above[0].verbal else None
    if above and not above[0].verbal:
        outer = binder.noun(above[0])
        if above[1] is Gives.ACTOR:
            return _subject(binder, p, above[0], outer, carrying=carrying)
        accused = (*outer.with_label("ل"), *outer.objects)[:1]  # the accusing of the army of a raid
        return accused, accused[0].entities if accused else ()
    if above and higher and above[1] in (Gives.ACCUSED, Gives.OBJECT) and (higher.object_named or _accuses(above[0])):
        return higher.objects[:1], higher.object_named
    if higher and higher.own:
        return ((higher.subject,) if higher.subject else ()), higher.own
    return own, ids or (pronoun_means(binder.scene, verb.first) if verb.enclitic else ())


def _accuses(verb: Predicate) -> bool:
    return any(word.type is EventType.ACCUSE for word in verb.words[:1])


def _is_accuser(accusation: Predicate, argument: Argument) -> bool:
    """Whether a genitive or an adjective beside a noun of accusing tells who accuses: American accusations."""
    return argument.how == "adjective" or accusation.words[0].genitive is Genitive.ACTOR


def _wished(roles: Roles) -> bool:
    carrier = carriers().get(roles.carrier_id)
    return carrier is not None and carrier.status is not None and carrier.gives is not Gives.OBJECT


def _home(scene: Scene, roles: Roles) -> bool:
    """Whether the actor is told as somebody's country: announced his country's withdrawal."""
    told = [scene.referents.at(a.first) for a in roles.actor_arguments]
    return any(reference is not None and reference.how == "pronoun" for reference in told)


def _with_actor(scene: Scene, word: EventWord, roles: Roles, ids: Ids, subject: tuple[Argument, ...]) -> Roles:
    if SUBJECT in word.recipient and word.type is EventType.DISMISS and _wished(roles):
        return roles  # who agrees to a resignation does not resign
    if SUBJECT in word.recipient:  # who buys is the one that gets
        return roles._replace(
            recipient=roles.recipient or ids, recipient_arguments=roles.recipient_arguments or subject
        )
    if word.undergone:
        return roles
    if not roles.actor:
        return roles._replace(actor=ids, actor_arguments=subject)
    # "paid a visit of Ghana": the genitive of a carried noun is no actor
    genitive = word.genitive is Genitive.ACTOR and not any(a.how == "adjective" for a in roles.actor_arguments)
    swapped = roles.carrier_id and not roles.recipient and genitive and not _home(scene, roles)
    if ids and swapped and not set(ids) & set(roles.actor):
        return roles._replace(
            actor=ids,
            actor_arguments=subject,
            recipient=roles.actor,
            recipient_arguments=roles.actor_arguments,
        )
    return roles
