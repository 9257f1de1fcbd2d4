"""Folding, tokens, sentences and quotation marks, with the way back to the original text."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from khabar.language.analysis import analyse
from khabar.language.normalise import fold, key
from khabar.language.times import timexes_in
from khabar.values.span import Span

LETTERS = st.text(
    alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويىةءآأإؤئ ًٌٍَُِّْـ\u200f\u200b«»“”\"'،.؟!:؛()\n0٣۴ﻻﺎabZ_#-", max_size=300
)


def quoted(text: str) -> list[str]:
    return [q.span.of(text) for q in analyse(text).quotes]


def test_folding_makes_alef_forms_and_digits_one_and_drops_marks() -> None:
    assert fold("أَإِآ ١٢۳ مـــد ﻻ") == "ااا 123 مد لا"


def test_a_name_key_also_makes_final_letters_one() -> None:
    assert key("مؤسسة على") == key("موسسه علي")


@given(LETTERS)
def test_tokens_slice_back_and_sentences_cover_all_of_them(text: str) -> None:
    analysed = analyse(text)
    assert all(fold(Span(t.start, t.end).of(text)) == t.form for t in analysed.tokens)
    covered = [i for first, last in analysed.sentences for i in range(first, last)]
    assert covered == list(range(len(analysed.tokens)))
    assert [i for first, last in analysed.paragraphs for i in range(first, last)] == covered


@given(LETTERS)
def test_quotations_lie_in_the_text_and_hold_no_more_than_a_paragraph(text: str) -> None:
    for quote in analyse(text).quotes:
        assert quote.span.of(text).strip()
        assert "\n" not in quote.span.of(text)


def test_four_kinds_of_marks() -> None:
    assert quoted('قال «نعم» وقال “لا” وقال "ربما" وقال „هكذا”.') == ["نعم", "لا", "ربما", "هكذا"]


def test_straight_marks_that_pair_up_are_taken_in_turn_whatever_blanks_stand_beside() -> None:
    assert quoted('قناة "الساحل "التلفزيونية وصحيفة "الغد"') == ["الساحل", "الغد"]


def test_a_mark_that_is_never_closed_ends_with_the_paragraph() -> None:
    assert quoted("قال “سنعود غدا.\nوغادر.") == ["سنعود غدا"]


def test_the_same_opening_mark_again_shows_that_the_first_was_never_closed() -> None:
    assert quoted("قال إن “الوضع صعب. مضيفا “أن الحل قريب”.") == ["الوضع صعب", "أن الحل قريب"]


def test_an_initial_or_an_address_ends_no_sentence() -> None:
    text = "وصل أندريه ر. بيلوسوف. نشره موقع العربية.نت أمس."
    analysed = analyse(text)
    assert [analysed.span(*s).of(text) for s in analysed.sentences] == [
        "وصل أندريه ر. بيلوسوف.",
        "نشره موقع العربية.نت أمس.",
    ]


def test_only_the_body_is_cut_up() -> None:
    text = "مشاركة\nوصل الوفد."
    analysed = analyse(text, [Span(7, len(text))])
    assert [t.form for t in analysed.tokens] == ["وصل", "الوفد", "."]


def test_a_tatweel_that_stands_alone_is_no_word_to_any_stage() -> None:
    text = "لندن ـ «الساحل»: تجمع نحو 40 متظاهرا أمام المقر السبت."
    assert "" not in {t.form for t in analyse(text).tokens}
    assert [t.span.of(text) for t in timexes_in(text, date(2008, 1, 20))] == ["السبت"]
