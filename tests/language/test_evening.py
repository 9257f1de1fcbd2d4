"""Whatever an outlet's ways of typing are, the same text is read."""

import re

import pytest

from khabar.knowledge.files import entries
from khabar.language.analysis import analyse
from khabar.language.english.analysis import analyse_english
from khabar.language.evening import evened

WRAPPED = """الميناء يفتح أبوابه

أعلنت إدارة الميناء يوم الثلاثاء أن أول سفينة محملة بالقمح رست في
الرصيف الجديد بعد رحلة استغرقت تسعة أيام، وأن تفريغها يبدأ غدا.
وقال مدير الميناء إن سفينتين أخريين في الطريق.
وأضاف أن الرصيف يتسع لأربع سفن كبيرة في وقت واحد وأن العمل فيه لا
يتوقف ليلا.
"""

TITLES = """الميناء يفتح أبوابه أمام أول سفينة قمح
مدير الميناء ينفي تأخر التفريغ ويعد بسفينتين
خلاف على أجور العمال في الرصيف الجديد
وزيرة النقل تزور الميناء وتلتقي العمال
القمح يكفي البلاد شهرين
"""


def sentences(text: str) -> list[str]:
    cut = analyse(text)
    return [" ".join(cut.span(*sentence).of(cut.evened).split()) for sentence in cut.sentences]


def test_lines_broken_at_a_width_are_one_paragraph_up_to_a_short_line() -> None:
    assert sentences(WRAPPED) == [
        "الميناء يفتح أبوابه",
        "أعلنت إدارة الميناء يوم الثلاثاء أن أول سفينة محملة بالقمح رست في الرصيف الجديد بعد رحلة استغرقت تسعة أيام،"
        " وأن تفريغها يبدأ غدا.",
        "وقال مدير الميناء إن سفينتين أخريين في الطريق.",
        "وأضاف أن الرصيف يتسع لأربع سفن كبيرة في وقت واحد وأن العمل فيه لا يتوقف ليلا.",
    ]


@pytest.mark.parametrize("text", [TITLES, WRAPPED.replace(" في\n", " في " * 20 + "\n"), "سطر واحد", ""])
def test_titles_long_lines_and_single_ones_stay_as_they_are(text: str) -> None:
    assert evened(text) == text


def test_lines_of_one_length_that_all_end_in_a_full_stop_are_paragraphs() -> None:
    text = "\n".join(["وصلت السفينة الأولى إلى الميناء يوم الثلاثاء بعد رحلة طويلة."] * 6)
    assert evened(text) == text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (
            "قال الرئيس المصرى فى القاهرة إن الاتفاق الذى وقع على الأرض",
            "قال الرئيس المصري في القاهرة إن الاتفاق الذي وقع على الأرض",
        ),
        ("التقى الوزير الليبى القوى الكبرى فى مبنى الأمم التى", "التقى الوزير الليبي القوى الكبرى في مبنى الأمم التي"),
        ("وصل علي متن طائرة إلي بغداد حتي مساء أمس", "وصل على متن طائرة إلى بغداد حتى مساء أمس"),
    ],
)
def test_one_letter_for_final_ya_and_alef_maqsura_is_told_apart(typed: str, meant: str) -> None:
    assert evened(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "التقى الوزير علي عبد الله في مبنى الوزارة",  # both letters, each where it belongs
        "زار علي النائب في بيروت",  # the name alone does not tell that a text has no alef maqsura
        "سار فى الطريق إلى مستشفى المدينة مع علي",  # one slip
    ],
)
def test_texts_that_tell_the_two_letters_apart_stay_as_they_are(text: str) -> None:
    assert evened(text) == text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (
            "أعلنت الحكومه الأردنيه أن لجنه خاصه ستزور المدينه بسرعه",
            "أعلنت الحكومة الأردنية أن لجنة خاصة ستزور المدينة بسرعة",
        ),
        (
            "قالت الوزاره إن مكتبه أعلن التزامه بالاتفاق والهدنه، وإنها تنتظر توجه نائبه إلى القاهره",
            "قالت الوزارة إن مكتبه أعلن التزامه بالاتفاق والهدنة، وإنها تنتظر توجه نائبه إلى القاهرة",
        ),
        (
            "انقطعت المياه عن القريه، وقال الفقيه عبد الله للصحيفه إنه اتصل به فى الليله نفسها",
            "انقطعت المياه عن القرية، وقال الفقيه عبد الله للصحيفة إنه اتصل به فى الليلة نفسها",
        ),
    ],
)
def test_ha_for_ta_marbuta_is_told_from_a_pronoun_and_from_a_ha_of_the_root(typed: str, meant: str) -> None:
    assert evened(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "زار الوزير الحكومه فى مكتبه وأعلن التزامه بقراره",  # one slip
        "أعلنت الحكومة أن لجنه الوزاره والمدرسه والمدينه بخير",  # the text knows the letter
    ],
)
def test_texts_that_know_ta_marbuta_keep_their_ha(text: str) -> None:
    assert evened(text) == text


@pytest.mark.parametrize("entry", entries("ar/final_ta.yaml"), ids=lambda entry: entry["id"])
def test_the_words_that_end_in_ta_are_in_their_example_and_not_in_their_near_miss(
    entry: dict[str, list[str]],
) -> None:
    def holds(sentence: str) -> bool:
        forms = {token.form for token in analyse(sentence).tokens}
        return any(re.search(rf"\b(ال|ل|ب|و)?{word}ه?\b", " ".join(forms)) for word in entry["words"])

    assert all(holds(sentence) for sentence in entry["examples"])
    assert not any(holds(sentence) for sentence in entry["counterexamples"])


@pytest.mark.parametrize("entry", entries("ar/final_alef.yaml"), ids=lambda entry: entry["id"])
def test_the_words_that_end_in_alef_are_in_their_example_and_not_in_their_near_miss(
    entry: dict[str, list[str]],
) -> None:
    def ends_so(sentence: str) -> bool:
        forms = {token.form for token in analyse(sentence).tokens}
        return any(re.search(rf"\b(ال|ل|ب|و)?{word}\b", " ".join(forms)) for word in entry["words"])

    assert all(ends_so(sentence) for sentence in entry["examples"])
    assert not any(ends_so(sentence) for sentence in entry["counterexamples"])


def test_latin_commas_semicolons_and_questions_are_the_arabic_ones() -> None:
    forms = [token.form for token in analyse("سأل: متى? أجاب, بعد تردد; 1,500 سفينة").tokens if token.kind == "mark"]
    assert forms == [":", "؟", "،", "؛"]
    assert [token.form for token in analyse_english("He came, saw; why? 1,500").tokens if token.kind == "mark"] == [
        ",",
        ";",
        "?",
    ]
