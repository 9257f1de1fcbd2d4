"""The event lexicon keeps its promises: every entry finds its examples and leaves its near misses alone."""

import pytest

from khabar.extraction.events.predicates import predicates_in
from khabar.extraction.references import Referents
from khabar.knowledge.event_words import Carrier, EventWord, carriers, event_words
from khabar.knowledge.goods import goods_words
from khabar.knowledge.status_words import status_words
from khabar.language.analysis import analyse
from khabar.values.event import EventMode, EventType

NOBODY = Referents((), ())


def words_found(text: str) -> set[str]:
    return {word.id for p in predicates_in(analyse(text), NOBODY) for word in p.words}


def carriers_found(text: str) -> set[str]:
    return {carrier.id for p in predicates_in(analyse(text), NOBODY) for carrier in p.carriers}


@pytest.mark.parametrize("word", event_words(), ids=lambda word: word.id)
def test_an_entry_finds_its_examples_and_no_near_miss(word: EventWord) -> None:
    assert word.examples
    assert word.counterexamples
    for text in word.examples:
        assert word.id in words_found(text)
    for text in word.counterexamples:
        assert word.id not in words_found(text)


@pytest.mark.parametrize("carrier", carriers().values(), ids=lambda carrier: carrier.id)
def test_a_carrying_verb_finds_its_examples_and_no_near_miss(carrier: Carrier) -> None:
    assert carrier.examples
    assert carrier.counterexamples
    for text in carrier.examples:
        assert carrier.id in carriers_found(text)
    for text in carrier.counterexamples:
        assert carrier.id not in carriers_found(text)


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
