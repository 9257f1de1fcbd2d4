"""Every family of words finds its example, by each of its words, and not its near miss."""

import sqlite3
from collections.abc import Iterator

import pytest

from entry_sentences import FORMS, LETTERS, MATCHED, MISSED, broken
from khabar.knowledge.files import Entry, entries
from khabar.knowledge.word_families import family_files
from khabar.language.normalise import key
from khabar.store.embedded import Embedded
from khabar.store.search.asked import WORD, asked_in
from khabar.store.search.expansion import wanted
from khabar.store.search.vocabulary import Vocabulary


@pytest.fixture(scope="module")
def vocabulary() -> Vocabulary:
    """The words of all sentences of all families."""
    database = sqlite3.connect(":memory:", factory=Embedded)
    database.execute('CREATE VIRTUAL TABLE words USING fts5 (folded, tokenize = "unicode61 remove_diacritics 0")')
    database.execute("CREATE TABLE name_words (spelled TEXT, word TEXT)")
    database.execute("CREATE TABLE alike (word TEXT, other TEXT)")
    for file in family_files():
        for entry in entries(file):
            for text in (*entry["examples"], *entry.get("counterexamples", ())):
                database.execute("INSERT INTO words (folded) VALUES (?)", (key(text),))
    return Vocabulary(database)


def found(entry: Entry, text: str, vocabulary: Vocabulary) -> Iterator[str]:
    """The words of the entry by which the text is found."""
    have = set(WORD.findall(key(text)))
    for word in entry["words"]:
        ((term,),) = asked_in(word).wanted
        if have & wanted(term, vocabulary).forms.keys():
            yield word


@pytest.mark.parametrize("file", family_files())
def test_an_example_is_found_by_every_word_of_its_family(file: str, vocabulary: Vocabulary) -> None:
    missed = [
        (entry["id"], text)
        for entry in entries(file)
        for text in entry["examples"]
        if list(found(entry, text, vocabulary)) != entry["words"]
    ]
    assert not missed, broken(file, MISSED, missed, FORMS)


@pytest.mark.parametrize("file", family_files())
def test_a_near_miss_is_found_by_none(file: str, vocabulary: Vocabulary) -> None:
    matched = [
        (entry["id"], text)
        for entry in entries(file)
        for text in entry["counterexamples"]
        if list(found(entry, text, vocabulary))
    ]
    assert not matched, broken(file, MATCHED, matched, LETTERS)


@pytest.mark.parametrize("file", family_files())
def test_no_word_is_listed_twice_in_a_family(file: str) -> None:
    assert [entry["id"] for entry in entries(file) if len(set(entry["words"])) < len(entry["words"])] == []
