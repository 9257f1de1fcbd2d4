"""Who gets what is given in return, and when, where that is left unsaid: whoever gave first, and when he gave."""

from dataclasses import replace

from khabar.extraction.events.givers import is_for_that, is_in_return
from khabar.extraction.events.lexicon import class_words, stand_between
from khabar.extraction.events.scene import Scene
from khabar.values.event import Event, EventType
from khabar.values.why import Part, RoleRule, TimeRule, Why

_GIVING = frozenset({EventType.TRANSFER, EventType.AID})
_BACK = 3  # sentences, its own among them, in which stands what it is in return for


def with_returns(scene: Scene, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events, those of giving in return with who gave before, and when, where nothing else is told."""
    answered = tuple(
        _answering(event, _gift_before(scene, event, events[:place])) if _is_return(scene, event) else event
        for place, event in enumerate(events)
    )
    return tuple(_answered(scene, event, answered[place + 1 :]) for place, event in enumerate(answered))


def _answered(scene: Scene, event: Event, later: tuple[Event, ...]) -> Event:
    """What is given with who gives it, where only what comes in return for it tells who gets that."""
    if event.type not in _GIVING or event.actor or not event.recipient or not later:
        return event
    after = later[0]
    if after.type not in _GIVING:
        return event
    at, behind = (scene.analysed.token_from(e.anchor.start) for e in (event, after))
    if not is_in_return(scene, behind) or scene.analysed.sentence_at(at) != scene.analysed.sentence_at(behind):
        return event
    if not after.recipient or set(after.recipient) & set(event.recipient):
        return event
    why = (*event.why, Why(Part.ACTOR, RoleRule.RETURN)) if event.why else ()
    return replace(event, actor=after.recipient, why=why)


def _answering(event: Event, gift: Event | None) -> Event:
    if gift is None:
        return event
    if not event.recipient:
        why = (*event.why, Why(Part.RECIPIENT, RoleRule.RETURN)) if event.why else ()
        event = replace(event, recipient=gift.actor, why=why)
    elif not event.actor:
        why = (*event.why, Why(Part.ACTOR, RoleRule.RETURN)) if event.why else ()
        event = replace(event, actor=gift.recipient, why=why)
    if event.time or not gift.time or event.status is not gift.status:
        return event
    why = (*event.why, Why(Part.TIME, TimeRule.RETURN)) if event.why else ()
    return replace(event, time=gift.time, why=why)


def _is_return(scene: Scene, event: Event) -> bool:
    if event.type not in _GIVING or not (event.actor or event.recipient):
        return False
    first, last = scene.analysed.sentence_at(scene.analysed.token_from(event.anchor.start))
    if any(is_for_that(scene, at) for at in range(first, last)):
        return True
    return bool(stand_between(class_words("reciprocal"), scene.forms, first, last))


def _gift_before(scene: Scene, event: Event, before: tuple[Event, ...]) -> Event | None:
    """What was given to the giver of this event shortly before, by whoever may get this; or by who gets this."""
    begin = scene.analysed.token_from(event.anchor.start)
    for _ in range(_BACK):
        begin = scene.analysed.sentence_at(max(begin - 1, 0))[0]
    for other in reversed(before):
        if scene.analysed.token_from(other.anchor.start) < begin:
            return None
        if other.type in _GIVING and not event.actor:
            gave = set(event.recipient) & set(other.actor) and not set(event.recipient) & set(other.recipient)
            return other if gave and other.recipient else None
        if (
            other.type in _GIVING
            and set(event.actor) & set(other.recipient)
            and not set(event.actor) & set(other.actor)
            and (not event.recipient or set(event.recipient) & set(other.actor))
        ):
            return other
    return None
