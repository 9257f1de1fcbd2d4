"""The index of words: every sentence of a report's body, folded, and which of them name whom."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from khabar.language.normalise import key
from khabar.language.spelling import bare_key
from khabar.store.database import Database
from khabar.store.rows import free_number
from khabar.store.search.asked import WORD
from khabar.values.actor import Actor

_SHORTEST = 4  # letters of a word that may be spelled otherwise
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
