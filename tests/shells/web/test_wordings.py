"""Amounts and values in the words of each language."""

from datetime import date

import pytest

from khabar.shells.web.languages import Language, days_between
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


@pytest.mark.parametrize(
    ("first", "arabic", "english"),
    [
        (date(2024, 5, 8), "من 8 إلى 9 مايو/أيار 2024", "8 to 9 May 2024"),
        (date(2024, 4, 30), "من 30 أبريل/نيسان إلى 9 مايو/أيار 2024", "30 April to 9 May 2024"),
        (date(2023, 5, 8), "من 8 مايو/أيار 2023 إلى 9 مايو/أيار 2024", "8 May 2023 to 9 May 2024"),
    ],
)
def test_month_and_year_of_a_stretch_of_days_are_told_once(first: date, arabic: str, english: str) -> None:
    last = date(2024, 5, 9)
    assert (days_between(Language.AR, first, last), days_between(Language.EN, first, last)) == (arabic, english)


@pytest.mark.parametrize(
    ("actor", "recipient", "shown"),
    [
        (("مالي", "غانا"), ("مالي", "غانا"), "مالي، غانا"),
        (("مالي", "غانا"), ("توغو",), "مالي، غانا ← إلى توغو"),
        ((), ("توغو",), "غير مذكور ← إلى توغو"),
    ],
    ids=["each with the other", "one way", "nobody told"],
)
def test_parties_that_do_something_together_are_named_once(
    actor: tuple[str, ...], recipient: tuple[str, ...], shown: str
) -> None:
    of = environment(Language.AR)
    page = of.from_string("{% import 'parts.html.jinja' as parts with context %}{{ parts.parties(actor, recipient) }}")
    words = of.filters["striptags"](page.render(actor=actor, recipient=recipient, outletless=lambda name: None))
    assert " ".join(words.split()) == shown
