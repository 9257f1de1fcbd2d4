"""Parties of a masdar that prepositions, weapons and counts beside it tell."""

from khabar.extraction.events.antecedents import Ids, pronoun_means, pronoun_of
from khabar.extraction.events.arguments import Argument, arguments, with_pronoun
from khabar.extraction.events.binding import Binding
from khabar.extraction.events.bindings import Binder
from khabar.extraction.events.carrying import label_of
from khabar.extraction.events.clauses import clause_start
from khabar.extraction.events.lexicon import closed, is_a
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import BARE, LANDS, Scene
from khabar.extraction.events.slots import Roles, but_uses
from khabar.knowledge.event_words import EventWord, Genitive
from khabar.language.number_words import number_word
from khabar.values.entity import Kind
from khabar.values.event import EventMode, EventType, Status

_OF_ONES_OWN = frozenset({EventType.SANCTION, EventType.RETREAT, EventType.MOBILIZE})
_SPEAKS_OF = frozenset({EventType.ACCUSE, EventType.REJECT, EventType.REQUEST, EventType.THREATEN})
_PEOPLE = frozenset({Kind.PERSON, Kind.GROUP})
_THEIRS = ("ها", "هم")
_FROM, _BY, _FOR = "من", "ب", "ل"
_MEANT = frozenset({_FOR, "الى"})
_TALKS = 8  # tokens between talks and what they are for
_NEAR = 2  # tokens behind a noun in which a preposition brings who does it
_TOLD = 12  # tokens before help in which the verb stands that tells who was helped


def but_purposes(scene: Scene, p: Predicate, word: EventWord, labelled: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """The phrases behind a request or an invitation without what is asked for: a request to visit Ghana.

    Behind a meeting without where it is held: in the ministry, at the tower. Behind a noun of giving without
    what the goods are for: parts for tanks.
    """
    if word.goods:
        return but_uses(scene, labelled)
    if word.mode is EventMode.MEET:
        return tuple(a for a in labelled if a.label != _BY or _is_met(scene, p, a))
    if not asks(word):
        return labelled
    return tuple(
        a for a in labelled if a.label not in _MEANT or a.start == a.first or a.start not in scene.predicate_at
    )


def _is_met(scene: Scene, p: Predicate, argument: Argument) -> bool:
    """Whether ب brings whom somebody meets: people, or a body right behind his meeting with it."""
    kinds = {scene.entity(e).kind for e in argument.entities}
    if argument.how == "pronoun":
        return argument.start == p.last
    if kinds & _PEOPLE or argument.how == "owned":  # with his daughter
        return argument.agentive
    return bool(kinds - LANDS) and bool(p.enclitic) and argument.start == p.last and argument.agentive


def asks(word: EventWord) -> bool:
    """Whether a word tells a request or an invitation."""
    return word.type is EventType.REQUEST or (word.mode is EventMode.HOST and word.status is Status.POSSIBLE)


def is_charged(scene: Scene, p: Predicate) -> bool:
    """Whether a noun with somebody's pronoun tells of what he is accused: his conviction of the raid."""
    noun = not p.verbal and bool(p.enclitic) and p.last < len(scene.forms)
    return noun and scene.attached_preposition(p.last) == _BY


def is_of_talks(scene: Scene, p: Predicate) -> bool:
    """Whether a deed is what talks are for that a noun names before it: talks of two to buy ships."""
    if label_of(scene, p) != _FOR:
        return False
    before = next(scene.predicates_before(p.first, _TALKS), None)
    return before is not None and not before.verbal and any(_are_talks(word) for word in before.words)


def _are_talks(word: EventWord) -> bool:
    return word.mutual and word.type is EventType.CONSULT


def of_whom(p: Predicate, word: EventWord, roles: Roles) -> Roles:
    """Who does it, where a preposition right behind the noun brings him: at a request of Ghana."""
    doer = next((a for a in roles.labelled if a.entities and _brings_doer(p, word, a)), None)
    if doer is None or roles.actor:
        return roles
    return roles._replace(actor=doer.entities, actor_arguments=(doer,))


def _brings_doer(p: Predicate, word: EventWord, argument: Argument) -> bool:
    near = p.last < argument.start <= p.last + _NEAR
    return near and argument.label in word.noun_actor and argument.how != "pronoun"


def is_of_whom(p: Predicate, word: EventWord, roles: Roles) -> bool:
    """Whether the actor is told by a preposition right behind the noun: support of Ghana, دعم من."""
    return any(_brings_doer(p, word, a) for a in roles.actor_arguments)


def is_praised(scene: Scene, p: Predicate, roles: Roles) -> bool:
    """Whether somebody by a nationality helped who wins by it, or praises it: won with Ghanaian support."""
    theirs = any(a.how == "adjective" and a.start == p.last for a in roles.actor_arguments)
    if not theirs or label_of(scene, p) != _BY:
        return False
    verb = next((v for v in scene.predicates_before(p.first, _TOLD) if v.verbal), None)
    if "ال" in p.proclitics:
        return verb is not None and any(word.type is EventType.SUPPORT for word in verb.words[:1])
    return verb is None or not any(word.type in _SPEAKS_OF for word in verb.words)


def helped(binder: Binder, p: Predicate, roles: Roles) -> Roles:
    """Whom somebody's support helped: whoever the clause is about that tells of it: with support of Ghana, they won."""
    if label_of(binder.scene, p) != _BY:
        return roles
    verb = next((v for v in binder.scene.predicates_before(p.first, _TOLD) if v.verbal), None)
    bare = [a for a in _clause_before(binder.scene, verb or p) if a.label == BARE and a.agentive and a.entities]
    recipient = (binder.verb(verb).own if verb else ()) or (bare[0].entities if bare else ())
    return roles._replace(recipient=tuple(e for e in recipient if e not in roles.actor))


def _clause_before(scene: Scene, p: Predicate) -> tuple[Argument, ...]:
    """The noun phrases of its clause that stand before a predicate."""
    return arguments(scene, clause_start(scene, p.first), p.first)[0]


def with_weapons_of(scene: Scene, p: Predicate, roles: Roles) -> Roles:
    """Whose weapons hit made the attack: an attack with Ghanaian drones."""
    means = (a for a in roles.labelled if a.label == _BY and a.how == "adjective" and a.start == p.last)
    armed = (a for a in means if any(is_a("weapons", form) for form in scene.forms[a.start : a.last]))
    theirs = next((a for a in armed if not set(a.entities) & set(roles.recipient)), None)
    return roles._replace(actor=theirs.entities, actor_arguments=(theirs,)) if theirs else roles


def by_owner(scene: Scene, p: Predicate, word: EventWord, roles: Roles) -> Roles:
    """Who sends or cuts off what is his own did it: the recall of its ambassador, the sending of its army."""
    form = scene.forms[p.last] if p.last < len(scene.forms) else ""
    own = form.endswith(_THEIRS) and form not in closed() and not with_pronoun(form)
    if roles.actor or p.enclitic or not own or word.genitive is Genitive.RECIPIENT or word.type not in _OF_ONES_OWN:
        return roles
    owner = pronoun_means(scene, p.last, roles.recipient)
    return roles._replace(actor=owner) if len(owner) == 1 else roles


def of_counted(scene: Scene, p: Predicate, bound: Binding, roles: Roles) -> Roles:
    """Whom it is done to, where only some of them are counted: the killing of three of its soldiers."""
    first = next(iter(bound.labelled), None)
    between = scene.forms[p.last : first.start] if first and first.label == _FROM else ()
    counted = bool(between) and all(form == _FROM or form[0].isdigit() or number_word(form) for form in between)
    if first is None or not counted:
        return roles
    owners = _owners_of(scene, first) if first.how == "group" else ()
    return roles._replace(recipient=owners or first.entities, recipient_arguments=(first,))


def _owners_of(scene: Scene, group: Argument) -> Ids:
    """Whose people they are, where a pronoun tells: its citizens are its country's, though a ministry says so."""
    if not pronoun_of(scene.forms[group.start]) or scene.forms[group.start] in closed():
        return ()
    owners = [scene.entity(e) for e in pronoun_means(scene, group.start)]
    people = is_a("people", scene.forms[group.start])
    lands = [e.of if people and e.kind is Kind.ORGANISATION and e.of in scene.referents.by_id else e.id for e in owners]
    return tuple(land for land in lands if land)
