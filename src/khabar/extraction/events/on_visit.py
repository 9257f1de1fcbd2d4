"""Where a meeting, a signing or a gift is, where that is left unsaid: in the place of the visit in its sentence."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace

from khabar.extraction.events.carrying import label_of
from khabar.extraction.events.lexicon import word_set
from khabar.extraction.events.scene import Scene
from khabar.values.event import Event, EventMode, EventType
from khabar.values.why import Part, PlaceRule, Why

_OPENS = 3  # tokens of a sentence before a noun that opens it: and on the first


def with_places_of_visits(scene: Scene, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events, a meeting or a signing with no place of its own with that of the visit that it is held on.

    So is whatever a visitor does who is told of behind his visit: on his visit to Accra, the king gave a horse.
    """
    visits: dict[tuple[int, int], list[Event]] = defaultdict(list)  # those told so far, by their sentences
    placed = []
    for event in events:
        before = visits[scene.analysed.sentence_at(scene.analysed.token_from(event.anchor.start))]
        placed.append(_placed(scene, event, before))
        if event.mode is EventMode.VISIT and event.place:
            before.append(event)
    return tuple(placed)


def _placed(scene: Scene, event: Event, visits: Sequence[Event]) -> Event:
    if event.place:
        return event
    visit = next((one for one in reversed(visits) if _is_its_visit(event, one)), None)
    held = event.mode is EventMode.MEET or event.type is EventType.AGREE
    if visit is None or not (held or _is_its_occasion(scene, event, visit)):
        return event
    why = (*event.why, Why(Part.PLACE, PlaceRule.VISIT, visit.anchor)) if event.why else ()
    return replace(event, place=visit.place, why=why)


def _is_its_visit(event: Event, visit: Event) -> bool:
    """Whether a visit is of one who takes part, of the same status."""
    taking_part = {*event.actor, *event.recipient}
    return visit.status is event.status and bool(taking_part & {*visit.actor, *visit.recipient})


def _is_its_occasion(scene: Scene, event: Event, visit: Event) -> bool:
    """Whether a sentence opens with the visit as the time at which the visitor does what is told behind it."""
    at, done = (scene.analysed.token_from(one.anchor.start) for one in (visit, event))
    noun = scene.predicate_at.get(at)
    opens = at - scene.analysed.sentence_at(at)[0] <= _OPENS
    occasion = noun is not None and not noun.verbal and label_of(scene, noun) in word_set("during")
    same_voice = scene.saying_at(at) is scene.saying_at(done)
    return opens and occasion and same_voice and bool(set(visit.actor) & set(event.actor))
