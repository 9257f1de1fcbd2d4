"""Sentences of an archive, cut into words that can be compared and shown."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from khabar.language.normalise import key
from khabar.store.database import Database
from khabar.store.search.asked import WORD, WRITTEN
from khabar.store.search.ranking import Met
from khabar.values.span import Span

_NAMED = 0.5  # how near another name of somebody is to the name asked for
_ROWS = """
SELECT sentences.n, reports.id, sentences.start, sentences."end",
  substr(text, sentences.start + 1, sentences."end" - sentences.start), title, published
FROM json_each(?) AS one JOIN sentences ON sentences.n = CAST(one.value AS BIGINT)
  JOIN reports ON reports.n = sentences.report
"""


@dataclass(frozen=True)
class Sentence:
    """A sentence with its words."""

    n: int
    report: str
    start: int
    text: str
    words: list[str]  # folded
    title: str | None
    published: str | None

    @cached_property
    def spans(self) -> list[Span]:
        """Where in the report each word stands; of a thousand sentences that are compared, a few are asked."""
        at = self.start
        return [
            Span(at + found.start(), at + found.end())
            for found in WRITTEN.finditer(self.text)
            for _ in _folded(found.group())
        ]

    def words_within(self, span: Span) -> Iterator[Met]:
        """The stretch that another name of whoever was asked for takes."""
        inside = [at for at, one in enumerate(self.spans) if one.start >= span.start and one.end <= span.end]
        if inside:
            yield Met(inside[0], inside[-1], _NAMED, "")

    def words_at(self, place: Met) -> str:
        """The words of a place, as they stand."""
        return self.text[self.spans[place.first].start - self.start : self.spans[place.last].end - self.start]


def sentences_of(numbers: Sequence[int], database: Database) -> Iterator[Sentence]:
    """The sentences of these numbers, in no order."""
    for n, report, start, end, piece, title, published in database.execute(_ROWS, (json.dumps(list(numbers)),)):
        text = piece if len(piece or "") == end - start else _cut(database, report, start, end)
        words = [word for written in WRITTEN.findall(text) for word in _folded(written)]
        yield Sentence(n, report, start, text, words, title, published)


def _cut(database: Database, report: str, start: int, end: int) -> str:
    """The sentence of a text with signs at which a database stops counting, such as NUL."""
    ((text,),) = database.execute("SELECT text FROM reports WHERE id = ?", (report,)).fetchall()
    return str(text)[start:end]


@lru_cache(maxsize=65536)
def _folded(written: str) -> tuple[str, ...]:
    """A word as it is compared; a thousand sentences have the same words again and again."""
    return tuple(WORD.findall(key(written)))
