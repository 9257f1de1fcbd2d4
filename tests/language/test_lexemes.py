import pytest

from khabar.language.conjugation import Tense
from khabar.language.lexemes import Lexemes, lexeme_from, table_of
from khabar.language.normalise import fold

ENTRIES = [
    {"id": "qala", "lemma": "قال", "root": "قول", "masdar": ["قول"], "nouns": ["أقوال"]},
    {"id": "nafa", "lemma": "نفى", "root": "نفي", "masdar": ["نفي"]},
    {"id": "ashara", "lemma": "أشار", "root": "شور", "form": "IV"},
    {"id": "bayan", "lemma": "بيان", "nouns": ["بيان"]},
    {"id": "hasab", "lemma": "حسب", "particles": ["بحسب"]},
    {"id": "wifqan", "lemma": "وفقا", "phrases": ["وفقا ل", "على حد قول", "نقلا عن"]},
    {"id": "no_comment", "lemma": "رد", "root": "ردد", "alone": False, "phrases": ["لم ~ ... على طلب"]},
    {"id": "refuse", "lemma": "رفض", "root": "رفض", "alone": False, "phrases": ["~ التعليق"]},
    {"id": "adana", "lemma": "أدان", "root": "دين", "form": "IV", "never": ["مدينة"]},
]
LEXEMES = Lexemes(table_of(tuple(map(lexeme_from, ENTRIES))))


def found(word: str) -> set[str]:
    return {analysis.entry for analysis in LEXEMES.at(fold(word))}


def phrase(text: str) -> tuple[str, int] | None:
    words = [fold(word) for word in text.split()]
    return next(((match.entry, match.length) for match in LEXEMES.phrases_at(words, 0)), None)


@pytest.mark.parametrize(
    "word", ["قال", "قالت", "فقال", "وقال", "سيقول", "ليقول", "وسيقولون", "قوله", "بالقول", "قاله"]
)
def test_a_verb_is_found_in_its_forms_with_what_is_attached(word: str) -> None:
    assert found(word) == {"qala"}


@pytest.mark.parametrize("word", ["أقال", "أقل", "نقل", "مقالة", "القالب", "بقال", "استقال"])
def test_letters_inside_another_word_are_not_found(word: str) -> None:
    assert "qala" not in found(word)


def test_a_pronoun_is_kept_apart_from_the_verb() -> None:
    analysis = LEXEMES.at("ونفاه")[0]
    assert (analysis.entry, analysis.proclitics, analysis.enclitic) == ("nafa", ("و",), "ه")
    assert analysis.inflection.tense is Tense.PAST


@pytest.mark.parametrize("word", ["القال", "بقالت", "سقال", "كيقول"])
def test_a_verb_bears_no_article_and_no_preposition(word: str) -> None:
    assert found(word) == set()


def test_a_passive_bears_no_pronoun() -> None:
    assert found("يشارك") == set()  # يشار + ك


def test_a_noun_is_found_declined_and_a_particle_as_it_stands() -> None:
    assert found("البيانين") == {"bayan"}
    assert found("وبحسب") == {"hasab"}
    assert found("بحسبا") == set()


def test_a_word_that_looks_like_a_form_and_never_is_one_is_left_alone() -> None:
    assert found("مدينة") == found("والمدينة") == set()
    assert found("أدانت") == {"adana"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("نقلا عن الصحيفة", ("wifqan", 2)),
        ("ونقلا عن الصحيفة", ("wifqan", 2)),
        ("على حد قوله", ("wifqan", 3)),
        ("وفقا لمصادر", ("wifqan", 1)),
        ("وفقا ل الصحيفة", ("wifqan", 2)),
        ("رفضت التعليق", ("refuse", 2)),
        ("ولم ترد الوزارة فورا على طلب", ("no_comment", 6)),
        ("لم يرد على طلب", ("no_comment", 4)),
    ],
)
def test_a_phrase_is_found_with_its_length(text: str, expected: tuple[str, int]) -> None:
    assert phrase(text) == expected


@pytest.mark.parametrize(
    "text", ["نقلا كثيرة", "على حدود قول", "وفقا عن", "رفضت الطلب", "لم ترد . على طلب", "لم ترد و و و و و و و على طلب"]
)
def test_half_a_phrase_or_one_across_a_full_stop_is_none(text: str) -> None:
    assert phrase(text) is None


def test_a_verb_that_counts_in_phrases_only_is_not_found_alone() -> None:
    assert found("رفضت") == set()


def test_a_phrase_tells_what_stands_inside_and_what_is_attached() -> None:
    words = ["لم", "ترد", "الوزارة", "فورا", "على", "طلب"]
    assert LEXEMES.phrases_at(words, 0)[0].gap == (2, 4)
    assert LEXEMES.phrases_at(["وفقا", "لمصادر"], 0)[0].attached == "ل"
    assert LEXEMES.phrases_at(["على", "حد", "قولها"], 0)[0].enclitic == "ها"


def test_sorts_of_forms_can_be_left_out() -> None:
    lexemes = Lexemes(table_of(tuple(map(lexeme_from, ENTRIES)), (Tense.PASSIVE_PARTICIPLE,)))
    assert LEXEMES.at("منفية")
    assert not lexemes.at("منفية")
    assert lexemes.at("نافية")
