"""One English report read: a pure function of its text, its title, its date and the knowledge."""

from khabar.extraction.english.attributions.reading import attributions_in
from khabar.extraction.english.events.reading import events_in
from khabar.extraction.english.names.references import references_in
from khabar.extraction.english.scene import Scene
from khabar.extraction.relevance import entities_that_matter
from khabar.language.english.analysis import ENGLISH, analyse_english
from khabar.language.english.text import EnglishText
from khabar.language.english.times import times_in
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.values.span import Span

_ARTICLE = "The "  # of an outlet's name, which its mentions leave out


def read_english(report: Report, body: tuple[Span, ...], reader: str, *, why: bool = False) -> Reading:
    """All that the report says; `body` are the article's stretches, `reader` is the version of the reader."""
    text = EnglishText(analyse_english(report.text, body))
    times = times_in(text, report.published)
    scene = Scene(text, references_in(text, why=why), times, why)
    attributions = attributions_in(scene, (report.outlet or "").removeprefix(_ARTICLE) or None)
    events = events_in(scene, attributions)
    entities = entities_that_matter(scene.referents.entities, attributions, events)
    return Reading(report.id, reader, ENGLISH, body, entities, times, attributions, events)
