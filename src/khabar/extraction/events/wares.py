"""Goods that change hands in an event."""

from collections.abc import Iterator, Sequence

from khabar.extraction.events.givers import is_for_that
from khabar.extraction.events.lexicon import class_words, is_a, stands_at, word_set
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import Scene
from khabar.extraction.events.slots import Roles
from khabar.extraction.events.ware_words import Ware, goods_from, one_list, ware_at, without_packing, without_uses
from khabar.knowledge.event_words import EventWord
from khabar.values.event import Goods, GoodsCategory

_REACH = 12  # tokens behind the event word in which the first of its goods stand
_NEXT = 8  # tokens behind some goods in which the next of their list stand
_BACK = 7  # tokens before a verb in which the goods stand that its pronoun means
_FIGURE = 8  # tokens before those in which their figure stands
_ABOARD = "متن"  # on board of what carries the goods
_STOPS = frozenset({".", ":", "؛"})
_OF_THINGS = frozenset({"ه", "ها"})


def goods_of(scene: Scene, predicate: Predicate, word: EventWord, roles: Roles) -> tuple[Goods, ...]:
    """The goods that stand beside an event word; several only where they are listed."""
    if not word.goods:
        return ()
    gift = word.gift or _is_gift(scene, predicate)
    before = _moved(scene, predicate, gift=gift) or _meant_by_pronoun(scene, predicate, roles, gift=gift)
    if before:
        return goods_from(scene.analysed, (before,), before.first - _FIGURE)
    listed = without_uses(scene.forms, tuple(one_list(scene.forms, _behind(scene, predicate, gift=gift))))
    found = _but_carrier(scene, predicate, without_packing(listed))
    if found:
        return goods_from(scene.analysed, found, predicate.last)
    named = _meant_by_noun(scene, predicate, roles, gift=gift)
    return goods_from(scene.analysed, named, predicate.first - _FIGURE) or _told_by_word(scene, predicate, word, roles)


def _but_carrier(scene: Scene, p: Predicate, found: Sequence[Ware]) -> Sequence[Ware]:
    """The goods without what carries them: missiles by ship, lorries laden with wheat; not: ships and missiles."""
    laden = [ware for ware in found if scene.forms[ware.last : ware.last + 1] and is_a("laden", scene.forms[ware.last])]
    if laden and len(laden) < len(found):
        found = [ware for ware in found if ware not in laden]
    carried = p.verbal and len(found) > 1 and found[0].first == p.last and is_a("vessels", scene.forms[p.last])
    return found[1:] if carried and not scene.forms[found[1].first].startswith("و") else found


def _told_by_word(scene: Scene, p: Predicate, word: EventWord, roles: Roles) -> tuple[Goods, ...]:
    """What the event word itself tells to change hands: who arms somebody gives him arms."""
    if word.goods_if_none is None or not roles.recipient:
        return ()
    return (Goods(scene.analysed.span(p.first, p.last), word.goods_if_none),)


def _behind(scene: Scene, predicate: Predicate, *, gift: bool) -> Iterator[Ware]:
    """The goods behind an event word in its clause, before 'in return for'."""
    end = scene.analysed.sentence_at(predicate.first)[1]
    last = min(end, predicate.last + _REACH)
    at = _behind_return(scene, predicate) if predicate.verbal else predicate.first
    listing = False
    while at < last and scene.forms[at] not in _STOPS:
        verb = scene.predicate_at.get(at)
        if at >= predicate.last and ((verb and verb.verbal) or _brings_return(scene, at) or _tells_why(scene, at)):
            return
        ware = _ware_at(scene, at, gift=gift)
        if ware:
            yield ware
            last, listing = max(last, min(end, ware.last + _NEXT)), True
        elif listing and (besides := stands_at(class_words("besides"), scene.forms, at)):
            if at + besides in scene.predicate_at:
                return  # oil, besides the arming of its army
            last = max(last, min(end, at + _REACH))
        at = ware.last if ware else at + 1


def _behind_return(scene: Scene, verb: Predicate) -> int:
    """Where the goods of a verb begin: behind what they are in return for, where that is told before them.

    Ghana got, for the soldiers that it sent (مقابل إرسال جنودها), money and rice.
    """
    subject = scene.referents.at(verb.last)
    at = max(subject.last, verb.last) if subject else verb.last
    if at + 1 >= len(scene.forms) or not _brings_return(scene, at):
        return verb.last
    deed, ware = scene.predicate_at.get(at + 1), _ware_at(scene, at + 1, gift=False)
    return deed.last if deed and not deed.verbal else ware.last if ware else verb.last


def _brings_return(scene: Scene, at: int) -> bool:
    """Whether here begins what is given for it: in return for oil; not in return for that."""
    return scene.forms[at] in word_set("in_return") and not is_for_that(scene, at)


def _tells_why(scene: Scene, at: int) -> bool:
    """Whether here begins why it is done: sanctions because of the sale of arms, on the charge of selling them."""
    return scene.forms[at] in word_set("because") or is_a("charges", scene.forms[at])


def _moved(scene: Scene, p: Predicate, *, gift: bool) -> Ware | None:
    """The goods right before a passive verb: containers that were shipped."""
    return _ware_at(scene, p.first - 1, gift=gift) if p.passive and p.first else None


def _meant_by_pronoun(scene: Scene, p: Predicate, roles: Roles, *, gift: bool) -> Ware | None:
    """The goods before a verb that its pronoun means, as who gets them is told beside: a car that he gave him."""
    if not (p.verbal and p.enclitic in _OF_THINGS and roles.recipient_arguments):
        return None
    return _last_ware_before(scene, p, gift=gift)


def _meant_by_noun(scene: Scene, p: Predicate, roles: Roles, *, gift: bool) -> tuple[Ware, ...]:
    """The goods before a noun of giving with a pronoun and no goods of its own: stole wheat and its export to Togo."""
    if p.verbal or p.enclitic not in _OF_THINGS or not roles.recipient_arguments:
        return ()
    ware = _last_ware_before(scene, p, gift=gift)
    return (ware,) if ware and ware.category is not GoodsCategory.LABOUR else ()


def _last_ware_before(scene: Scene, p: Predicate, *, gift: bool) -> Ware | None:
    first = max(scene.analysed.sentence_at(p.first)[0], p.first - _BACK)
    found = (_ware_at(scene, at, gift=gift) for at in range(p.first - 1, first - 1, -1))
    return next((ware for ware in found if ware), None)


def _is_gift(scene: Scene, p: Predicate) -> bool:
    """Whether a word for a present stands behind an event word in its sentence."""
    return any(is_a("gifts", scene.forms[at]) for at in range(p.last, scene.analysed.sentence_at(p.first)[1]))


def _ware_at(scene: Scene, at: int, *, gift: bool) -> Ware | None:
    reference = scene.referents.at(at)
    aboard = at > 0 and scene.forms[at - 1] == _ABOARD
    return None if aboard or (reference and reference.how == "name") else ware_at(scene.forms, at, gift=gift)
