import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.errors import BadKnowledge
from khabar.language.conjugation import Gender, Number, Tense, Verb, Voice, conjugate, decline
from khabar.language.conjugation.roots import FORMS
from khabar.language.normalise import fold


def forms(verb: Verb, tense: Tense | None = None) -> set[str]:
    return {form for form, about in conjugate(verb) if tense in (None, about.tense)}


def folded(words: str) -> set[str]:
    return {fold(word) for word in words.split()}


SAYS = Verb("قال", "قول", masdar=("قول",))
DENIES = Verb("نفى", "نفي", masdar=("نفي",))

PARADIGMS = [
    # hollow, defective, assimilated, doubled, hamzated; forms I to X
    (SAYS, "قال قالت قالوا قلن قلت قلنا قيل قيلت يقول تقول يقولون يقولوا أقول نقول يقل يقال قائل قائلا قائلة قول"),
    (DENIES, "نفى نفت نفيا نفوا نفيت نفينا نفي ينفي تنفي ينفون ينفوا ينف تنف ينفى ناف نافيا نافية نافين منفي"),
    (Verb("دعا", "دعو"), "دعا دعت دعوا دعوت دعي يدعو تدعو يدعون يدعوا يدع يدعى داعيا داعية داعين مدعو"),
    (Verb("خشي", "خشي", present="يخشى"), "خشي خشيت خشوا يخشى تخشى يخشون يخش خاشيا"),
    (Verb("رأى", "رءي", present="يرى"), "رأى رأت رأوا رأيت رأينا رئي يرى ترى يرون نرى ير"),
    (Verb("خاف", "خوف", present="يخاف"), "خاف خافت خفت يخاف تخاف يخافون يخف خائفا"),
    (Verb("جاء", "جيء"), "جاء جاءت جاؤوا جاءوا جئت يجيء تجيء"),
    (Verb("وصف", "وصف"), "وصف وصفت يصف تصف يصفون يوصف واصفا موصوف"),
    (Verb("رد", "ردد"), "رد ردت ردوا رددت يرد ترد يردون رادا مردود"),
    (Verb("سأل", "سءل"), "سأل سألت سئل سئلت يسأل تسأل سائلا مسؤول مسئول"),
    (Verb("قرأ", "قرء"), "قرأ قرأت قرؤوا قرأوا يقرأ يقرؤون يقرأون قارئا مقروء"),
    (Verb("أكد", "ءكد", "II"), "أكد أكدت أكدوا يؤكد تؤكد نؤكد مؤكدا مؤكدة تأكيد تأكيدات"),
    (Verb("هنأ", "هنء", "II"), "هنأ هنأت يهنئ تهنئ مهنئا تهنئة"),
    (Verb("سمى", "سمو", "II"), "سمى سمت سموا يسمي يسمى مسميا مسمى تسمية"),
    (Verb("طالب", "طلب", "III"), "طالب طالبت يطالب مطالبا مطالبة مطالبات"),
    (Verb("نادى", "ندو", "III"), "نادى نادت نادوا ينادي مناديا مناداة"),
    (Verb("أشار", "شور", "IV"), "أشار أشارت أشاروا أشرت أشير يشير تشير يشر يشار مشيرا مشيرة إشارة إشارات"),
    (Verb("أوضح", "وضح", "IV"), "أوضح أوضحت يوضح توضح موضحا إيضاح"),
    (Verb("آمن", "ءمن", "IV"), "آمن آمنت يؤمن مؤمنا إيمان"),
    (Verb("أصر", "صرر", "IV"), "أصر أصرت أصررت يصر مصرا إصرار"),
    (Verb("أدلى", "دلو", "IV"), "أدلى أدلت أدلوا يدلي مدليا إدلاء"),
    (Verb("توقع", "وقع", "V"), "توقع توقعت يتوقع متوقعا توقع توقعات"),
    (Verb("تبنى", "بني", "V"), "تبنى تبنت تبنوا يتبنى متبنيا متبنية تبن"),
    (Verb("تنبأ", "نبء", "V"), "تنبأ تنبأت يتنبأ متنبئا تنبؤ"),
    (Verb("تساءل", "سءل", "VI"), "تساءل تساءلت يتساءل متسائلا متسائلة تساؤل تساؤلات"),
    (Verb("انحاز", "حيز", "VII"), "انحاز انحازت ينحاز منحازا انحياز"),
    (Verb("اتهم", "وهم", "VIII"), "اتهم اتهمت يتهم تتهم متهما اتهام اتهامات"),
    (Verb("ادعى", "دعو", "VIII"), "ادعى ادعت ادعوا يدعي تدعي مدعيا ادعاء ادعاءات"),
    (Verb("اختار", "خير", "VIII"), "اختار اختارت اخترت اختير يختار مختارا اختيار"),
    (Verb("اتخذ", "ءخذ", "VIII"), "اتخذ يتخذ متخذا اتخاذ"),
    (Verb("استقال", "قيل", "X"), "استقال استقالت استقلت يستقيل يستقل مستقيلا استقالة"),
    (Verb("استدعى", "دعو", "X"), "استدعى استدعت يستدعي مستدعيا استدعاء"),
    (Verb("استجوب", "جوب", "X", sound=True), "استجوب استجوبت يستجوب مستجوبا استجواب"),
    (Verb("ترجم", "ترجم", "QI"), "ترجم ترجمت يترجم مترجما ترجمة"),
    (Verb("اطمأن", "طمءن", "QIV"), "اطمأن اطمأنت يطمئن مطمئنا اطمئنان"),
]


@pytest.mark.parametrize(("verb", "expected"), PARADIGMS, ids=[verb.lemma for verb, _ in PARADIGMS])
def test_a_verb_has_the_forms_of_the_grammar_book(verb: Verb, expected: str) -> None:
    assert folded(expected) - forms(verb) == set()


@pytest.mark.parametrize(
    ("verb", "wrong"),
    [
        (SAYS, "قول قولت قالن اقال نقل اقل"),  # the last three are أقال, نقل and أقل
        (DENIES, "نفاوا نفىت ينفىون"),
        (Verb("رد", "ردد"), "ردن ردنا يردن"),
        (Verb("وصف", "وصف"), "يوصفن توصيف"),
    ],
)
def test_a_verb_has_no_others(verb: Verb, wrong: str) -> None:
    assert forms(verb, Tense.PAST) & folded(wrong) == set()
    assert forms(verb, Tense.PRESENT) & folded(wrong) == set()


def test_a_form_says_who_and_when() -> None:
    about = dict(conjugate(SAYS))["يقولون"]
    assert (about.tense, about.person, about.number, about.gender) == (
        Tense.PRESENT,
        3,
        Number.PLURAL,
        Gender.MASCULINE,
    )


def test_the_voice_is_told_where_the_letters_tell_it() -> None:
    said, affirmed = dict(conjugate(SAYS)), dict(conjugate(Verb("أكد", "ءكد", "II")))
    assert said["قال"].voice is Voice.ACTIVE
    assert said["قيل"].voice is Voice.PASSIVE
    assert affirmed["اكد"].voice is Voice.EITHER


def test_a_shortened_form_says_that_it_needs_a_negation() -> None:
    forms = dict(conjugate(DENIES))
    assert forms["ينف"].jussive
    assert not forms["ينفي"].jussive


def test_a_participle_of_circumstance_is_known_by_its_accusative() -> None:
    forms = dict(conjugate(Verb("أضاف", "ضيف", "IV")))
    assert forms["مضيفا"].accusative
    assert not forms["مضيف"].accusative


def test_a_listed_masdar_takes_the_place_of_the_pattern() -> None:
    assert "توقع" not in {f for f, a in conjugate(Verb("توقع", "وقع", "V", masdar=())) if a.tense is Tense.MASDAR}
    assert "نفيا" in forms(DENIES, Tense.MASDAR)


def test_a_past_that_no_rule_gives_is_taken_from_the_entry() -> None:
    assert {"استحوذ", "استحوذت"} <= forms(Verb("استحوذ", "حوذ", "X", past="استحوذ"))


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("بيان", "بيان بيانا بيانان بيانين"),
        ("رسالة", "رسالة رسالتان رسالتين رسالات"),
        ("افتتاحية", "افتتاحية افتتاحيات"),  # two equal letters side by side stay two
        ("ادعاء", "ادعاء"),
    ],
)
def test_a_noun_takes_its_endings(noun: str, expected: str) -> None:
    assert folded(expected) <= {form for form, _ in decline(noun)}


def test_no_alef_is_written_after_a_final_hamza_on_alef() -> None:
    assert "ادعاءا" not in {form for form, _ in decline("ادعاء")}


def test_a_root_of_the_wrong_length_is_refused_with_a_remedy() -> None:
    with pytest.raises(BadKnowledge, match="Write 3 letters"):
        Verb("قال", "قل")


@given(st.text(alphabet="ءبترسعقلموي", min_size=3, max_size=4), st.sampled_from(FORMS))
def test_whatever_the_root_all_forms_are_folded_letters(root: str, form: str) -> None:
    if len(root) != (4 if form.startswith("Q") else 3):
        return
    for letters, _ in conjugate(Verb(root, root, form)):
        assert letters
        assert letters == fold(letters)
        assert not any(letter.isascii() or letter in "أإآٱ" for letter in letters)
