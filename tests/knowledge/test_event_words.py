"""The event lexicon keeps its promises: every entry finds its examples and leaves its near misses alone."""

from collections.abc import Callable, Iterable

import pytest

from entry_sentences import FORMS, LETTERS, MATCHED, MISSED, broken
from khabar.extraction.events.lexicon import folded, stands_at
from khabar.extraction.events.predicates import predicates_in
from khabar.extraction.references import Referents
from khabar.knowledge.event_words import CARRIERS, Carrier, EventWord, carriers, event_words
from khabar.knowledge.files import Entry, entries, files_in
from khabar.knowledge.goods import goods_words
from khabar.knowledge.status_words import status_words
from khabar.language.analysis import analyse
from khabar.values.event import EventMode, EventType

NOBODY = Referents((), ())
FILE_OF = {entry["id"]: file for file in files_in("ar") if "/events_" in file for entry in entries(file)}
BESIDE = "What tells the two apart may stand in with, without, not_after or not_forms."


def words_found(text: str) -> set[str]:
    return {word.id for p in predicates_in(analyse(text), NOBODY) for word in p.words}


def carriers_found(text: str) -> set[str]:
    return {carrier.id for p in predicates_in(analyse(text), NOBODY) for carrier in p.carriers}


def broken_in(file: str, entry: EventWord | Carrier, found: Callable[[str], set[str]]) -> str:
    """What the sentences of an entry promise that does not hold; empty: all does."""
    missed = [(entry.id, text) for text in entry.examples if entry.id not in found(text)]
    matched = [(entry.id, text) for text in entry.counterexamples if entry.id in found(text)]
    told = (broken(file, MISSED, missed, FORMS), broken(file, MATCHED, matched, f"{LETTERS}\n{BESIDE}"))
    return "\n".join(one for one in told if one)


def stands_in(words: Iterable[str], text: str) -> bool:
    forms = tuple(token.form for token in analyse(text).tokens)
    return any(stands_at(folded(tuple(words)), forms, at) for at in range(len(forms)))


WORDS = [
    (file, entry) for file in ("ar/status_words.yaml", "ar/goods.yaml", "ar/carriage.yaml") for entry in entries(file)
]


@pytest.mark.parametrize(("file", "entry"), WORDS, ids=[entry["id"] for _, entry in WORDS])
def test_a_word_of_status_or_goods_stands_in_its_examples_and_in_no_near_miss(file: str, entry: Entry) -> None:
    found = {text: stands_in(entry["words"], text) for text in (*entry["examples"], *entry["counterexamples"])}
    missed = [(entry["id"], text) for text in entry["examples"] if not found[text]]
    matched = [(entry["id"], text) for text in entry["counterexamples"] if found[text]]
    assert not (told := broken(file, MISSED, missed, FORMS)), told
    assert not (told := broken(file, MATCHED, matched, LETTERS)), told


@pytest.mark.parametrize("word", event_words(), ids=lambda word: word.id)
def test_an_entry_finds_its_examples_and_no_near_miss(word: EventWord) -> None:
    assert word.examples
    assert word.counterexamples
    assert not (told := broken_in(FILE_OF[word.id], word, words_found)), told


@pytest.mark.parametrize("carrier", carriers().values(), ids=lambda carrier: carrier.id)
def test_a_carrying_verb_finds_its_examples_and_no_near_miss(carrier: Carrier) -> None:
    assert carrier.examples
    assert carrier.counterexamples
    assert not (told := broken_in(CARRIERS, carrier, carriers_found)), told


def test_there_is_a_word_for_every_type_of_event() -> None:
    assert {word.type for word in event_words()} == set(EventType)
    assert len(event_words()) >= 300


def test_only_meetings_have_a_mode() -> None:
    for word in event_words():
        assert (word.mode is None) or word.type is EventType.CONSULT
    assert {word.mode for word in event_words()} == {None, *EventMode}


def test_ids_are_unique_and_ascii() -> None:
    ids = [entry.id for entries in (event_words(), goods_words(), status_words()) for entry in entries]
    ids += list(carriers())
    assert len(ids) == len(set(ids))
    assert all(name.isascii() for name in ids)
