"""Amounts and values in the words of each language."""

import pytest

from khabar.shells.web.languages import Language
from khabar.shells.web.rendering import environment
from khabar.shells.web.wordings import interval, party, quantity
from khabar.values.exchange import Quantity


@pytest.mark.parametrize(
    ("told", "english", "arabic"),
    [
        (">10000 container", "more than 10,000 containers", "أكثر من 10,000 حاوية"),
        ("1 ship", "1 ship", "1 (سفينة)"),
        ("~30", "about 30", "نحو 30"),
        ("10-20 tank", "10–20 tanks", "10–20 (دبابة)"),
        ("1.5 ton", "1.5 tons", "1.5 (طن)"),
        ("some", "some", "some"),
        (None, "", ""),
    ],
)
def test_an_amount_in_words(told: str | None, english: str, arabic: str) -> None:
    assert (quantity(Language.EN, told), quantity(Language.AR, told)) == (english, arabic)


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (Quantity(1000, None, "shell"), "at least 1,000 shells"),
        (Quantity(10, 25, "tank"), "10–25 tanks"),
        (Quantity(7, 7, "ship"), "7 ships"),
    ],
)
def test_a_sum_says_what_is_certain_and_what_is_possible(amount: Quantity, words: str) -> None:
    assert interval(Language.EN, amount) == words


def test_a_party_has_its_name_in_both_languages() -> None:
    assert (party(Language.EN, "country.kp"), party(Language.AR, "country.kp")) == ("North Korea", "كوريا الشمالية")
    assert party(Language.EN, "nobody.known") == "nobody.known"


def test_a_count_in_words_has_its_thousands_set_apart() -> None:
    counted = '{{ ngettext("%(num)s report", "%(num)s reports", 12345) }}'
    assert environment(Language.AR).from_string(counted).render() == "12,345 تقريرا"
    assert environment(Language.EN).from_string(counted).render() == "12,345 reports"
