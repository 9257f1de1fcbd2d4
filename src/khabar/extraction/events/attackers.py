"""Whose attack it was that a verb tells the effect of: the raids, told of before, hit a store."""

from dataclasses import replace

from khabar.extraction.events.antecedents import Ids
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import Scene
from khabar.knowledge.event_words import event_words_by_id
from khabar.values.event import Event, EventType, Status
from khabar.values.why import Part, RoleRule, Why

_BESIDE = 6  # tokens between an attack and the verb that tells what it hit
_BACK = 3  # sentences, its own among them, in which it is told whose attack it was


def with_attackers(scene: Scene, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events, those of hitting that have a definite attack as subject with who made the last one told."""
    return tuple(
        _by(event, _attacker(scene, event, events[:place])) if _is_effect(scene, event) else event
        for place, event in enumerate(events)
    )


def _by(event: Event, doer: Ids) -> Event:
    why = (*event.why, Why(Part.ACTOR, RoleRule.DEED)) if event.why else ()
    return replace(event, actor=doer, why=why) if doer else event


def _is_effect(scene: Scene, event: Event) -> bool:
    """Whether a verb tells what an attack did that stands beside it with its article, its maker unnamed."""
    if event.type is not EventType.ASSAULT or event.actor or event.status is not Status.ACTUAL:
        return False
    verb = scene.predicate_at.get(scene.analysed.token_from(event.anchor.start))
    if verb is None or not verb.verbal or verb.passive or event_words_by_id()[event.rule].passive:
        return False
    before = next(scene.predicates_before(verb.first, _BESIDE), None)
    behind = scene.predicate_at.get(verb.last)
    return any(deed is not None and _is_attack(deed) for deed in (before, behind))


def _is_attack(deed: Predicate) -> bool:
    return not deed.verbal and "ال" in deed.proclitics and any(w.type is EventType.ASSAULT for w in deed.words)


def _attacker(scene: Scene, event: Event, before: tuple[Event, ...]) -> Ids:
    """Who made the last attack told shortly before, or the only one who attacks; unless it is whom this one hit."""
    begin = scene.analysed.token_from(event.anchor.start)
    for _ in range(_BACK):
        begin = scene.analysed.sentence_at(max(begin - 1, 0))[0]
    told = [e for e in before if e.type is EventType.ASSAULT and e.actor and e.status is Status.ACTUAL]
    near = bool(told) and scene.analysed.token_from(told[-1].anchor.start) >= begin
    if not told or not (near or len({e.actor for e in told}) == 1):
        return ()
    return () if set(told[-1].actor) & set(event.recipient) else told[-1].actor
