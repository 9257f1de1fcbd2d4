"""The names of a text as the whole reader finds them, and as the learned model alone would."""

from khabar.engine import is_listed_word
from khabar.extraction.entities import references_in
from khabar.extraction.names.classes import title_trie
from khabar.extraction.names.clues import LABEL_OF, settings_of
from khabar.extraction.names.finds import finds_in
from khabar.extraction.names.tagger import tagger
from khabar.extraction.names.words import Words, words_of
from khabar.knowledge.name_words import TitleKind
from khabar.language.analysis import analyse
from khabar.measures.marked_text import MarkedName
from khabar.values.span import Span


def names_read(text: str) -> list[MarkedName]:
    """What the reader takes for a person, a place or country, a body or medium, forms of address left out.

    Khabar's mentions hold 'السيد'; the sets that people marked leave it outside the name.
    """
    words = words_of(analyse(text))
    entities = references_in(words.analysed, is_listed_word).entities
    return [
        MarkedName(_unaddressed(words, span), LABEL_OF[e.kind])
        for e in entities
        if e.kind in LABEL_OF
        for span in e.mentions
    ]


def _unaddressed(words: Words, span: Span) -> Span:
    first, last = words.analysed.range_of(span)
    hit = title_trie().at(words.keys, first)
    if hit and hit.last < last and hit.found[0][0].kind is TitleKind.HONORIFIC:
        return Span(words.tokens[hit.last].start, span.end)
    return span


def names_tagged(text: str) -> list[MarkedName]:
    """What the model takes for a name, with lists and rules as clues only."""
    words = words_of(analyse(text))
    finds = finds_in(words, is_listed_word)
    settings = settings_of(words, finds.names, finds.titles, finds.base.nationalities)
    found = tagger(is_listed_word).tagged(words, settings)
    return [MarkedName(words.analysed.span(name.first, name.last), name.label) for name in found]
