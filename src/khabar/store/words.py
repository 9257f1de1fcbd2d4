"""The index of words: sentences found by any form of the words asked for."""

import re
import sqlite3
from functools import cache, lru_cache

from khabar.language.analysis import analyse
from khabar.language.normalise import key
from khabar.language.spelling import bare_key, foreign_key, is_telling, same_spelling
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.values.span import Span

SEARCH = (
    'SELECT reports.id, sentences.start, sentences."end" FROM words'
    " JOIN sentences ON sentences.n = words.rowid JOIN reports ON reports.n = sentences.report"
    " WHERE words MATCH ? ORDER BY bm25(words), reports.published DESC, reports.id, sentences.start LIMIT ? OFFSET ?"
)
COUNT = "SELECT count(*) FROM words WHERE words MATCH ?"
_PHRASE_OR_WORD = re.compile(r'["«“]([^"»”]*)["»”]|([^\s"«»“”]+)')
_WORD = re.compile(r"\w+")
_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ك", "ل")
_ARTICLE = "ال"
_SHORTEST_WITH_ARTICLE = 4  # "الى" is no article with a word behind it


def add_sentences(database: sqlite3.Connection, n: int, report: Report, reading: Reading) -> None:
    """Puts the sentences of a report's body into the index, and the words of its names beside their other spellings."""
    names = {word for entity in reading.entities for word in _WORD.findall(key(entity.name)) if is_telling(word)}
    spelled = [(foreign_key(word), word) for word in sorted(names)]
    database.executemany("INSERT OR IGNORE INTO name_words VALUES (?, ?)", spelled)
    analysed = analyse(report.text, reading.body)
    for first, last in analysed.sentences:
        span: Span = analysed.span(first, last)
        added = database.execute("INSERT INTO sentences VALUES (NULL, ?, ?, ?)", (n, span.start, span.end))
        folded = key(span.of(report.text))
        database.execute("INSERT INTO words (rowid, folded) VALUES (?, ?)", (added.lastrowid, folded))


def query_for(asked: str, database: sqlite3.Connection) -> str:
    """What is asked in people's words, in the words of the index; empty where no word is in it."""
    wanted = [
        _phrase(phrase) if phrase else _any_form(word, database) for phrase, word in _PHRASE_OR_WORD.findall(asked)
    ]
    every = " AND ".join(part for part in wanted if part)
    spelled = _other_spellings(asked, database)
    return " OR ".join([f"({every})", *(_phrase(name) for name in spelled)]) if every else ""


def _any_form(asked: str, database: sqlite3.Connection) -> str:
    parts = [_spellings(word, database) for word in _WORD.findall(key(asked))]
    return " AND ".join(f"({' OR '.join(_quoted(form) for form in forms)})" for forms in parts)


def _spellings(word: str, database: sqlite3.Connection) -> list[str]:
    """Every form of the word, and where it is part of a name, of the word in other spellings: شويجو, شويغو."""
    question = "SELECT word FROM name_words WHERE spelled = ? AND word <> ? ORDER BY word"
    others = database.execute(question, (foreign_key(word), word)) if is_telling(word) else ()
    return [*_forms(word), *(form for (other,) in others for form in _forms(other))]


def _phrase(asked: str) -> str:
    """The words one after another, the first with any attached particle."""
    first, *rest = _WORD.findall(key(asked)) or [""]
    return "(" + " OR ".join(_quoted(" ".join([form, *rest])) for form in _forms(first)) + ")" if first else ""


@lru_cache(maxsize=4096)
def _forms(word: str) -> tuple[str, ...]:
    """The word as it may be written: with and without the article, and with every attached particle."""
    bare = word[2:] if word.startswith(_ARTICLE) and len(word) >= _SHORTEST_WITH_ARTICLE else word
    forms = {attached + bare for attached in _attached()}
    return (word, *sorted(forms - {word}))


@cache
def _attached() -> frozenset[str]:
    """Everything that is written on to the front of a noun or a name; after ل the article loses its first letter."""
    articles = {before: "لل" if before == "ل" else before + _ARTICLE for before in _PREPOSITIONS}
    return frozenset(conjunction + rest for conjunction in _CONJUNCTIONS for pair in articles.items() for rest in pair)


def _other_spellings(asked: str, database: sqlite3.Connection) -> list[str]:
    """How the reports spell the name that is asked for."""
    if not is_telling(asked):
        return []
    found = database.execute(
        "SELECT DISTINCT name, kind = 'person' FROM entities WHERE spelled = ? ORDER BY name", (bare_key(asked),)
    )
    return [name for name, person in found if name != asked and same_spelling(name, asked, people=bool(person))]


def _quoted(words: str) -> str:
    return '"' + words.replace('"', '""') + '"'
