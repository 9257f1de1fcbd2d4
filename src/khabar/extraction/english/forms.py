"""The words of the English lexicons in all their forms: cues of saying, event words, carrying verbs."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from khabar.knowledge.english.events import EventWord, carriers, event_words
from khabar.knowledge.english.speech import SpeechCue, speech_cues
from khabar.language.english.inflection import Form, plural, verb_forms
from khabar.language.english.phrases import Forms, Phrases, forms_in

ENGLISH_RULE = "en."  # opens the ids of all entries of the English lexicons


@dataclass(frozen=True, slots=True)
class CueForm:
    """A form of a cue of saying."""

    cue: SpeechCue
    form: Form


@dataclass(frozen=True, slots=True)
class EventForm:
    """A form of an event word."""

    word: EventWord
    form: Form


@cache
def cue_forms() -> Phrases[CueForm]:
    """Every form of every cue; a phrase counts as a verb of the past."""
    return Phrases(_cue_forms())


@cache
def event_forms() -> Phrases[EventForm]:
    """Every form of every event word."""
    return Phrases(_event_forms())


@cache
def carrier_forms() -> Phrases[Form]:
    """Every form of the verbs that carry an event noun."""
    return Phrases((forms, form) for _, lemma in carriers() for forms, form in verb_forms(lemma))


def is_surely_verb(form: str) -> bool:
    """Whether a form is one of a verb and of no noun of our lexicons."""
    told = {f for _, f in _forms_at(form)} | _opening_forms(form)
    return bool(told) and Form.NOUN not in told


def _opening_forms(form: str) -> set[Form]:
    """What a form is as the first word of a phrase: 'met' of 'met with'."""
    return {found.form for found in event_forms().opened_by(form)}


def is_verb(form: str) -> bool:
    """Whether a form is one of a verb of our lexicons."""
    return bool({f for _, f in _forms_at(form)} - {Form.NOUN})


def _forms_at(form: str) -> list[tuple[int, Form]]:
    told = [(n, found.form) for n, found in cue_forms().all_at((form,), 0)]
    return told + [(n, found.form) for n, found in event_forms().all_at((form,), 0)]


def _cue_forms() -> Iterator[tuple[Forms, CueForm]]:
    for cue in speech_cues():
        yield from ((forms, CueForm(cue, form)) for lemma in cue.verbs for forms, form in verb_forms(lemma))
        yield from ((forms, CueForm(cue, Form.NOUN)) for noun in cue.nouns for forms in _numbers(noun))
        yield from ((forms_in(phrase), CueForm(cue, Form.PAST)) for phrase in cue.phrases)


def _event_forms() -> Iterator[tuple[Forms, EventForm]]:
    for word in event_words():
        yield from ((forms, EventForm(word, form)) for lemma in word.verbs for forms, form in verb_forms(lemma))
        yield from ((forms, EventForm(word, Form.NOUN)) for noun in word.nouns for forms in _numbers(noun))


def _numbers(noun: str) -> Iterator[Forms]:
    yield forms_in(noun)
    if not noun.endswith("s"):
        yield forms_in(plural(noun))
