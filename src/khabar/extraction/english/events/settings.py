"""Where and when an English event takes place."""

from collections.abc import Callable

from khabar.extraction.english.events.predicates import Predicate
from khabar.extraction.english.scene import Scene
from khabar.language.analysis import Range
from khabar.language.english.phrases import single
from khabar.values.entity import EntityId, Kind
from khabar.values.timex import Timex


def place_of(scene: Scene, predicate: Predicate, clause: Range, *, lands: bool) -> tuple[EntityId, ...]:
    """The place that 'in' or 'at' brings behind the event word, else before it; `lands`: countries too."""
    order = (*range(predicate.last, clause[1]), *range(predicate.first - 1, clause[0] - 1, -1))
    for at in order:
        if scene.text.form(at) in single("at") and (found := _place_near(scene, at + 1, clause[1])):
            kind = scene.kind(found)
            if kind is Kind.PLACE or (lands and kind is Kind.COUNTRY):
                return (found,)
    return ()


def _place_near(scene: Scene, at: int, end: int) -> EntityId | None:
    """The place that a preposition brings, through 'the city of' and 'the port of'."""
    for place in range(at, min(at + 5, end)):
        reference = scene.referents.at(place)
        if reference and reference.first >= at and reference.how == "name":
            return reference.entities[0]
        if not scene.text.is_word(place):
            return None
    return None


def time_of(
    scene: Scene, predicate: Predicate, clause: Range, sentence: Range, is_told_with: Callable[[Range], bool]
) -> Timex | None:
    """The date nearest to the event word in its clause; else the only one that its sentence tells with it."""
    found = scene.dates_in(clause)
    near = [(min(abs(r[0] - predicate.last), abs(predicate.first - r[1])), t) for r, t in found]
    if near:
        return min(near, key=lambda pair: (pair[0], pair[1].span))[1]
    whole = [t for r, t in scene.dates_in(sentence) if is_told_with(r)]
    return whole[0] if len(whole) == 1 else None
