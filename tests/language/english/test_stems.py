"""English word forms that are one word."""

import pytest

from khabar.language.english.stems import english_stems, is_empty


@pytest.mark.parametrize(
    "forms",
    [
        ("deliver", "Delivers", "delivered", "delivering"),
        ("sanction", "sanctions", "sanctioned"),
        ("ministry", "ministries", "Ministry's"),
        ("jet", "jets"),
        ("plan", "plans", "planned"),
        ("visit", "visits", "visited"),
    ],
)
def test_forms_of_one_word_share_a_stem(forms: tuple[str, ...]) -> None:
    assert len({english_stems(form) for form in forms}) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("port", "ports-man"), ("press", "pre"), ("visit", "vision"), ("war", "ward")]
)
def test_other_words_do_not(one: str, other: str) -> None:
    assert english_stems(one) != english_stems(other)


def test_words_that_say_nothing_have_none() -> None:
    assert english_stems("the") == ()
    assert is_empty("Of")
    assert not is_empty("port")
