"""Forms of English verbs, made from the lemma."""

import pytest

from khabar.knowledge.english.lemmas import lemma
from khabar.language.english.inflection import Form, plural, regular_past, verb_forms


@pytest.mark.parametrize(
    ("base", "past"),
    [("visit", "visited"), ("deny", "denied"), ("plan", "planned"), ("agree", "agreed"), ("deploy", "deployed")],
)
def test_a_regular_past(base: str, past: str) -> None:
    assert regular_past(base) == past


@pytest.mark.parametrize(
    ("one", "many"),
    [("report", "reports"), ("ally", "allies"), ("clash", "clashes"), ("prisoner swap", "prisoner swaps")],
)
def test_a_plural(one: str, many: str) -> None:
    assert plural(one) == many


def test_an_irregular_phrase_is_inflected_in_its_first_word() -> None:
    forms = {form: " ".join(words) for words, form in verb_forms(lemma("hold talks with / held / held"))}
    assert forms[Form.PAST] == "held talks with"
    assert forms[Form.ING] == "holding talks with"
    assert forms[Form.THIRD] == "holds talks with"
