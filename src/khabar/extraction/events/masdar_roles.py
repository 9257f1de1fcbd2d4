"""Who does what to whom, as a masdar tells it."""

from itertools import takewhile

from khabar.extraction.events.antecedents import Ids, pronoun_means, pronoun_of, spoken_for
from khabar.extraction.events.arguments import AGENT, Argument, arguments
from khabar.extraction.events.binding import Binding
from khabar.extraction.events.bindings import Binder
from khabar.extraction.events.carried import with_carrier
from khabar.extraction.events.carrying import governor, is_undergone, label_of
from khabar.extraction.events.clauses import clause_start, source_aside
from khabar.extraction.events.homelands import office_country_of
from khabar.extraction.events.lexicon import closed, is_a, modals, stands_at, ware_words, word_set
from khabar.extraction.events.masdar_phrases import (
    but_purposes,
    by_owner,
    helped,
    is_charged,
    is_of_talks,
    is_of_whom,
    is_praised,
    of_counted,
    of_whom,
    with_weapons_of,
)
from khabar.extraction.events.partakers import owner_behind_occasion, with_partaker
from khabar.extraction.events.parties import is_of_nationals
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import ATTACHED, BARE, LANDS, Scene
from khabar.extraction.events.slots import Roles, by_label, filled, made_by, sent_by_home, verb_roles
from khabar.extraction.events.subjects import is_that
from khabar.knowledge.event_words import OBJECT, SPEAKER, SUBJECT, EventWord, Genitive, Gives, carriers
from khabar.knowledge.geography import place_by_id
from khabar.language.number_words import number_word
from khabar.values.attribution import Stance
from khabar.values.entity import Entity, Kind
from khabar.values.event import EventMode, EventType

_FROM, _ON = "من", "على"
DEEDS = frozenset({EventType.ASSAULT, EventType.MOBILIZE, EventType.RETREAT, EventType.TEST, EventType.TRANSFER})
_HELP = frozenset({EventType.SUPPORT, EventType.AID})
_OF_PERSONS = frozenset({EventType.APPOINT, EventType.DISMISS, EventType.CONSULT})
DONE_TO = frozenset({EventType.ASSAULT, EventType.COERCE, EventType.SANCTION})  # what somebody suffers
_BESIDE = 3  # tokens between who does what a masdar names and whom he does it to
_PART = 2  # tokens from what somebody had a part in back to that: لتورطها في
_HELD = 12  # tokens before a charge in which it stands that somebody is held on it


def from_whom(scene: Scene, word: EventWord, roles: Roles) -> Roles:
    """Who gives, where only من brings him: somebody named right behind it, no group of workers.

    A place stands for whose it is only where the goods are moved to another place: from Latakia to Odessa.
    """
    given = roles.actor_arguments[:1] if word.goods and SUBJECT in word.actor else ()
    if roles.carrier_id and _FROM in carriers()[roles.carrier_id].by:
        return roles  # asked of Ghana to send arms
    if not given or given[0].label != _FROM or scene.of_ware(given[0].start, given[0].first):
        return roles  # a shipment of Ghanaian wheat is Ghana's
    kinds = {scene.entity(e).kind for e in roles.actor}
    moved = all(scene.entity(e).kind is Kind.PLACE for e in roles.recipient) and bool(roles.recipient)
    barred = {Kind.GROUP} if moved else {Kind.GROUP, Kind.PLACE}
    named = given[0].start == given[0].first and not given[0].commas and not kinds & barred
    return roles if named else roles._replace(actor=(), actor_arguments=())


def of_noun(binder: Binder, p: Predicate, word: EventWord) -> Roles:
    """Actor and recipient of an event word that is a noun."""
    bound = binder.noun(p)
    actors = (AGENT, *(slot for slot in word.actor if slot not in (SUBJECT, SPEAKER)))
    slots = by_label(but_purposes(binder.scene, p, word, bound.labelled))
    roles = of_whom(p, word, filled(slots, bound, actors, word.noun_recipient))
    roles = _who_may(binder.scene, p, word, from_whom(binder.scene, word, roles))
    roles = _genitive(binder, p, word, bound, roles)
    if word.type in _HELP and (is_of_whom(p, word, roles) or is_praised(binder.scene, p, roles)):
        return roles if roles.recipient else helped(binder, p, roles)
    if p.first and is_a("charges", binder.scene.forms[p.first - 1]):
        return _of_charged(binder, p, word, roles)
    if p.first and _is_why_punished(binder.scene, p):
        return _of_charged(binder, p, word, roles._replace(actor=(), actor_arguments=()) if p.enclitic else roles)
    if word.goods and is_of_talks(binder.scene, p):
        return _with_who_talks(binder, p, word, roles)
    if word.type is EventType.TRANSFER and not roles.actor:
        roles = sent_by_home(binder.scene, bound.objects[:1], roles)
    roles = with_carrier(binder, p, word, roles)
    if word.goods and not roles.actor:
        goods = takewhile(lambda a: all(a.start < b.start for b in bound.labelled), bound.objects)
        got = bound.with_label(_ON) if SUBJECT in word.recipient else ()
        roles = made_by(binder.scene, word, (*goods, *got), roles)
    if word.type is EventType.ASSAULT and not (roles.actor or word.undergone):
        roles = with_weapons_of(binder.scene, p, roles)
    means = roles.carrier and not roles.carrier.verbal and not governor(binder.scene, roles.carrier)
    if roles.carrier and means and not roles.actor and label_of(binder.scene, roles.carrier) == "ب":
        roles = _by_means(binder, roles.carrier, word, roles)
    roles = by_owner(binder.scene, p, word, roles)
    roles = with_partaker(binder, p, word, roles)
    if roles.carrier or (roles.recipient if SUBJECT in word.recipient else roles.actor):
        return roles
    purpose = word.genitive is not Genitive.ACTOR and not is_undergone(binder.scene, p)
    about_to = p.first > 0 and binder.scene.forms[p.first - 1] in word_set("about_to")
    purpose = purpose and not (p.first and is_a("not_doing", binder.scene.forms[p.first - 1]))
    if purpose and not word.undergone and (about_to or label_of(binder.scene, p) in ATTACHED):
        roles = _by_means(binder, p, word, roles)
    if roles.actor or word.passive or word.undergone or word.type not in DEEDS:
        return roles
    return roles._replace(actor=_who_claims(binder, p))


def _with_who_talks(binder: Binder, p: Predicate, word: EventWord, roles: Roles) -> Roles:
    """Who alone is told to hold the talks gets what they are to buy from another, or gives what they are to sell."""
    talks = next(binder.scene.predicates_before(p.first, _HELD), None)
    above = governor(binder.scene, talks) if talks else None
    one = binder.verb(above[0]).own if above and above[0].verbal and above[1] is Gives.ACTOR else ()
    if len(one) != 1 or set(one) & {*roles.actor, *roles.recipient}:
        return roles
    gets = SUBJECT in word.recipient
    if gets and roles.actor and not roles.recipient:
        return roles._replace(recipient=one)
    return roles._replace(actor=one) if not gets and roles.recipient and not roles.actor else roles


def _is_why_punished(scene: Scene, p: Predicate) -> bool:
    """Whether a deed is told as why somebody is under sanctions: imposed sanctions on Ghana because of arming Togo."""
    theirs = bool(p.enclitic) and "ل" in p.proclitics  # for selling, لبيعها
    theirs = theirs or _is_their_part(scene, p.first - _PART)
    if not theirs and scene.forms[p.first - 1] not in word_set("because"):
        return False
    before = next((q for q in scene.predicates_before(p.first, _HELD) if q.words), None)
    return before is not None and before.words[0].type is EventType.SANCTION


def _is_their_part(scene: Scene, at: int) -> bool:
    """Whether 'for their part' in a deed stands here: لتورطها في, لضلوعهما في, لدوره في."""
    part = scene.predicate_at.get(at) if at >= 0 else None
    theirs = part is not None and bool(part.enclitic) and "ل" in part.proclitics
    return theirs and is_a("had_a_part", scene.forms[at]) and scene.forms[at + 1] in closed("preposition")


def _of_charged(binder: Binder, p: Predicate, word: EventWord, roles: Roles) -> Roles:
    """Who is arrested or tried on a charge is who would have done the deed in it, and not who announces it."""
    for held in binder.scene.predicates_before(p.first, _HELD):
        harm = [w for w in held.words if w.type in DONE_TO or w.type is EventType.ACCUSE]
        if held.last < p.first and harm and not (roles.actor or word.undergone):
            found = verb_roles(binder, held, harm[0]) if held.verbal else of_noun(binder, held, harm[0])
            return roles._replace(actor=found.recipient, actor_arguments=found.recipient_arguments)
    return roles


def _who_may(scene: Scene, p: Predicate, word: EventWord, roles: Roles) -> Roles:
    """Who may do what a masdar names stands with ل behind the modal: Ghana may sell arms."""
    reference = scene.referents.at(p.first - 1) if p.first else None
    if not reference or not reference.particle.endswith("ل") or reference.first < 1:
        return roles
    if scene.forms[reference.first - 1] not in modals():
        return roles
    if SUBJECT in word.recipient:
        return roles._replace(recipient=roles.recipient or reference.entities)
    return roles._replace(actor=roles.actor or reference.entities)


def _by_means(binder: Binder, p: Predicate, word: EventWord, roles: Roles) -> Roles:
    """Whoever the clause is about does what is named as means or purpose: they answered by sending arms."""
    begin = max(clause_start(binder.scene, p.first), _own_words(binder.scene, p))
    cues = (at for at in range(begin, p.first) if at in binder.scene.cues)
    if any(source_aside(binder.scene, at, p.first) < 0 for at in cues):
        return roles  # sources that report a deed are not its doers
    found, end = arguments(binder.scene, begin, p.first)
    doers = [a for a in found if a.label == BARE and a.agentive and not set(a.entities) & set(roles.recipient)]
    if end < p.first or not doers or not doers[0].entities:
        return roles
    if SUBJECT in word.recipient:
        return roles._replace(recipient=roles.recipient or doers[0].entities)
    return roles._replace(actor=doers[0].entities, actor_arguments=(doers[0],))


def _own_words(scene: Scene, p: Predicate) -> int:
    """Where the words begin that somebody says: before them stands who tells of a deed, not who does it.

    Who threatens with a deed is who would do it, though he says so.
    """
    saying = scene.saying_at(p.first)
    act = scene.predicate_at.get(scene.analysed.token_from(saying.cue.start)) if saying and saying.cue else None
    return scene.analysed.token_from(saying.content.start) if saying and not (act and act.words) else 0


def _who_claims(binder: Binder, p: Predicate) -> Ids:
    """Who speaks of a deed with a masdar as his own: the movement's talk of attacking the ship."""
    saying = binder.scene.saying_at(p.first)
    if saying is None or saying.stance is not Stance.ASSERTS or not saying.chain or "ال" in p.proclitics:
        return ()  # the raids that somebody tells of may be anybody's
    opening = binder.scene.analysed.token_from(saying.content.start)
    if opening > 0 and is_that(binder.scene, opening - 1):
        return ()  # "that any transfer would be a breach" tells of no deed of one's own
    speakers = spoken_for(binder.scene, saying.chain[-1])
    bodies = all(binder.scene.entity(e).kind in (Kind.COUNTRY, Kind.ORGANISATION) for e in speakers)
    return speakers if bodies and 0 <= p.first - opening <= 1 else ()


def _genitive(binder: Binder, p: Predicate, word: EventWord, bound: Binding, roles: Roles) -> Roles:
    """What follows the noun without a preposition, or is attached to it as a pronoun."""
    # what changes hands is nobody: the purchase of planes, the sale of the minister's houses
    own = bound.objects
    if word.goods:  # nor is who is joined to it: the sale of the minister's and the officers' houses
        own = tuple(takewhile(lambda a: not _is_given(binder.scene, a), own))
    adjective = next((a for a in own if a.how == "adjective" and _modifies(binder.scene, p, a)), None)
    if adjective and _is_sufferer(p, word, adjective):
        recipient = roles.recipient or adjective.entities
        return roles._replace(recipient=recipient, recipient_arguments=roles.recipient_arguments or (adjective,))
    if adjective and not roles.actor:
        return roles._replace(actor=adjective.entities, actor_arguments=(adjective,))
    if p.enclitic:
        return _of_pronoun(binder, p, word, own[:1], roles)
    if not own and word.genitive is Genitive.ACTOR and not roles.actor and "ل" not in word.noun_recipient:
        return _of_whose(binder.scene, p, bound, roles)
    if not own and word.type in DONE_TO and word.genitive is Genitive.RECIPIENT and not roles.recipient:
        return of_counted(binder.scene, p, bound, roles)
    if not own or word.genitive is Genitive.NONE:
        return roles
    sent = bool(own[0].entities) and is_a("delegations", binder.scene.forms[own[0].start])  # of a Ghanaian delegation
    if word.mode is EventMode.VISIT and not sent and all(binder.scene.entity(e).kind in LANDS for e in own[0].entities):
        return roles._replace(recipient=own[0].entities, recipient_arguments=own[:1])
    first = own[0]
    two = len(own) > 1 and own[1].first - first.last <= _BESIDE
    second = own[1] if two and word.genitive is Genitive.EITHER else _object_of_masdar(word, bound, first)
    if word.genitive is Genitive.RECIPIENT and len(own) > 1 and _does_it_to(binder.scene, word, *own[:2]):
        second = own[1]
    doer = word.genitive is Genitive.ACTOR or (
        first.agentive and (bool(second) or (word.genitive is Genitive.EITHER and bool(roles.recipient)))
    )
    if word.type is EventType.TRANSFER and first.how in ("group", "words") and roles.recipient:
        return roles  # somebody is handed over
    if word.type is EventType.RETREAT and _is_where_from(binder.scene, first):
        return roles
    if word.sends and first.how == "group" and not any(is_of_nationals(binder.scene, e) for e in first.entities):
        return roles  # soldiers that are sent do not send
    if not doer:
        return roles._replace(recipient=first.entities, recipient_arguments=(first,))
    if roles.actor:
        return roles
    roles = roles._replace(actor=first.entities, actor_arguments=(first,))
    if second and not roles.recipient:
        roles = roles._replace(recipient=second.entities, recipient_arguments=(second,))
    return roles


def _does_it_to(scene: Scene, word: EventWord, first: Argument, second: Argument) -> bool:
    """Whether of two phrases right behind a masdar the first does it to the second: Kenya's killing of the general."""
    if OBJECT not in word.recipient or second.start != first.last or second.how != "name" or first.how != "name":
        return False
    kinds = {scene.entity(e).kind for e in first.entities}
    return kinds <= {Kind.COUNTRY, Kind.ORGANISATION} and not set(first.entities) & set(second.entities)


def _is_sufferer(p: Predicate, word: EventWord, adjective: Argument) -> bool:
    """Whether a nationality right behind a noun of killing or arrest is a person's: the arrest of a Ghanaian."""
    return word.to_people and "ال" not in p.proclitics and adjective.first == p.last


def _is_where_from(scene: Scene, argument: Argument) -> bool:
    """Whether a country is told as where soldiers are, and not as whose they are: soldiers from Ghana."""
    unnamed = argument.how == "words" and scene.referents.at(argument.first) is None
    return _FROM in scene.forms[argument.start : argument.last + unnamed]


def _is_given(scene: Scene, argument: Argument) -> bool:
    """Whether a noun phrase beside a word of giving names what is given: planes, the minister's houses, workers."""
    if not argument.agentive or (argument.forces and argument.how == "words"):
        return True
    return argument.how in ("group", "words") and stands_at(ware_words(), scene.forms, argument.start) > 0


def _object_of_masdar(word: EventWord, bound: Binding, doer: Argument) -> Argument | None:
    """What ل brings behind a masdar and who does it: Kenya's attacking of Uganda."""
    if OBJECT not in word.recipient or word.goods or doer.how == "group":
        return None
    behind = (a for a in bound.with_label("ل") if a.first == doer.last and a.start == a.first)
    return next((a for a in behind if a.entities), None)


def _of_whose(scene: Scene, p: Predicate, bound: Binding, roles: Roles) -> Roles:
    """Behind an indefinite noun ل stands for the genitive: raids of the coalition; not protests opposed to it."""
    doer = next((a for a in bound.with_label("ل") if a.start <= p.last + 1 and a.entities and a.agentive), None)
    if doer and is_a("opposed", scene.forms[doer.start - 1]):
        return roles._replace(recipient=doer.entities, recipient_arguments=(doer,))
    return roles._replace(actor=doer.entities, actor_arguments=(doer,)) if doer else roles


def _of_pronoun(binder: Binder, p: Predicate, word: EventWord, own: tuple[Argument, ...], roles: Roles) -> Roles:
    """His visit, their killing: the pronoun is the actor or the recipient, a noun behind it the other."""
    theirs = bool(pronoun_of(binder.scene.forms[p.last - 1]))
    told = roles.recipient if theirs and all(a.how == "name" for a in roles.recipient_arguments) else ()
    ahead = owner_behind_occasion(binder, p) if word.type is EventType.CONSULT else ()
    visited = (roles.recipient or (own[0].entities if own else ())) if word.mode is EventMode.VISIT else ()
    barred = (*_no_holders(binder.scene, p, word), *told, *_at_home(binder.scene, visited))
    owner = ahead or pronoun_means(binder.scene, p.first, barred)
    lonely = word.genitive is Genitive.EITHER and not roles.recipient and not own
    both = bool(own) and own[0].start == p.last and OBJECT in word.recipient and not word.undergone
    if (word.genitive is Genitive.RECIPIENT and not both) or lonely:  # with both, whose deed it is stands first
        return roles._replace(recipient=owner)
    rest = own if not roles.recipient else ()
    if word.type is EventType.ACCUSE and not (own or roles.recipient) and is_charged(binder.scene, p):
        return roles._replace(recipient=owner)
    return roles._replace(
        actor=roles.actor or owner,
        recipient=rest[0].entities if rest else roles.recipient,
        recipient_arguments=rest or roles.recipient_arguments,
    )


def _no_holders(scene: Scene, p: Predicate, word: EventWord) -> Ids:
    """Who cannot be meant by his appointment or dismissal, by his visit or call: all that are no persons."""
    if word.type not in _OF_PERSONS or p.enclitic != "ه":
        return ()
    return tuple(e.id for e in scene.referents.entities if e.kind not in (Kind.PERSON, Kind.GROUP))


def _at_home(scene: Scene, visited: Ids) -> Ids:
    """Who cannot be meant by his visit to a land or its capital: those who hold office in it."""
    places = [scene.entity(e) for e in visited]
    lands = {e.id if e.kind is Kind.COUNTRY else e.of for e in places if _is_land_or_capital(e)} - {None}
    people = [e for e in scene.referents.entities if e.kind is Kind.PERSON] if lands else []
    return tuple(e.id for e in people if office_country_of(scene.referents, e) in lands)


def _is_land_or_capital(entity: Entity) -> bool:
    place = place_by_id(entity.known_as) if entity.kind is Kind.PLACE and entity.known_as else None
    return entity.kind is Kind.COUNTRY or bool(place and place.capital_of)


def _modifies(scene: Scene, p: Predicate, argument: Argument) -> bool:
    """Whether an adjective of nationality is said of the event noun: only adjectives stand between."""
    between = scene.forms[p.last : argument.first]
    if scene.forms[argument.first].endswith(("يين", "يون", "يان")) or any(map(number_word, between)):
        return False  # the killing of Ghanaians, of twenty Ghanaians
    if any(is_a("land", form.removeprefix("ال")) for form in between):
        return False  # the striking of Ghanaian lands
    return len(between) <= 2 and all(form.endswith(("ي", "ية", "يا", "يين", "ين")) for form in between)
