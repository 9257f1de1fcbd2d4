"""Who gets what is given in return, where that is left unsaid: whoever gave first."""

from dataclasses import replace

from khabar.extraction.events.antecedents import Ids
from khabar.extraction.events.lexicon import word_set
from khabar.extraction.events.scene import Scene
from khabar.values.event import Event, EventType
from khabar.values.why import Part, RoleRule, Why

_GIVING = frozenset({EventType.TRANSFER, EventType.AID})
_BACK = 3  # sentences, its own among them, in which stands what it is in return for


def with_returns(scene: Scene, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events, those of giving in return with who gave before, where nobody else is told to get it."""
    return tuple(
        _with_recipient(event, _giver_before(scene, event, events[:place])) if _open(scene, event) else event
        for place, event in enumerate(events)
    )


def _with_recipient(event: Event, giver: Ids) -> Event:
    why = (*event.why, Why(Part.RECIPIENT, RoleRule.RETURN)) if event.why else ()
    return replace(event, recipient=giver, why=why) if giver else event


def _open(scene: Scene, event: Event) -> bool:
    if event.type not in _GIVING or not event.actor or event.recipient:
        return False
    first, last = scene.analysed.sentence_at(scene.analysed.token_from(event.anchor.start))
    return any(form in word_set("reciprocal") for form in scene.forms[first:last])


def _giver_before(scene: Scene, event: Event, before: tuple[Event, ...]) -> Ids:
    """Who gave something to the giver of this event shortly before."""
    begin = scene.analysed.token_from(event.anchor.start)
    for _ in range(_BACK):
        begin = scene.analysed.sentence_at(max(begin - 1, 0))[0]
    for other in reversed(before):
        if scene.analysed.token_from(other.anchor.start) < begin:
            return ()
        if (
            other.type in _GIVING
            and set(event.actor) & set(other.recipient)
            and not set(event.actor) & set(other.actor)
        ):
            return other.actor
    return ()
