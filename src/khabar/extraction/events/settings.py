"""Where and when an event happens."""

from datetime import date

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


def time_of(scene: Scene, predicate: Predicate, roles: Roles, published: date | None) -> Moment | None:
    """The time said in the event's own clause, else the only one in its sentence."""
    first, last = scene.analysed.sentence_at(predicate.first)
    begin, end = min(roles.begin, predicate.first), max(roles.end, predicate.last)
    known = [(t, scene.analysed.range_of(t.span)) for t in scene.times if t.moment]
    inside = [(t, r) for t, r in known if begin <= r[0] < end]
    if inside:
        return min(inside, key=lambda pair: abs(pair[1][0] - predicate.first))[0].moment
    around = [t for t, r in known if first <= r[0] < last]
    return around[0].moment if len(around) == 1 else None
