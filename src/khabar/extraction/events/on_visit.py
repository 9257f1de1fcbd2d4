"""Where a meeting or a signing is, where that is left unsaid: in the place of the visit in its sentence."""

from dataclasses import replace

from khabar.extraction.events.scene import Scene
from khabar.values.event import Event, EventMode, EventType
from khabar.values.why import Part, PlaceRule, Why


def with_places_of_visits(scene: Scene, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events, a meeting or a signing with no place of its own with that of the visit that it is held on."""
    return tuple(_placed(scene, event, events[:number]) for number, event in enumerate(events))


def _placed(scene: Scene, event: Event, before: tuple[Event, ...]) -> Event:
    if event.place or not (event.mode is EventMode.MEET or event.type is EventType.AGREE):
        return event
    visit = next((other for other in reversed(before) if _is_its_visit(scene, event, other)), None)
    if visit is None:
        return event
    why = (*event.why, Why(Part.PLACE, PlaceRule.VISIT, visit.anchor)) if event.why else ()
    return replace(event, place=visit.place, why=why)


def _is_its_visit(scene: Scene, meeting: Event, other: Event) -> bool:
    """Whether another event of the same sentence is a visit of one who takes part, of the same status."""
    if other.mode is not EventMode.VISIT or not other.place or other.status is not meeting.status:
        return False
    taking_part = {*meeting.actor, *meeting.recipient}
    return bool(taking_part & {*other.actor, *other.recipient}) and _sentence(scene, meeting) == _sentence(scene, other)


def _sentence(scene: Scene, event: Event) -> tuple[int, int]:
    return scene.analysed.sentence_at(scene.analysed.token_from(event.anchor.start))
