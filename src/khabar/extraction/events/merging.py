"""One event for what a report tells several times."""

from collections.abc import Iterable
from dataclasses import replace

from khabar.extraction.events.antecedents import Ids
from khabar.extraction.events.candidates import Candidate
from khabar.extraction.events.judged import is_complaint
from khabar.extraction.events.scene import Scene
from khabar.extraction.events.whys import retold
from khabar.knowledge.event_words import Genitive, event_words_by_id
from khabar.language.conjugation import Tense
from khabar.values.entity import EntityId, Kind
from khabar.values.event import Event, EventMode, EventType, Goods, Status
from khabar.values.moment import Moment
from khabar.values.span import Span

_LATEST = 150  # events of one type that a new one is compared with: a report has fewer, a mass of text does not matter
_BOTH = 2
_PLAN_DENIED = {Status.PLANNED, Status.DENIED}  # two claims, of which the one takes nothing from the other
_PLAN_DONE = {Status.PLANNED, Status.ACTUAL}
_ACTS = frozenset(
    {EventType.SANCTION, EventType.CONCEDE, EventType.AID, EventType.TRANSFER, EventType.MOBILIZE, EventType.RETREAT}
)
_OF_DOERS = frozenset({Genitive.ACTOR, Genitive.EITHER})
_TOGETHER = frozenset({EventType.CONSULT, EventType.AGREE, EventType.COOPERATE})


def merged(scene: Scene, candidates: Iterable[Candidate]) -> tuple[Event, ...]:
    """The events, repeats joined to their fullest mention, numbered in reading order."""
    kept: dict[EventType, list[Candidate]] = {}
    for candidate in candidates:
        alike = kept.setdefault(candidate.event.type, [])
        begin = max(0, len(alike) - _LATEST)
        place = next((i for i in range(begin, len(alike)) if _same(scene, alike[i], candidate)), None)
        if place is None:
            alike.append(candidate)
        else:
            alike[place] = _fuller(alike[place], candidate)
    ordered = sorted((c for alike in kept.values() for c in alike), key=lambda c: c.predicate.first)
    return tuple(replace(c.event, id=f"v{number}") for number, c in enumerate(ordered, 1))


def _same(scene: Scene, one: Candidate, other: Candidate) -> bool:
    a, b = one.event, other.event
    if a.type is not b.type or (a.mode is not b.mode and not _hosted(a, b)):
        return False
    near = scene.analysed.sentence_at(one.predicate.first) == scene.analysed.sentence_at(other.predicate.first)
    if near and (one.roles.carrier is other.predicate or other.roles.carrier is one.predicate):
        return True
    if is_complaint(a) is not is_complaint(b):
        return False  # accused him, and complained of him to a court
    if near and abs(one.predicate.first - other.predicate.first) <= 3:
        return _compatible(a, b)
    if a.status is not b.status and (not near or {a.status, b.status} == _PLAN_DENIED):
        return False
    if near and {a.status, b.status} == _PLAN_DONE and _goes_on_as_done(other):
        return False
    if a.time and b.time and not a.time.overlaps(b.time):
        return False
    if near and _is_another_act(one, other):
        return False
    if a.type is EventType.ACCUSE and a.rule != b.rule and not near and not (a.recipient and b.recipient):
        return False  # condemned the launch; the accusations that it armed somebody
    again = a.rule == b.rule or _refers_back(other) or _in_the_course(b)
    return (
        (again and _fits(scene, a, b))
        if not near
        else _compatible(a, b) and bool(_parties(a) & _parties(b) or not _parties(b))
    )


def _goes_on_as_done(candidate: Candidate) -> bool:
    """Whether a verb of the past joined by و tells as done what was promised before: pledged help, and sent wheat."""
    later = candidate.predicate
    return later.verbal and "و" in later.proclitics and later.about.tense is Tense.PAST


def _is_another_act(one: Candidate, other: Candidate) -> bool:
    """Whether a noun joined by و names another act of its kind: recalled its envoy and closed its sky."""
    later = other.predicate
    nouns = not one.predicate.verbal and not later.verbal
    return nouns and "و" in later.proclitics and one.event.rule != other.event.rule and one.event.type in _ACTS


def _hosted(a: Event, b: Event) -> bool:
    """Whether the one may be how the other's host received it: nobody is host of a call or a letter."""
    return EventMode.HOST in (a.mode, b.mode) and not {EventMode.CALL, EventMode.MESSAGE} & {a.mode, b.mode}


def _refers_back(candidate: Candidate) -> bool:
    """Whether a noun names what was told before: the attack, their attack; an attack may be another."""
    predicate = candidate.predicate
    return not predicate.verbal and ("ال" in predicate.proclitics or bool(predicate.enclitic))


def _in_the_course(event: Event) -> bool:
    """Whether a deed is part of another of its type: a handshake of a meeting."""
    return event_words_by_id()[event.rule].subevent


def _parties(event: Event) -> set[str]:
    return {*event.actor, *event.recipient}


def _same_two_states(scene: Scene, a: Event, b: Event) -> bool:
    """Whether the same two sign, once by name and once by their leaders: the two presidents, then the two countries."""
    one, other = ({_state_of(scene, e) for e in _parties(event)} for event in (a, b))
    return one == other and len(one) == _BOTH


def _state_of(scene: Scene, name: EntityId) -> EntityId:
    """The country of which somebody is; of everything else itself."""
    entity = scene.entity(name)
    return entity.of if entity.kind is Kind.PERSON and entity.of else name


def _compatible(a: Event, b: Event) -> bool:
    """Whether no role is filled with others in the one than in the other."""
    if a.type in _TOGETHER:
        shared = len(_parties(a) & _parties(b))  # met her and is to meet him: two meetings
        return not _parties(a) or not _parties(b) or shared >= (min(_BOTH, len(_parties(a)), len(_parties(b))))
    if a.goods and b.goods and not {g.category for g in a.goods} & {g.category for g in b.goods}:
        return False  # gave him a sword, then handed him a coin
    actor = not a.actor or not b.actor or bool(set(a.actor) & set(b.actor))
    return actor and (not a.recipient or not b.recipient or bool(set(a.recipient) & set(b.recipient)))


def _fits(scene: Scene, a: Event, b: Event) -> bool:
    """Whether both tell of the same parties."""
    if a.type in _TOGETHER:
        same = len(_parties(a) & _parties(b)) >= min(2, len(_parties(a)), len(_parties(b))) > 0
        return same or (a.type is EventType.AGREE and a.rule == b.rule and _same_two_states(scene, a, b))
    return bool(set(a.actor) & set(b.actor) or not (a.actor or b.actor)) and (
        bool(set(a.recipient) & set(b.recipient)) or not (a.recipient and b.recipient)
    )


def _fuller(one: Candidate, other: Candidate) -> Candidate:
    """The mention that tells more, the first of equals, with what only the other tells."""
    first, second = (one, other) if _told(one.event) >= _told(other.event) else (other, one)
    if _is_attack(second) and event_words_by_id()[first.event.rule].undergone:
        first, second = second, first  # the attack is what happened, the death is what came of it
    a, b = first.event, second.event
    # nobody does it to himself: rockets that fell on Ghana, and a raid that Ghana would make
    doer = replace(b, actor=(), actor_words=()) if b.actor == a.recipient else b
    whom = replace(b, recipient=(), recipient_words=()) if b.recipient == a.actor else b
    return replace(
        first,
        event=replace(
            a,
            actor=a.actor or doer.actor,
            recipient=a.recipient or whom.recipient,
            actor_words=_words_for(a.actor, a.actor_words, doer.actor, doer.actor_words),
            recipient_words=_words_for(a.recipient, a.recipient_words, whom.recipient, whom.recipient_words),
            place=a.place or b.place,
            time=_narrower(a.time, b.time),
            goods=_goods_of(a, b),
            why=(*a.why, *retold(a, b)) if a.why else (),
        ),
    )


def _is_attack(candidate: Candidate) -> bool:
    """Whether a noun names an attack by who makes it, and not by who dies in it."""
    word = event_words_by_id()[candidate.event.rule]
    return not candidate.predicate.verbal and word.type is EventType.ASSAULT and word.genitive in _OF_DOERS


def _narrower(one: Moment | None, other: Moment | None) -> Moment | None:
    """The first time, or the other where that tells more exactly when within it: this week, then on the 18th."""
    if one is None or other is None:
        return one or other
    within = one.days and other.days and other.days < one.days and one.covers(other)
    return other if within else one


def _goods_of(a: Event, b: Event) -> tuple[Goods, ...]:
    """The goods of the first mention, or those of the same kinds that only the other counts."""
    if not a.goods:
        return b.goods
    counted = [g for g in b.goods if g.quantity]
    same = {g.category for g in a.goods} == {g.category for g in b.goods}
    return b.goods if same and counted and not any(g.quantity for g in a.goods) else a.goods


def _words_for(one: Ids, words: tuple[Span, ...], other: Ids, others: tuple[Span, ...]) -> tuple[Span, ...]:
    """The words for a party: of the mention that tells who it is; where neither does, of the first that has any."""
    return words if one else others if other else words or others


def _told(event: Event) -> int:
    return 2 * bool(event.actor) + 2 * bool(event.recipient) + bool(event.place) + bool(event.time) + bool(event.goods)
