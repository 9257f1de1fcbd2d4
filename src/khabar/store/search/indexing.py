"""What the index of words holds of a report: its sentences, whom they name, and how those names are spelled."""

from collections.abc import Iterator, Sequence

from khabar.language.analysis import analyse
from khabar.language.families import is_listed
from khabar.language.normalise import key
from khabar.language.spelling import foreign_key, is_telling
from khabar.language.written_forms import without_article
from khabar.store.search.asked import WORD
from khabar.store.search.words import Index, Named, Sentence
from khabar.values.entity import Kind
from khabar.values.reading import Reading
from khabar.values.report import Report

_OF_ORDINARY_WORDS = (Kind.ORGANISATION, Kind.GROUP)  # what they are called in passing is no name: الوزارة, المحتجون


def index_of(report: Report, reading: Reading) -> Index:
    """The sentences of a report's body, whom they name, and the words of its names beside their other spellings."""
    spelled = tuple((foreign_key(word), word) for word in sorted(set(_name_words(report, reading))))
    analysed = analyse(report.text, reading.body)
    spans = [analysed.span(first, last) for first, last in analysed.sentences]
    sentences = tuple(Sentence(span.start, span.end, key(span.of(report.text))) for span in spans)
    return Index(spelled, sentences, tuple(_named(report, reading, sentences)))


def _name_words(report: Report, reading: Reading) -> Iterator[str]:
    for entity in reading.entities:
        written = () if entity.kind in _OF_ORDINARY_WORDS else (mention.of(report.text) for mention in entity.mentions)
        for name in (entity.name, *written):
            yield from (word for word in WORD.findall(key(name)) if is_telling(word))


def _named(report: Report, reading: Reading, sentences: Sequence[Sentence]) -> Iterator[Named]:
    for entity in reading.entities:
        for mention in entity.mentions:
            for at, sentence in enumerate(sentences):
                if sentence.start <= mention.start < sentence.end:
                    yield Named(entity.id, mention.start, mention.end, at, _is_proper(mention.of(report.text)))


def _is_proper(mention: str) -> bool:
    """Whether some word of it is no ordinary word; الشركة names a company that was named before, in passing."""
    return any(not is_listed(without_article(word)) for word in WORD.findall(key(mention)))
