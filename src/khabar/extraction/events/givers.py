"""Who gives, or who gets, where a noun of giving leaves it out and the report told it before."""

from collections.abc import Sequence

from khabar.extraction.events.antecedents import Ids
from khabar.extraction.events.lexicon import closed, word_set
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import Scene
from khabar.extraction.events.slots import Roles
from khabar.knowledge.event_words import EventWord
from khabar.values.entity import EntityId, Kind
from khabar.values.event import Event, EventType, Goods, GoodsCategory

_GIVING = frozenset({EventType.TRANSFER, EventType.AID})
_LATEST = 150  # events before a noun that are looked at: a report has fewer, a mass of text does not matter


def with_other_side(
    scene: Scene, p: Predicate, word: EventWord, roles: Roles, goods: tuple[Goods, ...], told: Sequence[Event]
) -> Roles:
    """The roles of a noun of giving with the side that it leaves out, if what was told of the other leaves but one.

    Shells that went to Moscow came from Pyongyang; then "the supplying of the Russian army with shells" is by it too.
    """
    apart = any(a.commas for a in (*roles.actor_arguments, *roles.recipient_arguments))
    if p.verbal or word.type is not EventType.TRANSFER or not goods or apart:
        return roles
    if is_in_return(scene, p.first):
        roles = _in_return_for(scene, p, roles, told)
    trades = [e for e in told[-_LATEST:] if e.type is EventType.TRANSFER and _alike(goods, e.goods)]
    if roles.recipient and not (roles.actor or roles.actor_arguments):
        return roles._replace(actor=_only([(e.recipient, e.actor) for e in trades], scene, roles.recipient))
    if roles.actor and not (roles.recipient or roles.recipient_arguments):
        return roles._replace(recipient=_only([(e.actor, e.recipient) for e in trades], scene, roles.actor))
    return roles


def is_in_return(scene: Scene, at: int) -> bool:
    """Whether a word stands right behind 'in return for'."""
    return at > 0 and scene.forms[at - 1] in word_set("in_return")


def is_for_that(scene: Scene, at: int) -> bool:
    """Whether 'in return for' takes up what was told before, and brings nothing itself: مقابل ذلك."""
    behind = scene.forms[at + 1] if at + 1 < len(scene.forms) else ""
    return scene.forms[at] in word_set("in_return") and behind in closed("demonstrative")


def _in_return_for(scene: Scene, p: Predicate, roles: Roles, told: Sequence[Event]) -> Roles:
    """The roles of what is given in return: who gets the other goods gives these, and the other way round."""
    first = scene.analysed.sentence_at(p.first)[0]
    gift = next((e for e in reversed(told[-_LATEST:]) if e.type in _GIVING), None)
    if gift is None or scene.analysed.token_from(gift.anchor.start) < first:
        return roles
    same = set(roles.actor) & set(gift.actor) or set(roles.recipient) & set(gift.recipient)
    if same and p.enclitic and gift.actor and gift.recipient and not set(gift.actor) & set(gift.recipient):
        return _turned(roles, gift)
    if same:
        return roles
    return roles._replace(actor=roles.actor or gift.recipient, recipient=roles.recipient or gift.actor)


def _turned(roles: Roles, gift: Event) -> Roles:
    """The roles of giving in return that only a pronoun tells: shells to Ghana, in return for its getting oil.

    Who gave first gets what is given in return, whoever stands nearer to the pronoun.
    """
    if roles.actor_arguments or roles.recipient_arguments:
        return roles
    return roles._replace(actor=gift.recipient, recipient=gift.actor)


def _alike(some: tuple[Goods, ...], others: tuple[Goods, ...]) -> bool:
    """Whether goods of one kind are among both, or among the one those of no kind told: shipments."""
    one, other = {g.category for g in some}, {g.category for g in others}
    return bool(one & other) or (bool(other) and GoodsCategory.OTHER in one | other)


def _only(trades: list[tuple[Ids, Ids]], scene: Scene, known: Ids) -> Ids:
    """The other side of all trades in which the states of somebody take part; empty: there are several, or none."""
    states = _states(scene, known)
    others = {_states(scene, other): other for side, other in trades if other and _states(scene, side) == states}
    return next(iter(others.values())) if len(others) == 1 and states not in others else ()


def _states(scene: Scene, ids: Ids) -> frozenset[EntityId]:
    """The countries that somebody is or belongs to, and who belongs to none."""
    return frozenset(_state(scene, e) for e in ids)


def _state(scene: Scene, name: EntityId) -> EntityId:
    entity = scene.entity(name)
    return entity.of if entity.kind is not Kind.COUNTRY and entity.of in scene.referents.by_id else name
