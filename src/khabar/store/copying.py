"""An archive put in place of another, wherever either is: all of it or nothing, at one moment."""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from khabar.language.normalise import key, key_words
from khabar.store.concluded.actors import words_of
from khabar.store.database import INDICES, Database
from khabar.store.exact_words import spelled
from khabar.store.said import Said
from khabar.store.server.tables import tables
from khabar.values.act import Act, ActId
from khabar.values.span import Span

_AT_ONCE = 1000  # texts
_SENTENCES = 'SELECT n, start, "end", report FROM sentences ORDER BY report, start'


def copy(source: Database, to: Database, logged: Mapping[ActId, Act]) -> None:
    """Puts the source and the acts of its log in place of what is there; whoever reads it sees the old or the new."""
    with source.unmoved(), to.change(safe=True):
        for table in (*INDICES, *reversed(tables())):
            to.execute(f"DELETE FROM {table}")
        for table in tables():
            to.load(table, source.each(f"SELECT * FROM {table}"))
        _index(to, "words", _sentences(source))
        _index(to, "gists", _gists(source))
        _index(to, "actor_words", _names(source))
        Said(to, None).learn(logged.values())


def _index(to: Database, index: str, texts: Iterable[tuple[int, str]]) -> None:
    left = iter(texts)
    while part := list(islice(left, _AT_ONCE)):
        to.add_words(index, part)


def _sentences(source: Database) -> Iterator[tuple[int, str]]:
    text, of = "", None
    for n, start, end, report in source.each(_SENTENCES):
        if report != of:
            ((text,),) = source.execute("SELECT text FROM reports WHERE n = ?", (report,))
            of = report
        yield n, key(Span(start, end).of(text))


def _gists(source: Database) -> Iterator[tuple[int, str]]:
    for n, gist in source.each("SELECT n, gist FROM claims ORDER BY n"):
        yield n, spelled(key_words(gist))


def _names(source: Database) -> Iterator[tuple[int, str]]:
    for n, known, name, also in source.each("SELECT n, known, name, also FROM actor_marks ORDER BY n"):
        yield n, words_of(dict.fromkeys((*json.loads(known), name, *json.loads(also))))
