"""Sentences of an archive, cut into words that can be compared and shown."""

import json
from collections.abc import Iterator, Sequence
from typing import NamedTuple

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


class Sentence(NamedTuple):
    """A sentence with its words."""

    n: int
    report: str
    start: int
    text: str
    words: list[str]  # folded
    spans: list[Span]  # in the report, of each word
    title: str | None
    published: str | None

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
        cut = [
            (word, Span(start + found.start(), start + found.end()))
            for found in WRITTEN.finditer(text)
            for word in WORD.findall(key(found.group()))
        ]
        yield Sentence(n, report, start, text, [word for word, _ in cut], [span for _, span in cut], title, published)


def _cut(database: Database, report: str, start: int, end: int) -> str:
    """The sentence of a text with signs at which a database stops counting, such as NUL."""
    ((text,),) = database.execute("SELECT text FROM reports WHERE id = ?", (report,)).fetchall()
    return str(text)[start:end]
