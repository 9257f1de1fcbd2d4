"""Where quoted words stand: whole words, with what is attached to them before, never a piece of another word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.language.normalise import fold
from khabar.proposing.standing import Standing
from khabar.values.span import Span


def found(text: str, words: str) -> list[str]:
    """What stands before each place in its own word, and the words there."""
    return [
        text[: span.start].split(" ")[-1] + "|" + span.of(text)
        for span in Standing.of(text, Span(0, len(text))).found(words)
    ]


@pytest.mark.parametrize(
    ("text", "words", "places"),
    [
        ("وصلت شحنة", "شحنة", ["|شحنة"]),
        ("وصلت شحنة", "حنة", []),
        ("وصلت شحنة", "شحن", []),
        ("من غانا ولغانا وبغانا", "غانا", ["|غانا", "ول|غانا", "وب|غانا"]),
        ("قال والوزير غائب", "الوزير", ["و|الوزير"]),
        ("سُلِّمت أمسِ", "سلمت امس", ["|سُلِّمت أمسِ"]),
        ("قال: «لم  نصل»", '"لم نصل"', ["|«لم  نصل»"]),
        ("غانا،غانا", "غانا", ["|غانا", "غانا،|غانا"]),
        ("قال", "ق", []),
        ("قال", "  ", []),
        ("قال", "…", []),
    ],
)
def test_words_are_found_whole(text: str, words: str, places: list[str]) -> None:
    assert found(text, words) == places


def test_exact_words_go_before_those_that_are_alike() -> None:
    assert found("علي أو على", "على") == ["|على"]
    assert found("إلى أحمد واحمد", "احمد") == ["و|احمد"]
    assert found("إلى أحمد", "احمد") == ["|أحمد"]


def test_nothing_is_found_outside_the_stretch() -> None:
    text = "غانا. توغو."
    assert Standing.of(text, Span(0, 5)).found("توغو") == ()


@given(st.text(alphabet="أابوقلم َُ«»\u0640\u200f\n1", max_size=60), st.integers(0, 59), st.integers(1, 20))
def test_what_is_found_folds_to_what_was_asked_for(text: str, start: int, length: int) -> None:
    words = text[start : start + length]
    for span in Standing.of(text, Span(0, len(text))).found(words):
        assert 0 <= span.start < span.end <= len(text)
        alike = ["".join(fold(part).replace("«", '"').replace("»", '"').split()) for part in (span.of(text), words)]
        assert alike[0] == alike[1]
