"""Where and when an event happens."""

from khabar.extraction.events.arguments import Scene
from khabar.extraction.events.bindings import Ids
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.roles import Roles
from khabar.values.entity import Kind
from khabar.values.moment import Moment

_IN = frozenset({"في", "فى", "ب", "قرب", "داخل", "شمال", "جنوب", "شرق", "غرب", "وسط", "قبالة"})


def place_of(scene: Scene, predicate: Predicate, roles: Roles) -> Ids:
    """The places that an event is said to happen in, or that it is aimed at."""
    found = list(roles.targets)
    behind = [a for a in roles.labelled if a.label in _IN and a.first >= roles.begin]
    for argument in behind:
        kinds = (Kind.PLACE,) if argument.label == "ب" else (Kind.PLACE, Kind.COUNTRY)
        found.extend(e for e in argument.entities if scene.entity(e).kind in kinds)
    return tuple(dict.fromkeys(found))


def own_time(scene: Scene, predicate: Predicate, roles: Roles) -> Moment | None:
    """The time said in the event's own clause."""
    begin, end = min(roles.begin, predicate.first), max(roles.end, predicate.last)
    inside = [(moment, at) for moment, at in _times_of_sentence(scene, predicate) if begin <= at < end]
    return min(inside, key=lambda pair: abs(pair[1] - predicate.first))[0] if inside else None


def only_time(scene: Scene, predicate: Predicate) -> Moment | None:
    """The time of the event's sentence, if it has but one."""
    around = _times_of_sentence(scene, predicate)
    return around[0][0] if len(around) == 1 else None


def _times_of_sentence(scene: Scene, predicate: Predicate) -> list[tuple[Moment, int]]:
    first, last = scene.analysed.sentence_at(predicate.first)
    known = [(t.moment, scene.analysed.token_from(t.span.start)) for t in scene.times if t.moment]
    return [(moment, at) for moment, at in known if first <= at < last]
