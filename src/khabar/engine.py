"""The stages of reading, wired: one report in, one reading out."""

from collections.abc import Callable
from typing import NamedTuple

from khabar.extraction.attributions.cues import speech_lexemes
from khabar.extraction.attributions.reading import attributions_in
from khabar.extraction.english.reading import read_english
from khabar.extraction.entities import references_in
from khabar.extraction.events.lexicon import event_lexemes
from khabar.extraction.events.reading import events_in
from khabar.extraction.references import Referents
from khabar.extraction.relevance import entities_that_matter
from khabar.language.analysis import AnalysedText, analyse
from khabar.language.remembered import remembered
from khabar.language.times import timexes_in
from khabar.reports.body import body_in
from khabar.reports.tongue import UNKNOWN, language_of
from khabar.values.agreement import Comparison
from khabar.values.attribution import Attribution
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.values.span import Span
from khabar.values.timex import Timex
from khabar.versions import reader
from khabar.weighing import bearing
from khabar.weighing.bearing_cues import Sentence, sentence_of


class Ground(NamedTuple):
    """What the events of a report are read from."""

    analysed: AnalysedText
    referents: Referents
    times: tuple[Timex, ...]
    attributions: tuple[Attribution, ...]


def read(report: Report, *, why: bool = False) -> Reading:
    """All that the report says: a pure function of its text, its title, its date and the knowledge.

    `why`: each item with the rules and entries that read it, which makes no other reading.
    """
    language = language_of(report.text)
    reads = _READERS.get(language)
    if reads is None:
        return Reading(report.id, reader(), language, unread=_unread(language))
    return reads(report, body_in(report.text, report.title), why)


def _read_arabic(report: Report, body: tuple[Span, ...], why: bool) -> Reading:
    ground = ground_of(report, body, why=why)
    events = events_in(*ground, report.published, why=why)
    entities = entities_that_matter(ground.referents.entities, ground.attributions, events)
    return Reading(report.id, reader(), "ar", body, entities, ground.times, ground.attributions, events)


def _read_english(report: Report, body: tuple[Span, ...], why: bool) -> Reading:
    return read_english(report, body, reader(), why=why)


def ground_of(report: Report, body: tuple[Span, ...], *, why: bool = False) -> Ground:
    """What is read before the events: the words, who is named, when, and who says what."""
    analysed = analyse(report.text, body)
    referents = references_in(analysed, is_listed_word, report.published, why=why)
    found = timexes_in(analysed.evened, report.published)
    times = tuple(timex for timex in found if any(stretch.covers(timex.span) for stretch in body))
    return Ground(analysed, referents, times, attributions_in(analysed, referents, report.outlet, why=why))


def bearing_between(first: str, second: str) -> Comparison:
    """Whether two sentences tell the same, stand against one another or tell of two matters, each read by itself."""
    return bearing.bearing_between(sentence_in(first), sentence_in(second))


def sentence_in(text: str) -> Sentence:
    """A sentence with those whom it names by itself."""
    return sentence_of(text, references_in(analyse(text, (Span(0, len(text)),)), is_listed_word).entities)


@remembered
def is_listed_word(form: str) -> bool:
    """Whether a form is a word of our lexicons, and so hardly part of an unknown name."""
    return bool(speech_lexemes().at(form) or event_lexemes().at(form))


def _unread(language: str) -> str:
    if language == UNKNOWN:
        return "its language cannot be told; Khabar reads Arabic and English"
    return f"it is in another language ({language}); Khabar reads Arabic and English"


# Who reads which language, by its ISO 639-1 code; a report in any other is kept unread.
_READERS: dict[str, Callable[[Report, tuple[Span, ...], bool], Reading]] = {"ar": _read_arabic, "en": _read_english}
