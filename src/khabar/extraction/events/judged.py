"""Whom a judgement falls on that names a deed only: they condemned the raid that was told of before."""

from collections.abc import Sequence
from dataclasses import replace

from khabar.extraction.events.antecedents import Ids
from khabar.extraction.events.lexicon import is_a
from khabar.extraction.events.predicates import JUDGING, Predicate
from khabar.extraction.events.relatives import deed_taken_up
from khabar.extraction.events.scene import Scene
from khabar.knowledge.event_words import Needs, event_words_by_id
from khabar.values.event import Event, EventType
from khabar.values.why import Part, RoleRule, Why

_NEAR = 10  # tokens behind a word of blame in which the deed stands
_DESCRIBED = 2  # tokens from a step, with an adjective, to the verb that judges it
_TOGETHER = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE})  # blame for it falls on no doer
_ENDS = frozenset({"،", ".", ":", "؛"})
_STEPS = frozenset(
    {
        EventType.ASSAULT,
        EventType.COERCE,
        EventType.DISMISS,
        EventType.MOBILIZE,
        EventType.REJECT,
        EventType.RETREAT,
        EventType.SANCTION,
        EventType.TEST,
        EventType.TRANSFER,
    }
)
_BLAMING = frozenset({EventType.ACCUSE, EventType.REJECT})


def with_deeds_judged(scene: Scene, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events, those of blame and praise with who did the deed that they name, where nobody else is told."""
    return tuple(_judged(scene, event, events[:place], events) for place, event in enumerate(events))


def _judged(scene: Scene, event: Event, before: tuple[Event, ...], events: tuple[Event, ...]) -> Event:
    if _of_step(scene, event):
        return _with_recipient(event, _last_doer(event, _steps_since(scene, event, before)))
    return _with_recipient(event, _doer(scene, event, before, events)) if _open(event) else event


def _of_step(scene: Scene, event: Event) -> bool:
    """Whether a verb of judging takes up the step right before it: 'استخدمت روسيا الفيتو في [خطوة نددت بها] طوكيو'."""
    at = scene.analysed.token_from(event.anchor.start)
    verb = scene.predicate_at.get(at)
    if event.type not in JUDGING or not event.actor or verb is None or not verb.verbal or verb.proclitics:
        return False
    return any(is_a("step", form) for form in scene.forms[max(at - _DESCRIBED, 0) : at])


def _steps_since(scene: Scene, event: Event, before: tuple[Event, ...]) -> list[Event]:
    """The steps told of earlier in the sentence of an event."""
    begin = scene.analysed.sentence_at(scene.analysed.token_from(event.anchor.start))[0]
    return [e for e in before if e.type in _STEPS and scene.analysed.token_from(e.anchor.start) >= begin]


def _with_recipient(event: Event, doer: Ids) -> Event:
    why = (*event.why, Why(Part.RECIPIENT, RoleRule.DEED)) if event.why else ()
    return replace(event, recipient=doer, why=why) if doer else event


def _open(event: Event) -> bool:
    return event.type in JUDGING and bool(event.actor) and not event.recipient


def _doer(scene: Scene, event: Event, before: tuple[Event, ...], events: tuple[Event, ...]) -> Ids:
    """Who did the last deed of the kind that a definite noun behind a word of blame names."""
    if is_complaint(event):
        accused = (e.recipient for e in reversed(before) if e.type is event.type and set(e.actor) & set(event.actor))
        return next((ids for ids in accused if ids), ())  # a complaint of whom they accuse
    at = scene.analysed.token_from(event.anchor.start)
    verb = scene.predicate_at.get(at)
    taken_up = deed_taken_up(scene, verb) if verb is not None and verb.verbal else None
    if taken_up is not None:  # a raid on Togo that they condemned
        there = (e for e in events if scene.analysed.token_from(e.anchor.start) == taken_up.first)
        return next((e.actor for e in there if e.type not in _TOGETHER and not set(e.actor) & set(event.actor)), ())
    for deed in scene.deeds_from(at + 1, _NEAR):
        if "ال" in deed.proclitics or (event.type in _BLAMING and _is_of_tests(scene, deed)):
            here = [e for e in events if e.actor and scene.analysed.token_from(e.anchor.start) == deed.first]
            if here and not set(here[0].actor) & set(event.actor) and here[0].type not in _TOGETHER:
                return here[0].actor  # the raid that they condemn is told there
            kinds = {word.type for word in deed.words} - _TOGETHER
            return _last_doer(event, [e for e in before if e.type in kinds])
    return _last_doer(event, _taken_up(scene, at, before))


def _is_of_tests(scene: Scene, deed: Predicate) -> bool:
    """Whether a deed is a test of arms that were told of: the firing of the missiles."""
    tests = any(word.type is EventType.TEST for word in deed.words)
    return tests and any(form.startswith("ال") for form in scene.forms[deed.last : deed.last + 1])


def _last_doer(event: Event, told: Sequence[Event]) -> Ids:
    """Who did the last of some deeds that is not the doing of who judges it."""
    others = (e.actor for e in reversed(told) if e.actor and not set(e.actor) & set(event.actor))
    return next(others, ())


def _taken_up(scene: Scene, at: int, before: tuple[Event, ...]) -> list[Event]:
    """The deeds that a noun behind a word of blame may take up: the test, or, of those just told, the step."""
    for place in range(at + 1, min(scene.analysed.sentence_at(at)[1], at + _NEAR)):
        form = scene.forms[place]
        if form in _ENDS or place in scene.predicate_at:
            break
        if is_a("tests_told", form):
            return [e for e in before if e.type is EventType.TEST]
        if is_a("steps_told", form):
            begin = scene.analysed.sentence_at(max(scene.analysed.sentence_at(at)[0] - 1, 0))[0]
            return [e for e in before if e.type in _STEPS and scene.analysed.token_from(e.anchor.start) >= begin]
    return []


def is_complaint(event: Event) -> bool:
    """Whether somebody is accused by an act of its own: a complaint that is brought, a suit that is filed."""
    word = event_words_by_id()[event.rule]
    return word.type is EventType.ACCUSE and word.carried and word.needs is Needs.ACTOR
