"""The index of words: every sentence of a report's body, folded, and which of them name whom."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from khabar.language.analysis import analyse
from khabar.language.families import is_listed
from khabar.language.normalise import key
from khabar.language.spelling import bare_key, foreign_key, is_telling
from khabar.language.written_forms import without_article
from khabar.store.database import Database
from khabar.store.rows import free_number
from khabar.store.search.asked import WORD
from khabar.values.actor import Actor
from khabar.values.entity import Kind
from khabar.values.reading import Reading
from khabar.values.report import Report

_SHORTEST = 4  # letters of a word that may be spelled otherwise
_OF_ORDINARY_WORDS = (Kind.ORGANISATION, Kind.GROUP)  # what they are called in passing is no name: الوزارة, المحتجون
# A step of `schema.FORMS`: the sentences that name each entity of a report, the actor that it is, and words of names
# that are spelled in several ways.
NAMED = """
CREATE TABLE named (
  report INTEGER NOT NULL REFERENCES reports (n) ON DELETE CASCADE,
  entity TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  sentence INTEGER NOT NULL,
  proper INTEGER NOT NULL,
  PRIMARY KEY (report, entity, start)
) WITHOUT ROWID;
CREATE TABLE members (
  report TEXT NOT NULL,
  entity TEXT NOT NULL,
  actor TEXT NOT NULL,
  PRIMARY KEY (report, entity)
) WITHOUT ROWID;
CREATE INDEX members_by_actor ON members (actor);
CREATE TABLE alike (word TEXT NOT NULL, other TEXT NOT NULL, PRIMARY KEY (word, other)) WITHOUT ROWID;

INSERT OR IGNORE INTO named
  SELECT readings.report, json_extract(entity.value, '$.id'), json_extract(mention.value, '$[0]'),
    json_extract(mention.value, '$[1]'), sentences.n, 1
  FROM readings, json_each(readings.reading, '$.entities') AS entity, json_each(entity.value, '$.mentions') AS mention
  JOIN sentences ON sentences.report = readings.report
    AND sentences.start <= json_extract(mention.value, '$[0]')
    AND sentences."end" > json_extract(mention.value, '$[0]');
INSERT OR IGNORE INTO members
  SELECT json_extract(member.value, '$[0]'), json_extract(member.value, '$[1]'), actors.id
  FROM actors, json_each(actors.actor, '$.members') AS member;
"""


class Sentence(NamedTuple):
    """A sentence of a report's body, and the words by which it is found."""

    start: int
    end: int
    folded: str


class Named(NamedTuple):
    """Where an entity is named."""

    entity: str
    start: int
    end: int
    sentence: int  # its place among those of the body
    proper: bool  # whether by a name, and not in passing


class Index(NamedTuple):
    """What the index holds of one report."""

    spelled: tuple[tuple[str, str], ...]  # words of its names behind their other spellings
    sentences: tuple[Sentence, ...]
    named: tuple[Named, ...]


def index_of(report: Report, reading: Reading) -> Index:
    """The sentences of a report's body, whom they name, and the words of its names beside their other spellings."""
    spelled = tuple((foreign_key(word), word) for word in sorted(set(_name_words(report, reading))))
    analysed = analyse(report.text, reading.body)
    spans = [analysed.span(first, last) for first, last in analysed.sentences]
    sentences = tuple(Sentence(span.start, span.end, key(span.of(report.text))) for span in spans)
    return Index(spelled, sentences, tuple(_named(report, reading, sentences)))


def add_sentences(database: Database, n: int, index: Index) -> None:
    """Puts the sentences of a report's body into the index, and the words of its names beside their other spellings."""
    database.executemany("INSERT INTO name_words VALUES (?, ?) ON CONFLICT DO NOTHING", index.spelled)
    first = free_number(database, "sentences")
    rows = [(first + at, n, one.start, one.end) for at, one in enumerate(index.sentences)]
    database.executemany("INSERT INTO sentences VALUES (?, ?, ?, ?)", rows)
    database.add_words("words", [(first + at, one.folded) for at, one in enumerate(index.sentences)])
    named = [(n, one.entity, one.start, one.end, first + one.sentence, one.proper) for one in index.named]
    database.executemany("INSERT INTO named VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING", named)


def add_members(database: Database, actors: Sequence[tuple[int, Actor]]) -> None:
    """Notes of actors under their numbers which entities of reports they are, and how their names are spelled."""
    members = [(report, entity, actor.id) for _, actor in actors for report, entity in actor.members]
    database.executemany("INSERT INTO members VALUES (?, ?, ?) ON CONFLICT DO NOTHING", members)
    pairs = ((*pair, n) for n, actor in actors for pair in sorted(_spelled_alike(actor)))
    database.executemany("INSERT INTO alike VALUES (?, ?, ?) ON CONFLICT DO NOTHING", pairs)


def remove_members(database: Database, actors: Iterable[int]) -> None:
    """Takes away which entities the actors of these numbers are; how their names are spelled goes with themselves."""
    question = "DELETE FROM members WHERE actor = (SELECT id FROM actors WHERE n = ?)"
    database.executemany(question, [(n,) for n in actors])


def _spelled_alike(actor: Actor) -> Iterator[tuple[str, str]]:
    """Words of its names that differ in long vowels only: بوتن and بوتين are one where they name one man."""
    words = {word for name in (actor.name, *actor.also) for word in WORD.findall(key(name)) if len(word) >= _SHORTEST}
    return ((one, other) for one in words for other in words if one != other and bare_key(one) == bare_key(other))


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
