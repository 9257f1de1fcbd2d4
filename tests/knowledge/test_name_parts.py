"""What the parts of names promise to those who spot people."""

import pytest

from khabar.knowledge.files import entries
from khabar.knowledge.function_words import function_words
from khabar.knowledge.geography import countries
from khabar.knowledge.name_parts import family_names, given_names, names_also_words
from khabar.language.normalise import key


def test_every_part_is_spelled_as_names_are_compared() -> None:
    assert not [part for part in given_names() | family_names() if part != key(part)]


@pytest.mark.parametrize(
    "name", ["محمد", "عبد الله", "فلاديمير", "دونالد", "سيرغي", "سيرجي", "جونغ", "فاطمة", "مصطفى", "كيم"]
)
def test_a_common_given_name_is_known(name: str) -> None:
    assert key(name) in given_names()


@pytest.mark.parametrize("name", ["بوتين", "لافروف", "شويغو", "شويجو", "الحريري", "خاشقجي", "غوتيريش", "أردوغان"])
def test_a_common_family_name_is_known_and_proves_a_name(name: str) -> None:
    assert key(name) in family_names()
    assert key(name) not in names_also_words()


@pytest.mark.parametrize("name", ["سعيد", "جميل", "أمل", "نصر", "علي", "رمضان", "تركي", "صباح"])
def test_a_name_that_is_a_word_is_marked(name: str) -> None:
    assert key(name) in given_names()
    assert key(name) in names_also_words()


@pytest.mark.parametrize("word", ["الرئيس", "وزير", "قال", "اليوم", "الحكومة", "في", "من", "نيويورك", "الله", "بن"])
def test_an_ordinary_word_is_no_part_of_a_name(word: str) -> None:
    assert key(word) not in given_names() | family_names()


def test_a_function_word_never_proves_a_name() -> None:
    words = {key(word) for word in function_words()}
    assert not words & ((given_names() | family_names()) - names_also_words())


def test_a_country_never_proves_a_name() -> None:
    names = {key(name) for country in countries() for name in country.names}
    assert not names & ((given_names() | family_names()) - names_also_words())


def test_no_part_is_given_twice_in_one_list_nor_both_safe_and_a_word() -> None:
    safe: set[str] = set()
    for entry in entries("world/name_parts.yaml"):
        assert len(entry["words"]) == len(set(entry["words"])), entry["id"]
        if not entry["also_word"]:
            safe |= set(entry["words"])
    assert not safe & names_also_words()
    assert sum(len(entry["words"]) for entry in entries("world/name_parts.yaml")) <= 15_000
