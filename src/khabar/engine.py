"""The stages of reading, wired: one report in, one reading out."""

from functools import cache

from khabar import __version__
from khabar.extraction.attributions.cues import speech_lexemes
from khabar.extraction.attributions.reading import attributions_in
from khabar.extraction.entities import references_in
from khabar.extraction.events import events_in
from khabar.extraction.events.lexicon import event_lexemes
from khabar.extraction.relevance import entities_that_matter
from khabar.knowledge.files import fingerprint
from khabar.language.analysis import analyse
from khabar.language.times import timexes_in
from khabar.reports.body import body_in
from khabar.reports.tongue import UNKNOWN, language_of
from khabar.values.reading import Reading
from khabar.values.report import Report


@cache
def reader() -> str:
    """The version of everything that a reading depends on: the code and the knowledge."""
    return f"{__version__}+{fingerprint()}"


def read(report: Report, *, why: bool = False) -> Reading:
    """All that the report says: a pure function of its text, its title, its date and the knowledge.

    `why`: each item with the rules and entries that read it, which makes no other reading.
    """
    language = language_of(report.text)
    if language != "ar":
        return Reading(report.id, reader(), language, unread=_unread(language))
    body = body_in(report.text, report.title)
    analysed = analyse(report.text, body)
    referents = references_in(analysed, is_listed_word, why=why)
    found = timexes_in(report.text, report.published)
    times = tuple(timex for timex in found if any(stretch.covers(timex.span) for stretch in body))
    attributions = attributions_in(analysed, referents, report.outlet, why=why)
    events = events_in(analysed, referents, times, attributions, report.published, why=why)
    entities = entities_that_matter(referents.entities, attributions, events)
    return Reading(report.id, reader(), language, body, entities, times, attributions, events)


def is_listed_word(form: str) -> bool:
    """Whether a form is a word of our lexicons, and so hardly part of an unknown name."""
    return bool(speech_lexemes().at(form) or event_lexemes().at(form))


def _unread(language: str) -> str:
    if language == UNKNOWN:
        return "its language cannot be told; Khabar reads Arabic"
    return f"it is in another language ({language}); Khabar reads Arabic"
