"""What people type is taken apart; what is no question is asked for word by word."""

import pytest

from khabar.errors import OnlyExclusions
from khabar.store.search.asked import Asked, Term, asked_in


def word(typed: str, folded: str | None = None) -> Term:
    return Term((folded or typed,), typed)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("سفن حرب", Asked(((word("سفن"),), (word("حرب"),)))),
        ("أسلحة", Asked(((word("أسلحة", "اسلحه"),),))),
        ("سفن أو قوارب", Asked(((word("سفن"), word("قوارب")),))),
        ("سفن|قوارب حرب", Asked(((word("سفن"), word("قوارب")), (word("حرب"),)))),
        ("سفن -حرب", Asked(((word("سفن"),),), (word("حرب"),))),
        ('سفن -"حرب باردة"', Asked(((word("سفن"),),), (Term(("حرب", "بارده"), "حرب باردة"),))),
        ("«مجلس الأمن»", Asked(((Term(("مجلس", "الامن"), "مجلس الأمن"),),))),
        ("قصف*", Asked(((Term(("قصف",), "قصف", begins=True),),))),
        ("رويترز-لندن", Asked(((word("رويترز"),), (word("لندن"),)))),
    ],
)
def test_words_phrases_alternatives_and_exclusions_are_told_apart(text: str, asked: Asked) -> None:
    assert asked_in(text) == asked


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"سفن', ["سفن"]),
        ("| سفن |", ["سفن"]),
        ("أو سفن", ["سفن"]),
        ("ق*", ["ق"]),  # nearly every word begins so
        ("***", []),
        ('""', []),
        ("ـ", []),
    ],
)
def test_bad_syntax_is_read_as_words(text: str, words: list[str]) -> None:
    assert [term.typed for group in asked_in(text).wanted for term in group] == words
    assert asked_in(text).unwanted == ()


@pytest.mark.parametrize("text", ["-سفن", ' -سفن -"حرب باردة" ', "أو -سفن"])
def test_nothing_but_exclusions_is_refused(text: str) -> None:
    with pytest.raises(OnlyExclusions, match="Add a word to look for"):
        asked_in(text)
