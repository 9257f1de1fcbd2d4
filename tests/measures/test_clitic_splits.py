"""The splitting of attached words is measured against a treebank's words."""

import pytest

from khabar.measures.clitic_splits import Written, shares, written_words


def line(number: int, form: str, word_class: str, *, joined: bool = False) -> str:
    misc = "SpaceAfter=No" if joined else "_"
    return "\t".join([str(number), form, "_", word_class, "_", "_", "0", "root", "_", misc]) + "\n"


SENTENCE = [
    "# text = وقالت لوزيرها، إنه باق.\n",
    line(1, "و", "CCONJ", joined=True),
    line(2, "قالت", "VERB"),
    line(3, "ل", "ADP", joined=True),
    line(4, "وزير", "NOUN", joined=True),
    line(5, "ها", "PRON", joined=True),
    line(6, "،", "PUNCT"),
    line(7, "إن", "PART", joined=True),
    line(8, "ه", "PRON"),
    line(9, "باق", "ADJ", joined=True),
    line(10, ".", "PUNCT"),
    "\n",
]


def test_words_end_at_a_blank_or_a_mark() -> None:
    assert [word.parts for word in written_words(SENTENCE)] == [
        ("و", "قالت"),
        ("ل", "وزير", "ها"),
        ("ان", "ه"),
        ("باق",),
    ]


@pytest.mark.parametrize(
    ("parts", "taken"),
    [
        (("و", "قالت"), (("و",), "")),
        (("ل", "وزير", "ها"), (("ل",), "ها")),
        (("و", "ب", "تهمة"), (("و", "ب"), "")),
        (("باق",), ((), "")),
        (("ل", "نا"), (("ل",), "")),
    ],
)
def test_what_a_treebank_takes_off(parts, taken) -> None:
    assert Written("".join(parts), parts).taken == taken


def test_a_split_is_right_if_it_is_offered_and_counted_where_a_lexicon_knows_the_word() -> None:
    found = shares(written_words(SENTENCE))
    assert (found["offered"].words, found["offered"].right) == (4, 4)
    assert found["offered, attached"].words == 3
    assert (found["first, cues"].words, found["first, cues"].right) == (1, 1)


def test_a_split_that_the_treebank_does_not_know_is_wrong() -> None:
    found = shares([Written("وقالت", ("وقالت",))])
    assert found["first, cues"].right == 0
    assert found["first, cues"].wrong == {"وقالت": 1}
