"""Every entry of the English lexicons finds its examples and none of its near misses."""

from collections.abc import Callable, Iterable

import pytest

from entry_sentences import FORMS, LETTERS, MATCHED, MISSED, broken
from khabar.extraction.english.forms import carrier_forms, cue_forms, event_forms
from khabar.knowledge.english.counted import GOODS, NUMERALS, goods_words
from khabar.knowledge.english.events import CARRIERS, STATUS, event_words
from khabar.knowledge.english.events import FILE as EVENTS
from khabar.knowledge.english.names import english_names, known_by_id
from khabar.knowledge.english.speech import FILE as CUES
from khabar.knowledge.english.words import BODIES, FUNCTION, GROUPS, TITLES
from khabar.knowledge.files import Entry, entries, files_in
from khabar.language.english.analysis import analyse_english
from khabar.language.english.inflection import plural
from khabar.language.english.phrases import Phrases, forms_in
from khabar.language.english.romanised import FILE as ROMANISED
from khabar.language.english.romanised import skeleton
from khabar.language.english.text import EnglishText
from khabar.values.event import EventMode, EventType

LISTS = [FUNCTION, TITLES, BODIES, STATUS, NUMERALS, "en/calendar.yaml", "en/contrast.yaml", "en/likeness.yaml"]
NOUNS = [GROUPS, GOODS]
PLAIN = [(file, entry) for file in (*LISTS, *NOUNS) for entry in entries(file)]


def forms_of(sentence: str) -> tuple[str, ...]:
    text = EnglishText(analyse_english(sentence))
    return text.forms


def ids_in(phrases: Phrases[object], sentence: str, of: Callable[[object], str]) -> set[str]:
    forms = forms_of(sentence)
    return {of(value) for at in range(len(forms)) for _, value in phrases.all_at(forms, at)}


def stands_in(words: Iterable[str], sentence: str) -> bool:
    forms = forms_of(sentence)
    phrases = Phrases((forms_in(word), word) for word in words)
    return any(phrases.at(forms, at) for at in range(len(forms)))


def spelled(file: str, entry: Entry) -> list[str]:
    words = [word for whole in entry["words"] for word in (whole.split(" / ") if file in NOUNS else [whole])]
    return words + [plural(word) for word in words if file in NOUNS]


def check(file: str, entry: Entry, found: Callable[[str], bool]) -> None:
    assert entry["examples"]
    assert entry["counterexamples"]
    missed = [(entry["id"], text) for text in entry["examples"] if not found(text)]
    matched = [(entry["id"], text) for text in entry["counterexamples"] if found(text)]
    assert not (told := broken(file, MISSED, missed, FORMS)), told
    assert not (told := broken(file, MATCHED, matched, LETTERS)), told


@pytest.mark.parametrize(("file", "entry"), PLAIN, ids=[f"{file}-{entry['id']}" for file, entry in PLAIN])
def test_words_stand_in_their_examples_and_in_no_near_miss(file: str, entry: Entry) -> None:
    check(file, entry, lambda text: stands_in(spelled(file, entry), text))


@pytest.mark.parametrize("entry", entries(CUES), ids=lambda entry: entry["id"])
def test_a_cue_is_found_in_its_examples_and_in_no_near_miss(entry: Entry) -> None:
    check(CUES, entry, lambda text: entry["id"] in ids_in(cue_forms(), text, lambda form: form.cue.id))


@pytest.mark.parametrize("entry", entries(EVENTS), ids=lambda entry: entry["id"])
def test_an_event_word_is_found_in_its_examples_and_in_no_near_miss(entry: Entry) -> None:
    check(EVENTS, entry, lambda text: entry["id"] in ids_in(event_forms(), text, lambda form: form.word.id))


@pytest.mark.parametrize("entry", entries(CARRIERS), ids=lambda entry: entry["id"])
def test_a_carrying_verb_is_found_in_its_examples_and_in_no_near_miss(entry: Entry) -> None:
    check(CARRIERS, entry, lambda text: bool(ids_in(carrier_forms(), text, str)))


@pytest.mark.parametrize("entry", entries(ROMANISED), ids=lambda entry: entry["id"])
def test_names_of_two_scripts_meet_in_the_examples_and_in_no_near_miss(entry: Entry) -> None:
    def meet(pair: str) -> bool:
        latin, arabic = pair.split(" = ")
        return skeleton(latin) == skeleton(arabic)

    check(ROMANISED, entry, meet)


def test_every_file_is_checked_here() -> None:
    own_examples = ["en/names.yaml", "en/nations.yaml"]  # a name that is no other word is its own example
    assert sorted(files_in("en")) == sorted([*LISTS, *NOUNS, CUES, EVENTS, CARRIERS, ROMANISED, *own_examples])


def test_names_and_nations_belong_to_entries_of_the_world() -> None:
    known = known_by_id()
    assert [e["id"] for e in entries("en/nations.yaml") if e["country"] not in known] == []
    assert [e["id"] for e in entries("en/names.yaml") if e["of"] not in known] == []
    assert len(english_names()) > 5000


def test_there_is_a_word_for_every_type_and_mode_of_event() -> None:
    assert {word.type for word in event_words()} == set(EventType)
    assert {word.mode for word in event_words()} == {None, *EventMode}
    assert all(word.mode is None or word.type is EventType.CONSULT for word in event_words())


def test_goods_are_of_a_category_or_a_unit() -> None:
    assert all((word.category is None) != (word.unit is None) for word in goods_words())


def test_ids_say_that_they_are_english_and_are_unique() -> None:
    ids = [e["id"] for file in (*LISTS, *NOUNS, CUES, EVENTS, CARRIERS, ROMANISED) for e in entries(file)]
    assert len(ids) == len(set(ids))
    assert all(i.startswith("en.") for i in ids if i != "deny")
