"""What the known ships promise."""

from khabar.knowledge.files import entries
from khabar.knowledge.geography import country_by_id
from khabar.knowledge.vessels import FILE, flags
from khabar.language.normalise import key


def test_every_ship_is_of_a_country_that_is_known() -> None:
    assert all(country_by_id(country) for country in flags().values())


def test_no_first_word_is_shared_by_ships_of_two_countries() -> None:
    told = {(key(name.split()[0]), entry["country"]) for entry in entries(FILE) for name in entry["names"]}
    assert len(told) == len(set(map(key, flags())))


def test_every_example_names_a_ship_and_no_counterexample_does() -> None:
    for entry in entries(FILE):
        own = {key(name.split()[0]) for name in entry["names"]}
        assert all(own & set(map(key, text.rstrip(".").split())) for text in entry["examples"])
        assert not any(own & set(map(key, text.rstrip(".").split())) for text in entry["counterexamples"])
