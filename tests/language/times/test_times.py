"""Dates of a report: which words they cover and what they mean."""

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from ending import that_ends
from khabar.knowledge.calendar import calendar_words
from khabar.language.times import timexes_in

MONDAY = date(2024, 6, 17)
CASES = [
    pytest.param(case["text"], case["words"], str(case["value"]), id=f"{group['title']} {number}")
    for group in yaml.safe_load((Path(__file__).parent / "cases.yaml").read_text(encoding="utf-8"))
    for number, case in enumerate(group["cases"])
]


def read(text, published=MONDAY):
    return [(t.span.of(text), str(t.moment)) for t in timexes_in(text, published)]


@pytest.mark.parametrize(("text", "words", "value"), CASES)
def test_words_and_value(text, words, value):
    assert read(text) == [(words, value)]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("في عام 2022 زار الوفد العاصمة في 25 مايو.", "2022-05-25"),
        ("في عام 2022 زارها في 3 مارس، وعاد إليها في 25 مايو.", "2022-05-25"),
        ("بدأ التقارب عام 2022، حين زار الوفد العاصمة في 25 مايو.", "2022-05-25"),
        ("التقيا في 3 مارس 2022، ثم زار الوزير جارته في 25 مايو.", "2022-05-25"),
        ("بعد أن بلغ التضخم خمسة في المئة عام 2022، تراجع في مايو.", "2024-05"),
        ("في عام 2022 زار الوفد العاصمة. وعاد إليها في 25 مايو.", "2024-05-25"),
        ("في عام 2022 اتفقا على أن يلتقيا مجددا، وسيلتقيان في 25 يوليو.", "2024-07-25"),
    ],
)
def test_a_sentence_that_opens_with_a_year_tells_of_that_year(text, last):
    assert read(text)[-1][1] == last


@pytest.mark.parametrize(
    "text",
    [
        "فاز الفريق 2-1 على ضيفه.",
        "انتهت المباراة 2 - صفر.",
        "نص القرار 2231 على رفع القيود.",
        "هطلت أمطار بلغت 152 ملم.",
        "باع الهاتف بمبلغ 2017 دولارا.",
        "اتصل على الرقم 0123-456-789.",
        "يبلغ الرجل 25 عاما.",
        "تستمر الهدنة ثلاثة أيام.",
        "كشفت صحيفة المصري اليوم عن الوثيقة.",
        'قال لموقع "روسيا اليوم" إنه باق.',
        "استقبل الأمين العام السابق للأمم المتحدة الوفد.",
        "قالت تيريزا ماي إنها باقية.",
        "يقع المصنع في مدينة 6 أكتوبر.",
        "يحتفل العالم باليوم العالمي للمرأة.",
        "احترق متجر في سوق الثلاثاء.",
        "مارس الوسيط ضغوطا على الطرفين.",
        "اللاعب محمد رمضان غادر الفريق.",
        "غرق أب لثلاثة أطفال.",
        "خرج من باب القصر.",
        "يتدرب الفريق كل يوم جمعة.",
        "غادر قبل يوم واحد من الانتخابات.",
        "هو رجل في الخمسينيات من عمره.",
        "يأمل أن يفوز بكأس العالم 2018.",
        "هنأ الملك مواطنيه بعيد الفطر.",
        "احتفلت الأسرة بعيد الميلاد الثمانين للملكة.",
        "رفضت اللجنة 3/4 الطلبات.",
        "استقال بعد يومين فقط من تعيينه.",
        "جاء الهجوم بعد عام تماما على الهدنة.",
        "تذكر السكان ما جرى في ذلك اليوم.",
        "فاز بنتيجة 3/4 في الشوط الثاني.",
    ],
)
def test_what_only_looks_like_a_date_is_left_alone(text):
    assert read(text) == []


def test_the_same_year_is_the_year_told_last():
    assert read("استقل البلد عام 1960 وانضم إلى المنظمة في مايو من العام نفسه.") == [
        ("عام 1960", "1960"),
        ("مايو من العام نفسه", "1960-05"),
    ]


def test_two_dates_joined_by_and_are_two_unless_between_stands_before_them():
    assert [value for _, value in read("يلعب الفريق في 12 مايو و15 يونيو 2023.")] == ["2024-05-12", "2023-06-15"]
    assert read("أجريت المقابلات بين 12 مايو و15 يونيو 2023.")[0][1] == "2023-05-12/2023-06-15"


def test_a_score_before_a_month_is_no_stretch_of_days():
    assert read("خسر الفريق بنتيجة 3-4 في مارس 2018.") == [("مارس 2018", "2018-03")]


def test_since_then_begins_at_the_date_told_last():
    assert read("سقط النظام في 9 أبريل 2003 ولم يعد منذ ذلك الحين.")[-1] == ("منذ ذلك الحين", "2003-04-09/..")


def test_a_distance_from_what_was_told_last():
    assert read("انتخب في 3 مايو 2014 وبعدها بشهرين استقال.")[-1] == ("بعدها بشهرين", "2014-07")
    assert read("انتخب في يوليو 2022. وبعد شهر استقال.")[-1] == ("بعد شهر", "2022-08")


def test_a_chronicle_takes_its_year_from_the_heading_or_the_entry_before():
    text = "- 2013 -\n30 يناير: غارة على المطار.\nأغسطس 2014: إسقاط طائرة.\n23 سبتمبر: هدنة."
    assert [value for _, value in read(text)] == ["2013", "2013-01-30", "2014-08", "2014-09-23"]


def test_a_superlative_compares_with_a_point_in_time():
    assert read("تراجع السعر إلى أدنى مستوى منذ يناير 2016.") == [("يناير 2016", "2016-01")]


def test_a_pluperfect_keeps_the_weekday_before_yesterday_in_the_past():
    assert read("وكان الوزير قد قال الثلاثاء إنه باق.") == [("الثلاثاء", "2024-06-11")]


def test_marks_and_direction_controls_change_nothing():
    text = "وصلَ الوفدُ \u200fيومَ\u200f الأربعاءِ ٥ يُونيو ٢٠٢٤."
    assert [t.moment.edtf for t in timexes_in(text, MONDAY)] == ["2024-06-05"]


def test_without_a_date_of_publication_relative_dates_stay_open():
    found = timexes_in("قال أمس إن الاتفاق وقع في 3 مايو 2014.", None)
    assert [t.moment and t.moment.edtf for t in found] == [None, "2014-05-03"]


FIGURES = [
    "1",
    "15",
    "31",
    "99",
    "1445",
    "2017",
    "12/06/2017",
    "2014-2016",
    "3-5",
    "٢٠١٧",
    "ثلاثة",
    "عشر",
    "عشرون",
    "ألفين",
]
FIGURES += ["نصف", "الأول", "والعشرين", "قال", "،", ".", "(", ")", "-", "/"]
WEEKDAYS = ["الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد"]
FORMS = sorted({word.form for word in calendar_words()})
WORDS = st.one_of(
    st.sampled_from(FIGURES),
    st.builds(
        lambda clitic, form: clitic + form, st.sampled_from(["", "", "ال", "و", "ب", "لل"]), st.sampled_from(FORMS)
    ),
)


@given(st.lists(WORDS, max_size=25), st.dates(date(1990, 1, 1), date(2035, 12, 31)))
@settings(max_examples=150, deadline=None)
def test_spans_are_ordered_apart_and_within_the_text(words, published):
    text = " ".join(words)
    found = timexes_in(text, published)
    assert all(t.span.of(text).strip() == t.span.of(text) != "" for t in found)
    assert all(a.span.end <= b.span.start for a, b in zip(found, found[1:], strict=False))
    assert found == timexes_in(text, published)


@given(st.dates(date(1950, 1, 1), date(2040, 12, 31)))
@settings(max_examples=60, deadline=None)
def test_yesterday_and_a_full_date_say_the_same(published):
    yesterday = published - timedelta(days=1)
    numeric = f"{yesterday.day}/{yesterday.month}/{yesterday.year}"
    assert read("وصل أمس", published)[0][1] == read(f"وصل {numeric}", published)[0][1]


@given(st.sampled_from(WEEKDAYS), st.dates(date(1950, 1, 1), date(2040, 12, 31)))
@settings(max_examples=80, deadline=None)
def test_a_weekday_is_one_within_a_week(name, published):
    for text in (f"وصل الوفد {name}.", f"سيصل الوفد {name}.", f"غادر {name} الماضي.", f"يعود {name} المقبل."):
        (found,) = timexes_in(text, published)
        assert found.moment.earliest.weekday() == WEEKDAYS.index(name)
        assert abs((found.moment.earliest - published).days) <= 7


def test_a_date_of_publication_out_of_reach_is_none():
    assert [t.moment for t in timexes_in("وصل أمس.", date.min)] == [None]


@pytest.mark.parametrize("unit", ["1", "يوم ", "12 ", "مايو/", "من 5 إلى 8 ", "(", "قبل "])
def test_a_long_text_of_nothing_but_dates_is_read_to_its_end(unit):
    with that_ends():
        timexes_in(unit * (100_000 // len(unit)), MONDAY)
