"""Words that are one word to whoever searches are told from those that only share letters."""

import pytest

from khabar.language.families import families_of, is_listed
from khabar.language.normalise import key
from khabar.language.written_forms import Written, fronts, without_article


def nouns_of(word: str) -> set[str]:
    return {noun for family in families_of(key(word)) for noun in family.lexeme.nouns}


@pytest.mark.parametrize("word", ["صاروخ", "صواريخ", "بالصواريخ", "وصاروخها", "صاروخان"])
def test_a_noun_is_known_by_any_form_of_it(word: str) -> None:
    assert {"صاروخ", "صواريخ"} <= nouns_of(word)


def test_a_listed_word_comes_before_the_form_of_a_verb() -> None:
    assert "طلاب" in nouns_of("طالب")
    assert "مطالبة" not in nouns_of("طالب")  # kept apart: the student is not whoever demands


def test_a_verb_leads_to_the_noun_of_its_act() -> None:
    assert "هدايا" in nouns_of("أهدت")


def test_a_word_of_no_lexicon_has_no_family() -> None:
    assert families_of("بنكيران") == ()
    assert not is_listed("بنكيران")


@pytest.mark.parametrize(
    ("word", "bare"),
    [
        ("الصواريخ", "صواريخ"),
        ("وبالحرب", "وبالحرب"),
        ("للحرب", "حرب"),
        ("والحرب", "حرب"),
        ("الى", "الى"),
        ("حرب", "حرب"),
    ],
)
def test_the_article_comes_off_with_what_stands_before_it(word: str, bare: str) -> None:
    assert without_article(word) == bare


@pytest.mark.parametrize(
    ("noun", "written"),
    [("سفينة", "سفينتها"), ("شركاء", "شركاءهم"), ("شركاء", "لشركائهم"), ("مبنى", "مبناه"), ("صاروخ", "فبالصاروخ")],
)
def test_a_noun_is_written_with_what_is_attached_to_it(noun: str, written: str) -> None:
    forms = Written()
    forms.add_noun(noun, 1.0)
    folded = key(written)
    assert any(
        folded.removeprefix(front) in table
        for front in fronts()
        if folded.startswith(front)
        for table in forms.after(front)
    )


def test_a_plural_loses_its_last_letter_before_what_it_belongs_to() -> None:
    forms = Written()
    forms.add_noun("مسؤولون", 1.0, several=True)
    assert {"مسوولين", "مسوولو", "مسوولي"} <= forms.bare.keys()
    assert "مسووليه" not in forms.owned  # that is مسؤولية
