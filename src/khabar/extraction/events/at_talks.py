"""Who signs, gives or gets at talks or on a visit, where only the talks or the visit tell who took part."""

from collections.abc import Sequence

from khabar.extraction.events.antecedents import Ids
from khabar.extraction.events.carrying import label_of
from khabar.extraction.events.lexicon import is_a
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import Scene
from khabar.extraction.events.slots import Roles
from khabar.knowledge.event_words import SUBJECT, EventWord
from khabar.values.event import Event, EventMode, EventType, Status

_FOR = "ل"
_SIGNS = "carry.waqqaa"
_TO_VISIT = frozenset({_FOR, "الى"})
_PURPOSE = 3  # tokens between the partner in talks and what they are for
_TWO = 2
_NEAR = 6  # tokens behind a signing in which stands who signs
_TOGETHER = frozenset({"بين", "مع"})
_BETWEEN_TWO = frozenset({EventMode.MEET, EventMode.VISIT, EventMode.HOST})


def with_those_at_talks(scene: Scene, p: Predicate, word: EventWord, roles: Roles, told: Sequence[Event]) -> Roles:
    """The roles of a signing or of a noun of giving, with those who take part in the talks told right before it."""
    if word.gift and p.verbal and told and not roles.recipient:
        return _given_to_host(scene, p, roles, told[-1])
    if p.verbal or not told or not (word.type is EventType.TRANSFER or _is_signing(p, word)):
        return roles
    talks = told[-1]
    if not _in_one_sentence(scene, p, talks):
        return roles
    if word.type is EventType.AGREE:
        return _signed_there(roles, talks) if _are_talks(talks) and not _names_two(scene, p) else roles
    two = _two_of(talks)
    return _traded_there(scene, p, word, roles, talks, two) if two else roles


def _given_to_host(scene: Scene, p: Predicate, roles: Roles, visit: Event) -> Roles:
    """A gift to a host whom nobody names is for the land visited: he visited Ghana and gave his host a horse."""
    to_host = p.last < len(scene.forms) and is_a("hosts", scene.forms[p.last])
    guest = visit.mode is EventMode.VISIT and bool(set(visit.actor) & set(roles.actor))
    if not (to_host and guest and _in_one_sentence(scene, p, visit)):
        return roles
    return roles._replace(recipient=visit.recipient)


def with_invited(scene: Scene, p: Predicate, roles: Roles, told: Sequence[Event]) -> Roles:
    """The roles of a visit that an invitation is for: whom the one invites pays it, and not who invites."""
    last = told[-1] if told else None
    if last is None or last.mode is not EventMode.HOST or last.status is not Status.POSSIBLE:
        return roles
    meant = label_of(scene, p) in _TO_VISIT and _in_one_sentence(scene, p, last)
    if not meant or (roles.actor and not set(roles.actor) & set(last.actor)):
        return roles
    return roles._replace(actor=last.recipient, actor_arguments=())


def _is_signing(p: Predicate, word: EventWord) -> bool:
    return word.type is EventType.AGREE and any(carrier.id == _SIGNS for carrier in p.carriers)


def _names_two(scene: Scene, p: Predicate) -> bool:
    """Whether it is told behind a signing who has signed: the signing of the truce between them."""
    end = min(scene.analysed.sentence_at(p.first)[1], p.last + _NEAR)
    return any(form in _TOGETHER for form in scene.forms[p.last : end])


def _are_talks(event: Event) -> bool:
    return event.mode in _BETWEEN_TWO and bool(event.actor and event.recipient)


def _two_of(event: Event) -> tuple[Ids, Ids] | None:
    """The two who talk or agree, the first of them first; None: it is no such event, or not told of two."""
    if event.type is EventType.AGREE:
        return ((event.actor[0],), (event.actor[1],)) if len(event.actor) == _TWO else None
    return (event.actor, event.recipient) if _are_talks(event) else None


def _in_one_sentence(scene: Scene, p: Predicate, event: Event) -> bool:
    first, last = scene.analysed.sentence_at(p.first)
    return first <= scene.analysed.token_from(event.anchor.start) < p.first < last


def _signed_there(roles: Roles, talks: Event) -> Roles:
    """Both who met sign, where none or one of them is told to: at her meeting with him an accord was signed."""
    everyone = tuple(dict.fromkeys((*talks.actor, *talks.recipient)))
    named = {*roles.actor, *roles.recipient}
    if len(named) > 1 or not named <= set(everyone):
        return roles
    return roles._replace(actor=everyone, recipient=everyone)


def _traded_there(
    scene: Scene, p: Predicate, word: EventWord, roles: Roles, talks: Event, two: tuple[Ids, Ids]
) -> Roles:
    """Talks of two to buy something: the first of them buys it of the other; who sells is the first likewise."""
    if label_of(scene, p) != _FOR or not _right_behind(scene, p, talks):
        return roles
    taker, giver = two
    if SUBJECT not in word.recipient:
        taker, giver = giver, taker
    both = set(roles.recipient) == {*taker, *giver}  # the two who agree on a purchase
    if (roles.recipient or roles.actor) and not both:
        return _other_of_two(roles, taker, giver)
    return roles._replace(actor=giver, recipient=taker)


def _other_of_two(roles: Roles, taker: Ids, giver: Ids) -> Roles:
    """The roles with the other of two who talk, where the one of them is told to give or to get."""
    if not roles.actor:
        other = {taker: giver, giver: taker}.get(roles.recipient, ())
        return roles._replace(actor=other)
    if not roles.recipient:
        other = {taker: giver, giver: taker}.get(roles.actor, ())
        return roles._replace(recipient=other)
    return roles


def _right_behind(scene: Scene, p: Predicate, talks: Event) -> bool:
    """Whether nothing stands between who talks and what for but the names of those who do."""
    first = scene.analysed.token_from(talks.anchor.start) + 1
    between = range(first, p.first)
    named = [r.last for r in scene.referents.between(first, p.first)]
    ends = max((first + 1, *named))  # an accord of two that are named before it
    return p.first - ends <= _PURPOSE and not any(scene.has_verb(at) for at in between)
