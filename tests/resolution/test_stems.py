"""Forms of one word meet in a skeleton."""

import pytest

from khabar.resolution.stems import is_empty, stems, trunks


@pytest.mark.parametrize(
    "forms",
    [
        "تقصف قصف قُصفتا القصف وقصفت",
        "اخترق اختراق مخترق الاختراق اخترقت",
        "سفراءها السفراء بسفرائها",
        "قراراتها القرارات قرار",
        "مدرسة المدرسة",
        "بقتل قتل ومقتل",
    ],
)
def test_forms_of_one_word_share_a_stem(forms: str) -> None:
    first, *others = forms.split()
    assert all(set(stems(first)) & set(stems(other)) for other in others)


@pytest.mark.parametrize(("one", "other"), [("زيادة", "رفع"), ("قرصنة", "اختراق"), ("هبط", "خسرت")])
def test_words_that_reports_put_for_one_another_share_a_stem(one: str, other: str) -> None:
    assert set(stems(one)) & set(stems(other))


@pytest.mark.parametrize(("one", "other"), [("أقال", "قلعة"), ("خفض", "هبط"), ("سفينة", "سفير"), ("وزير", "زيارة")])
def test_other_words_do_not(one: str, other: str) -> None:
    assert not set(stems(one)) & set(stems(other))


@pytest.mark.parametrize(
    ("one", "other"), [("ساعد", "السعودية"), ("اجتماع", "الجمعة"), ("لجأ", "الفرات"), ("تسليم", "الإسلامية")]
)
def test_a_word_is_not_of_a_class_because_a_word_of_its_root_is(one: str, other: str) -> None:
    assert not set(stems(one)) & set(stems(other))


@pytest.mark.parametrize(
    "word", ["في", "وفي", "الذي", "أنها", "ومن", "له", "ولها", "فيها", "عليهم", "إليه", "بينهما", "لدينا"]
)
def test_a_function_word_has_no_stem(word: str) -> None:
    assert stems(word) == ()


@pytest.mark.parametrize("word", ["ء", "ـ"])
def test_a_sign_that_is_dropped_in_comparing_has_no_stem(word: str) -> None:
    assert stems(word) == ()
    assert trunks(word) == frozenset()


@pytest.mark.parametrize("word", ["وزير", "بهيج", "منهج"])
def test_a_word_that_begins_like_a_particle_is_not_empty(word: str) -> None:
    assert not is_empty(word)


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("ترتفع", "ارتفعت", True),
        ("سيرفع", "رفع", True),
        ("إسلامية", "سلام", False),
        ("يستبعد", "بعد", False),
        ("أعلن", "علن", False),
    ],
)
def test_a_trunk_keeps_what_makes_a_word_another(one: str, other: str, *, same: bool) -> None:
    assert bool(trunks(one) & trunks(other)) is same
