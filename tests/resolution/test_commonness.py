"""How much it tells that two statements share a word."""

import pytest

from entry_sentences import FORMS, LETTERS, MATCHED, MISSED, broken
from khabar.knowledge.common_words import common_words
from khabar.knowledge.files import entries
from khabar.language.analysis import analyse
from khabar.resolution.commonness import telling
from khabar.resolution.stems import stems

FILE = "ar/common_words.yaml"


def told_by(sentence: str) -> set[float]:
    return {telling(stem) for token in analyse(sentence).tokens for stem in stems(token.form)}


def test_every_band_has_a_word_of_its_examples_and_none_of_its_counterexamples() -> None:
    missed = [(e["id"], s) for e in entries(FILE) for s in e["examples"] if e["telling"] not in told_by(s)]
    matched = [(e["id"], s) for e in entries(FILE) for s in e["counterexamples"] if e["telling"] in told_by(s)]
    assert missed == [], broken(FILE, MISSED, missed, FORMS)
    assert matched == [], broken(FILE, MATCHED, matched, LETTERS)


def test_the_commoner_a_word_the_less_it_tells() -> None:
    bands = [told for told, _ in common_words()]
    assert bands == sorted(bands)
    assert all(0 < told < 1 for told in bands)


@pytest.mark.parametrize(("common", "rare"), [("القرار", "المنطاد"), ("الوفد", "الفدادين")])
def test_what_stands_in_every_report_tells_less_than_what_hardly_any_has(common: str, rare: str) -> None:
    assert max(told_by(common)) < min(told_by(rare))


def test_no_word_stands_in_two_bands() -> None:
    words = [word for _, band in common_words() for word in band]
    assert len(words) == len(set(words))
