"""Sentences found by their words, with who says them."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from khabar.values.attribution import Stance
from khabar.values.page import Page
from khabar.values.reason import Passage
from khabar.values.report import Report
from khabar.values.search import ANY, Expanded, Filters, Hit, Said
from khabar.values.span import Span

_MANY = 50  # sentences, where nobody says how many
_MOST_OF_IT = 0.5  # of a sentence: a saying with less of it is not what the sentence says


class Words(Protocol):
    """What a search asks of an archive."""

    def sentences_with(
        self, asked: str, filters: Filters = ANY, limit: int | None = None, offset: int = 0
    ) -> Page[Hit]:
        """Sentences that hold what is asked for, in whatever form, best first."""

    def sayings_over(self, passage: Passage) -> tuple[Said, ...]:
        """What somebody says in the report of which some words are in the passage."""

    def report(self, report_id: str) -> Report:
        """The report of that id."""


@dataclass(frozen=True, slots=True)
class Found:
    """A sentence with the words that were asked for, and whoever says them."""

    passage: Passage
    words: str  # the whole sentence
    marks: tuple[Span, ...]  # in the report's text
    outlet: str | None  # None: the report does not tell
    published: date | None  # None: not known
    title: str | None  # None: not known
    chain: tuple[tuple[str, ...], ...] = ()  # names, nearest to the report first; empty: the report itself says so
    stance: Stance | None = None  # None: nobody's words
    expanded: tuple[Expanded, ...] = ()  # empty: the words stand there as they were asked for


def search(
    archive: Words, asked: str, filters: Filters = ANY, *, limit: int | None = _MANY, offset: int = 0
) -> Page[Found]:
    """The sentences that hold all that is asked for, best first.

    Words are found in all their forms and names under all their spellings; "a phrase" as it stands, `أو` or `|`
    between alternatives, `-` before what must not be there, `*` behind the beginning of a word.
    """
    hits = archive.sentences_with(asked, filters, limit, offset)
    return Page(tuple(_found(archive, hit) for hit in hits), hits.total, hits.offset)


def _found(archive: Words, hit: Hit) -> Found:
    report = archive.report(hit.passage.report_id)
    said = _who_says(hit, archive.sayings_over(hit.passage))
    return Found(
        passage=hit.passage,
        words=hit.passage.span.of(report.text),
        marks=hit.marks,
        outlet=report.outlet,
        published=report.published,
        title=report.title,
        chain=said.chain if said else (),
        stance=said.stance if said else None,
        expanded=hit.expanded,
    )


def _who_says(hit: Hit, sayings: tuple[Said, ...]) -> Said | None:
    """The saying that most of the marked words stand in, the innermost of such; else one that is most of it."""

    def held(said: Said) -> int:
        return sum(said.content.covers(mark) for mark in hit.marks)

    best = max(sayings, key=lambda said: (held(said), -len(said.content)), default=None)
    if best is None or held(best):
        return best
    widest = max(sayings, key=lambda said: _share(hit.passage.span, said.content))
    return widest if _share(hit.passage.span, widest.content) >= _MOST_OF_IT else None


def _share(sentence: Span, content: Span) -> float:
    common = min(sentence.end, content.end) - max(sentence.start, content.start)
    return common / len(sentence)
