"""Every event of a report, from the words that tell one to what is told once."""

from dataclasses import replace
from datetime import date

from khabar.extraction.events.attackers import with_attackers
from khabar.extraction.events.bindings import Binder
from khabar.extraction.events.candidates import Candidate, candidate_from
from khabar.extraction.events.descriptions import descriptions_cut
from khabar.extraction.events.homelands import with_speakers_countries
from khabar.extraction.events.judged import with_deeds_judged
from khabar.extraction.events.merging import merged
from khabar.extraction.events.on_visit import with_places_of_visits
from khabar.extraction.events.party_codes import party_codes
from khabar.extraction.events.recalled import only_recalled
from khabar.extraction.events.returned import with_returns
from khabar.extraction.events.scene import Scene
from khabar.extraction.events.subject_matter import types_told
from khabar.extraction.references import Referents
from khabar.language.analysis import AnalysedText
from khabar.values.attribution import Attribution
from khabar.values.event import Event
from khabar.values.timex import Timex

__all__ = ["candidates_in", "events_in"]


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
    scene, found = candidates_in(analysed, referents, times, attributions, published, why=why)
    told = merged(scene, [candidate for candidate in found if not only_recalled(scene, candidate)])
    told = with_deeds_judged(scene, with_attackers(scene, told))
    told = with_places_of_visits(scene, with_returns(scene, told))
    return tuple(_with_codes(scene, event) for event in told)


def candidates_in(
    analysed: AnalysedText,
    referents: Referents,
    times: tuple[Timex, ...],
    attributions: tuple[Attribution, ...],
    published: date | None,
    *,
    why: bool = False,
) -> tuple[Scene, tuple[Candidate, ...]]:
    """Every mention of an event of which enough is known, with the scene that it was read in."""
    referents = with_speakers_countries(analysed, descriptions_cut(analysed, referents), attributions)
    scene = Scene(analysed, referents, times, attributions, why)
    binder = Binder(scene)
    types = types_told(scene)
    found: list[Candidate] = []
    told: list[Event] = []
    for predicate in scene.predicates:
        candidate = candidate_from(binder, predicate, published, told) if predicate.words else None
        if candidate and candidate.event.type in types:
            found.append(candidate)
            told.append(candidate.event)
    return scene, tuple(found)


def _with_codes(scene: Scene, event: Event) -> Event:
    return replace(
        event,
        actor_codes=party_codes(scene.analysed, scene.referents, event.actor, event.actor_words),
        recipient_codes=party_codes(scene.analysed, scene.referents, event.recipient, event.recipient_words),
    )
