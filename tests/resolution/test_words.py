"""The words by which statements are compared and set against one another: every example matches, no near miss does."""

from collections.abc import Mapping
from typing import Any

import pytest

from khabar.knowledge.files import entries
from khabar.language.normalise import fold, key
from khabar.language.tokens import tokens_in
from khabar.resolution.phrases import Phrases
from khabar.resolution.quantities import counted_as
from khabar.resolution.stems import is_empty, stems

Entry = Mapping[str, Any]
CONTRAST, LIKENESS, SPELLING, COUNTED = (
    entries(f"ar/{name}.yaml") for name in ("contrast", "likeness", "spelling", "counted")
)


def forms(sentence: str) -> list[str]:
    return [t.form for t in tokens_in(sentence)]


def stands_in(entry: Entry, sentence: str) -> bool:
    return Phrases(tuple(words.split()) for words in entry["words"]).stand_in(forms(sentence))


def is_like(entry: Entry, sentence: str) -> bool:
    return any(f"={entry['id']}" in stems(form) for form in forms(sentence))


def is_spelled(entry: Entry, sentence: str) -> bool:
    return bool({key(w) for w in entry["words"]} & {key(f) for f in forms(sentence)})


def is_counted(entry: Entry, sentence: str) -> bool:
    return any(found.id == entry["id"] for form in forms(sentence) for found in counted_as(form))


@pytest.mark.parametrize(
    ("matches", "entry"),
    [
        *((stands_in, e) for e in CONTRAST),
        *((is_like, e) for e in LIKENESS),
        *((is_spelled, e) for e in SPELLING),
        *((is_counted, e) for e in COUNTED),
    ],
    ids=lambda value: value["id"] if isinstance(value, Mapping) else value.__name__,
)
def test_examples_match_and_near_misses_do_not(matches: Any, entry: Entry) -> None:
    assert all(matches(entry, sentence) for sentence in entry["examples"])
    assert not any(matches(entry, sentence) for sentence in entry["counterexamples"])


@pytest.mark.parametrize("entry", LIKENESS, ids=lambda e: e["id"])
def test_every_word_of_a_class_is_read_as_some_class(entry: Entry) -> None:
    told = [w for w in entry["words"] if not is_empty(fold(w))]
    assert [w for w in told if not any(s.startswith("=") for s in stems(fold(w)))] == []
