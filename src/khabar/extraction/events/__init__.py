"""Events of one report: who does what to whom, where, when, with what, and on whose word."""

from datetime import date

from khabar.extraction.events.bindings import Binder
from khabar.extraction.events.candidates import candidate_from
from khabar.extraction.events.descriptions import descriptions_cut
from khabar.extraction.events.judged import with_deeds_judged
from khabar.extraction.events.merging import merged
from khabar.extraction.events.scene import Scene
from khabar.extraction.events.subject_matter import types_told
from khabar.extraction.references import Referents
from khabar.language.analysis import AnalysedText
from khabar.values.attribution import Attribution
from khabar.values.event import Event
from khabar.values.timex import Timex

__all__ = ["events_in"]


def events_in(
    analysed: AnalysedText,
    referents: Referents,
    times: tuple[Timex, ...],
    attributions: tuple[Attribution, ...],
    published: date | None,
    *,
    why: bool = False,
) -> tuple[Event, ...]:
    """Every event of the report in reading order, each told once."""
    scene = Scene(analysed, descriptions_cut(analysed, referents), times, attributions, why)
    binder = Binder(scene)
    types = types_told(scene)
    found = [candidate_from(binder, predicate, published) for predicate in scene.predicates if predicate.words]
    told = merged(scene, [candidate for candidate in found if candidate and candidate.event.type in types])
    return with_deeds_judged(scene, told)
