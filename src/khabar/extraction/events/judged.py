"""Whom a judgement falls on that names a deed only: they condemned the raid that was told of before."""

from dataclasses import replace

from khabar.extraction.events.antecedents import Ids
from khabar.extraction.events.scene import Scene
from khabar.knowledge.event_words import Needs, event_words_by_id
from khabar.values.event import Event, EventType
from khabar.values.why import Part, RoleRule, Why

_NEAR = 10  # tokens behind a word of blame in which the deed stands
_TOGETHER = frozenset({EventType.AGREE, EventType.CONSULT, EventType.COOPERATE})  # blame for it falls on no doer
JUDGING = frozenset({EventType.ACCUSE, EventType.SUPPORT, EventType.REJECT})


def with_deeds_judged(scene: Scene, events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events, those of blame and praise with who did the deed that they name, where nobody else is told."""
    return tuple(
        _with_recipient(event, _doer(scene, event, events[:place], events)) if _open(event) else event
        for place, event in enumerate(events)
    )


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
    for deed in scene.deeds_from(at + 1, _NEAR):
        if "ال" in deed.proclitics:
            here = [e for e in events if e.actor and scene.analysed.token_from(e.anchor.start) == deed.first]
            if here and not set(here[0].actor) & set(event.actor) and here[0].type not in _TOGETHER:
                return here[0].actor  # the raid that they condemn is told there
            kinds = {word.type for word in deed.words} - _TOGETHER
            told = [e for e in before if e.type in kinds and e.actor and not set(e.actor) & set(event.actor)]
            return told[-1].actor if told else ()
    return ()


def is_complaint(event: Event) -> bool:
    """Whether somebody is accused by an act of its own: a complaint that is brought, a suit that is filed."""
    word = event_words_by_id()[event.rule]
    return word.type is EventType.ACCUSE and word.carried and word.needs is Needs.ACTOR
