"""Which language a text is in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.reports.tongue import UNKNOWN, language_of


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("ar", "أعلنت الوزارة أن المحادثات تستأنف الأسبوع القادم"),
        ("ar", "وصل"),
        ("ar", "قال متحدث باسم شركة CNN في بيان إن الخدمة عادت"),
        ("ar", "ڤيلا للبيع قرب الشاطئ في مدينة الإسكندرية"),
        ("fa", "وزارت خارجه اعلام کرد که گفتگوها هفته آینده از سر گرفته می‌شود"),
        ("ur", "وزارت نے کہا ہے کہ بات چیت اگلے ہفتے دوبارہ شروع ہو گی"),
        ("ps", "وزارت وویل چې خبرې به په راتلونکې اونۍ کې بیا پیل شي"),
        ("ku", "وەزارەت ڕایگەیاند کە گفتوگۆکان هەفتەی داهاتوو دەست پێ دەکەنەوە"),
        ("he", "המשרד הודיע כי השיחות יחודשו בשבוע הבא"),
        ("en", "The ministry announced that the talks will resume next week."),
        ("fr", "Le ministère a annoncé que les négociations reprendront la semaine prochaine."),
        ("ru", "Министерство сообщило, что переговоры возобновятся на следующей неделе."),
        ("tr", "Bakanlık görüşmelerin gelecek hafta yeniden başlayacağını açıkladı."),
        ("zh", "外交部宣布谈判将于下周恢复"),
        ("ja", "外務省は来週に協議を再開すると発表した"),
    ],
)
def test_a_sentence_tells_its_language(code: str, text: str) -> None:
    assert language_of(text) == code


@pytest.mark.parametrize("text", ["", "12/6/2024", "OK", "???"])
def test_too_few_letters_tell_nothing(text: str) -> None:
    assert language_of(text) == UNKNOWN


@given(st.text(max_size=200))
def test_any_text_has_a_code(text: str) -> None:
    assert len(language_of(text)) in (2, 3)
