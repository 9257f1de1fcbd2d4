"""A report cut into statements: who says what, and how."""

from dataclasses import replace

import pytest

from khabar.language.analysis import analyse
from khabar.resolution.statements import Statement, statements_in
from khabar.values.event import EventType
from telling import Telling


def statements(telling: Telling) -> list[Statement]:
    report, reading = telling.read
    return list(statements_in(0, analyse(report.text, reading.body), reading))


def said_by_governor(said: str) -> Telling:
    return Telling("r", f"قال الوالي إن {said}.").entity("الوالي", "person").says(["الوالي"], said, cue="قال")


def words(telling: Telling) -> list[str]:
    return [s.passage.of(telling.text) for s in statements(telling)]


def test_each_and_that_clause_of_a_content_stands_for_itself() -> None:
    content = "السوق تعمل كل يوم، وأن الطريق إلى الميناء مفتوح"
    telling = Telling("r", f"قال الوالي إن {content}.").entity("الوالي", "person")
    telling.says(["الوالي"], content, cue="قال")
    assert words(telling) == ["السوق تعمل كل يوم", "الطريق إلى الميناء مفتوح"]


@pytest.mark.parametrize(
    "content",
    ["تسلمت مليونا ونصف مليون قذيفة", "المعاهدة التي وقعت عليها نافذة اليوم", "تأخذ السلاح أينما وجدته اليوم"],
)
def test_a_number_and_a_verb_that_begins_with_waw_open_no_clause(content: str) -> None:
    telling = Telling("r", f"قال الوالي إن الحكومة {content}.").entity("الوالي", "person")
    telling.says(["الوالي"], f"الحكومة {content}", cue="قال")
    assert words(telling) == [f"الحكومة {content}"]


def test_a_saying_that_only_passes_on_another_gives_no_statement_of_its_own() -> None:
    telling = Telling("r", "ذكرت الوكالة أن الوالي قال إن الجسر انهار ليلا.")
    telling.entity("الوالي", "person").entity("الوكالة", "media")
    telling.says(["الوكالة"], "الوالي قال إن الجسر انهار ليلا", cue="ذكرت")
    telling.says(["الوكالة", "الوالي"], "الجسر انهار ليلا", cue="قال")
    assert [(s.passage.of(telling.text), len(s.chain)) for s in statements(telling)] == [("الجسر انهار ليلا", 2)]


def test_who_will_not_say_has_one_statement_whoever_passes_that_on() -> None:
    content = "رفض الوالي التعليق على انهيار الجسر"
    telling = Telling("r", f"{content}، بحسب الوكالة.").entity("الوالي", "person").entity("الوكالة", "media")
    telling.says(["الوكالة", "الوالي"], content, "declines", cue="رفض").says(["الوكالة"], content, cue="بحسب")
    assert [s.stance.value for s in statements(telling)] == ["declines"]


def test_the_charges_that_somebody_denies_are_no_charge_of_his() -> None:
    charges = "الاتهامات بتلويث النهر"
    telling = Telling("r", f"نفى الوالي، الأحد، {charges}.").entity("الوالي", "person")
    telling.says(["الوالي"], charges, "denies", cue="نفى").event("الاتهامات", "ACCUSE", said=0)
    telling.event("تلويث", "ASSAULT", said=0)
    assert [(s.passage.of(telling.text), s.stance.value) for s in statements(telling)] == [(charges, "denies")]


def test_a_denial_of_what_others_said_is_kept_beside_what_they_said() -> None:
    telling = Telling("r", "كذب الوالي ما نشرته الوكالة عن انهيار الجسر.")
    telling.entity("الوالي", "person").entity("الوكالة", "media")
    telling.says(["الوالي"], "ما نشرته الوكالة عن انهيار الجسر", "denies", cue="كذب")
    telling.says(["الوكالة"], "انهيار الجسر", cue="نشرته")
    assert [s.stance.value for s in statements(telling)] == ["denies", "asserts"]


def test_an_act_told_where_its_sentence_ends_stands_before_the_full_stop() -> None:
    asked = "طالبت البلدية صباح الأحد بإغلاق المقلع، وهو ما رفضته الشركة"
    telling = Telling("r", f"{asked}.\nوانتهى الاجتماع.").entity("الشركة", "organisation")
    telling.event("رفضته", "REJECT", actor=["الشركة"])
    assert [s.passage.of(telling.text) for s in statements(telling) if s.act] == [asked]


def test_what_no_saying_covers_is_the_reports_own_voice() -> None:
    telling = Telling("r", "انهار الجسر القديم صباحا. قال الوالي إن السبب مجهول تماما.").entity("الوالي", "person")
    telling.says(["الوالي"], "السبب مجهول تماما", cue="قال")
    own = [s for s in statements(telling) if not s.chain]
    assert [s.passage.of(telling.text) for s in own] == ["انهار الجسر القديم صباحا"]


def test_an_act_of_speech_stands_beside_what_is_said() -> None:
    telling = Telling("r", "اتهمت البلدية الشركة بتلويث النهر.").entity("البلدية", "organisation")
    telling.says(["البلدية"], "بتلويث النهر", cue="اتهمت").event("اتهمت", "ACCUSE", actor=["البلدية"])
    assert {s.act for s in statements(telling)} == {None, EventType.ACCUSE}


def test_an_act_of_speech_is_told_with_who_does_it_and_what_describes_him() -> None:
    text = "استخدمت البلدية، أمس الخميس، حق الاعتراض. واتهم الوالي، الذي لم يذكر اسمه، الشركة بتلويث النهر."
    telling = Telling("r", text).entity("البلدية", "organisation").entity("الوالي", "person")
    telling.event("الاعتراض", "REJECT", actor=["البلدية"]).event("اتهم", "ACCUSE", actor=["الوالي"])
    acts = {s.act: s for s in statements(telling) if s.act}
    refused, accused = acts[EventType.REJECT], acts[EventType.ACCUSE]
    assert refused.passage.of(text) == "استخدمت البلدية، أمس الخميس، حق الاعتراض"
    assert accused.passage.of(text) == "واتهم الوالي، الذي لم يذكر اسمه، الشركة بتلويث النهر"
    assert [accused.unsure, accused.negated] == [False, False]


def test_an_act_of_speech_is_told_up_to_what_it_is_about() -> None:
    text = (
        "دعا الوالي، شيخ التجار في المدينة، نقابة الصيادين إلى فتح الميناء. وانتقد الحاكم، في جلسة سابقة، عمل الشركة."
    )
    telling = Telling("r", text).entity("الوالي", "person").entity("الحاكم", "person")
    telling.entity("نقابة الصيادين", "organisation")
    telling.event("دعا", "REQUEST", actor=["الوالي"], recipient=["نقابة الصيادين"])
    telling.event("انتقد", "ACCUSE", actor=["الحاكم"])
    acts = {s.act: s.passage.of(text) for s in statements(telling) if s.act}
    assert acts[EventType.REQUEST] == "دعا الوالي، شيخ التجار في المدينة، نقابة الصيادين إلى فتح الميناء"
    assert acts[EventType.ACCUSE] == "وانتقد الحاكم، في جلسة سابقة، عمل الشركة"


@pytest.mark.parametrize(
    ("said", "passage"),
    [
        ('"السوق مغلقة اليوم وغدا".', "السوق مغلقة اليوم وغدا"),
        ('"السوق مغلقة" اليوم وغدا.', '"السوق مغلقة" اليوم وغدا'),
        ("السوق «مغلقة اليوم وغدا».", "السوق «مغلقة اليوم وغدا»"),
    ],
)
def test_a_passage_has_both_marks_of_a_quotation_or_neither(said: str, passage: str) -> None:
    content = said.strip('"«».')  # as a reader may have it: from behind one mark to before the other
    telling = Telling("r", f"قال الوالي إن {said}").entity("الوالي", "person").says(["الوالي"], content, cue="قال")
    assert words(telling)[0] == passage


def test_who_will_not_hesitate_denies_nothing() -> None:
    telling = Telling("r", "لن تتردد البلدية في إغلاق السوق. لن تغلق البلدية السوق القديم.")
    assert [s.negated for s in statements(telling)] == [False, True]


def test_saying_no_is_told_from_calling_untrue_and_from_taking_back() -> None:
    telling = Telling("r", "لم تغلق البلدية السوق القديم. الخبر عار عن الصحة تماما. اعتذرت القناة عن الخبر المنشور.")
    assert [(s.negated, s.untrue, s.retracts) for s in statements(telling)] == [
        (True, False, False),
        (False, True, False),
        (False, False, True),
    ]


@pytest.mark.parametrize("status", ["actual", "denied"])  # also where the 'not' was read as the event's
def test_a_negation_of_another_verb_does_not_deny_the_event(status: str) -> None:
    telling = Telling("r", "جهة لم تعرف هويتها هاجمت المبنى الكبير.").event("هاجمت", "ASSAULT", status=status)
    assert [s.negated for s in statements(telling)] == [False]


@pytest.mark.parametrize(
    ("clause", "negated"),
    [
        ("جهة لم تعرف هويتها تملك المبنى الكبير", False),
        ("نحن لا نملك المبنى الكبير", True),
        ("المبنى الكبير لا يملكه أحد", True),
        ("أمطار غزيرة وليست علامة على الجفاف", True),
        ("فرصة لن تتكرر للتجار الصغار", False),
    ],
)
def test_a_relative_clause_that_says_no_negates_nothing_but_itself(clause: str, *, negated: bool) -> None:
    assert [s.negated for s in statements(Telling("r", f"{clause}."))] == [negated]


def test_a_party_without_a_name_may_be_described_by_a_no() -> None:
    telling = Telling("r", "مسلحون لم يعرفهم أحد سرقوا حبوب المخزن القديم.").entity("مسلحون", "group")
    assert [s.negated for s in statements(telling)] == [False]
    assert [s.negated for s in statements(Telling("r", "المسلحون لم يسرقوا حبوب المخزن القديم."))] == [True]


def test_what_a_report_lets_somebody_say_does_not_colour_its_own_words() -> None:
    text = "أثار إعلان نشرته الصحيفة أمس عن بيع الميناء القديم غضب التجار قبل أن يقول الوالي إنه كلام غير صحيح."
    telling = Telling("r", text).entity("الوالي", "person")
    telling.says(["الوالي"], "كلام غير صحيح", cue="يقول")
    assert [(bool(s.chain), s.untrue) for s in statements(telling)] == [(False, False), (True, True)]


def test_what_stands_beside_a_denial_in_one_content_is_told_not_denied() -> None:
    content = "الخبر غير صحيح وأن السفينة قصفت"
    telling = Telling("r", f"ذكر الوالي أن {content}.").entity("الوالي", "person")
    telling.says(["الوالي"], content, "denies", cue="ذكر").event("قصفت", "ASSAULT", status="denied", said=0)
    assert [(s.untrue, s.negated) for s in statements(telling)] == [(True, False), (False, False)]


def test_an_event_word_outside_the_sentences_does_no_harm() -> None:
    telling = Telling("r", "اتهم.")
    telling.event("اتهم", "ACCUSE")
    assert [s.act for s in statements(telling) if s.act] == [EventType.ACCUSE]


def test_a_verb_of_the_past_after_the_comma_of_a_denial_is_denied_no_more() -> None:
    denied, told = "تكون قد نشرت الخبر", "وأرجعت ظهوره إلى خطأ في النظام"
    telling = Telling("r", f"نفت الوكالة أن {denied}، {told}.").entity("الوكالة", "media")
    telling.says(["الوكالة"], f"{denied}، {told}", "denies", cue="نفت")
    assert [(s.passage.of(telling.text), s.stance.value) for s in statements(telling)] == [
        (denied, "denies"),
        (told, "asserts"),
    ]


@pytest.mark.parametrize(("words", "disowns"), [("عما قاله عن إغلاق الجسر", True), ("عما فعله عند إغلاق الجسر", False)])
def test_who_apologises_for_his_words_disowns_them_and_who_does_for_a_deed_does_not(words: str, disowns: bool) -> None:
    telling = Telling("r", f"اعتذر الوالي {words}.").entity("الوالي", "person")
    telling.says(["الوالي"], words, cue="اعتذر")
    assert [s.disowns for s in statements(telling)] == [disowns]


def test_what_somebody_else_calls_a_lie_is_not_called_so_by_who_told_it() -> None:
    text = "وصف الوالي إعلان البلدية انهيار الجسر بأنه كذبة كبيرة."
    telling = Telling("r", text).entity("الوالي", "person").entity("البلدية", "organisation")
    telling.says(["الوالي"], "كذبة كبيرة", cue="وصف").says(["البلدية"], "انهيار الجسر بأنه كذبة كبيرة", cue="إعلان")
    assert {s.chain: s.untrue for s in statements(telling)} == {(("الوالي",),): True, (("البلدية",),): False}


@pytest.mark.parametrize(
    ("content", "unsure", "partly"),
    [
        ("لا علم له ببيع السفن القديمة", True, False),
        ("ليست لديه معلومات عن بيع السفن", True, False),
        ("لا يستطيع تأكيد بيع السفن القديمة", True, False),
        ("البلدية ستدرس ما إذا كانت السفن القديمة تباع", True, False),
        ("الرجل الذي لم يذكر اسمه باع السفن القديمة", False, False),
        ("خبر بيع السفن صحيح جزئيا", False, True),
        ("عدد السفن المبيعة مبالغ فيه", False, True),
        ("عدد السفن المبيعة أقل مما ذكرت الصحف", False, True),
        ("تصريحاته عن بيع السفن أخرجت من سياقها", False, True),
        ("تسامح مبالغ فيه مع تجار السفن القديمة", False, False),
        ("السفن المبيعة أكثر مما يسعه المرفأ", False, False),
        ("السفن القديمة بيعت كلها", False, False),
    ],
)
def test_who_does_not_know_is_told_from_who_agrees_in_part(content: str, *, unsure: bool, partly: bool) -> None:
    telling = Telling("r", f"قال الوالي إن {content}.").entity("الوالي", "person").says(["الوالي"], content, cue="قال")
    assert [(s.unsure, s.partly) for s in statements(telling)] == [(unsure, partly)]


def test_nobody_agrees_in_part_in_a_reports_own_voice() -> None:
    assert [s.partly for s in statements(Telling("r", "عدد السفن المبيعة مبالغ فيه."))] == [False]


def test_what_is_only_alleged_is_not_called_untrue() -> None:
    telling = Telling("r", "يبحث الحراس عن السارق المزعوم في القرية. خبر السرقة كاذب تماما في القرية.")
    assert [s.untrue for s in statements(telling)] == [False, True]


def test_a_ruling_goes_before_words_that_agree_in_part() -> None:
    content = "عدد السفن المبيعة مبالغ فيه"
    telling = Telling("r", f"قال الوالي إن {content}.").entity("الوالي", "person").says(["الوالي"], content, cue="قال")
    telling.sayings[0] = replace(telling.sayings[0], ruled=True)
    assert [s.partly for s in statements(telling)] == [False]


def test_who_is_named_after_what_he_says_is_no_statement_of_the_report() -> None:
    content = "الجسر انهار ليلا"
    telling = Telling("r", f"{content}، حسبما أعلن المتحدث الجديد باسم بلدية الرملة. وأغلقت الطريق صباح اليوم التالي.")
    telling.entity("بلدية الرملة", "organisation").says(["بلدية الرملة"], content, cue="حسبما أعلن")
    assert words(telling) == [content, "وأغلقت الطريق صباح اليوم التالي"]


def test_what_a_report_goes_on_to_tell_after_naming_him_is_its_own() -> None:
    content, told = "الجسر انهار ليلا", "وأغلقت الشرطة الطريق إلى الميناء القديم"
    telling = Telling("r", f"{content}، حسبما أعلنت البلدية، {told}.").entity("البلدية", "organisation")
    telling.says(["البلدية"], content, cue="حسبما أعلنت")
    assert words(telling) == [content, told]


def test_a_dateline_is_no_part_of_what_is_told() -> None:
    assert words(Telling("r", "عدن (اليمن) 14 سبتمبر (الساحل) - انهار الجسر ليلا.")) == ["انهار الجسر ليلا"]
    assert words(Telling("r", "انهار الجسر (القديم) ليلا.")) == ["انهار الجسر (القديم) ليلا"]


def test_a_meeting_is_no_in_return_for() -> None:
    telling = Telling("r", "قدم الوالي للسفير سيفا في نهاية أول لقاء لهما بالميناء القديم.")
    telling.entity("الوالي", "person").event("قدم", "TRANSFER", actor=["الوالي"]).event("لقاء", "CONSULT")
    assert words(telling) == ["قدم الوالي للسفير سيفا في نهاية أول لقاء لهما بالميناء القديم"]


def test_especially_is_no_not_with_an_and_before_it_either() -> None:
    telling = Telling("r", "قال الوالي إن الأسعار ارتفعت ولا سيما سعر القمح.").entity("الوالي", "person")
    telling.says(["الوالي"], "الأسعار ارتفعت ولا سيما سعر القمح", cue="قال")
    assert [s.negated for s in statements(telling)] == [False]


@pytest.mark.parametrize(
    ("content", "untrue"),
    [
        ("الوثيقة المتداولة مزورة", True),
        ("مزورة", True),
        ("الحرس ضبط الوثيقة وجوازات سفر مزورة", False),
        ("الأنباء لا تمت إلى الواقع بصلة", True),
    ],
)
def test_a_document_that_is_called_forged_is_answered_and_forged_passports_are_goods(
    content: str, *, untrue: bool
) -> None:
    telling = Telling("r", f"قال الوالي إن {content}.").entity("الوالي", "person")
    telling.says(["الوالي"], content, cue="قال")
    assert [s.untrue for s in statements(telling)] == [untrue]


def test_what_another_denies_in_a_relative_clause_is_not_called_untrue_by_who_speaks() -> None:
    content = "ثمنا كبيرا سيدفع بعد الهجوم الذي نفى الحاكم مسؤوليته عنه"
    telling = Telling("r", f"قال الوالي إن {content}.").entity("الوالي", "person").entity("الحاكم", "person")
    telling.says(["الوالي"], content, cue="قال")
    telling.says(["الوالي", "الحاكم"], "مسؤوليته عنه", "denies", cue="نفى")
    assert not next(s for s in statements(telling) if s.passage.of(telling.text) == content).untrue


def test_what_stood_in_news_that_is_withdrawn_is_denied_by_whoever_withdraws_it() -> None:
    text = "سحبت قناة الموج خبرا نشرته أمس جاء فيه أن الجسر القديم انهار ليلا."
    telling = Telling("r", text).entity("قناة الموج", "media").entity("خبرا", "group")
    telling.says(["خبرا"], "الجسر القديم انهار ليلا", cue="نشرته")
    (told,) = (s for s in statements(telling) if "انهار" in s.passage.of(text))
    _, reading = telling.read
    names = {e.id: e.name for e in reading.entities}
    assert [[names[i] for i in link] for link in told.chain] == [["قناة الموج"]]
    assert (told.stance.value, told.retracts) == ("denies", True)


def test_news_that_is_only_published_is_not_withdrawn() -> None:
    text = "نشرت قناة الموج خبرا جاء فيه أن الجسر القديم انهار ليلا."
    telling = Telling("r", text).entity("قناة الموج", "media").entity("خبرا", "group")
    telling.says(["خبرا"], "الجسر القديم انهار ليلا", cue="جاء")
    assert all(s.stance.value == "asserts" for s in statements(telling))


def test_a_headline_names_the_medium_before_what_it_does_with_its_news() -> None:
    text = "قناة الموج تسحب خبرا عن الجسر في ألبانيا"
    telling = Telling("r", text).entity("قناة الموج", "media").entity("ألبانيا", "country").entity("خبرا", "group")
    (told,) = statements(telling)
    _, reading = telling.read
    assert [reading.entities[[e.id for e in reading.entities].index(i)].name for i in told.chain[0]] == ["قناة الموج"]


@pytest.mark.parametrize(
    ("said", "negated"),
    [
        ("عدد السفن في الميناء لا يتجاوز حتى الآن 40 سفينة", False),
        ("عدد السفن في الميناء لم يزد على أربعين", False),
        ("حمولة السفن في الميناء لم تتجاوز الحد المقرر", True),
        ("الحاكم لم يقل إن 40 سفينة غرقت", True),
    ],
)
def test_how_many_at_most_denies_nothing(said: str, *, negated: bool) -> None:
    assert [s.negated for s in statements(said_by_governor(said))] == [negated]


@pytest.mark.parametrize(
    ("said", "untrue"),
    [
        ("الرقم الذي تداوله التجار كان خطأ", True),
        ("الخبر لم يكن صحيحا", True),
        ("إغلاق الميناء القديم كان خطأ", False),
    ],
)
def test_news_that_was_a_mistake_is_untrue_and_a_step_that_was_one_was_taken(said: str, *, untrue: bool) -> None:
    assert [s.untrue for s in statements(said_by_governor(said))] == [untrue]


@pytest.mark.parametrize(
    ("said", "retracts"),
    [
        ("ما أعلنته قبل يومين عن إغلاق الميناء لم يكن صحيحا", True),
        ("ما أعلنه قبل يومين عن إغلاق الميناء لم يكن صحيحا", False),  # he is somebody else
        ("ما أعلنته الشركة قبل يومين عن إغلاق الميناء لم يكن صحيحا", False),
    ],
)
def test_who_calls_untrue_what_he_told_himself_takes_it_back(said: str, *, retracts: bool) -> None:
    telling = Telling("r", f"قالت البلدية إن {said}.").entity("البلدية", "organisation")
    if "الشركة" in said:
        telling.entity("الشركة", "organisation")
    (told,) = statements(telling.says(["البلدية"], said, cue="قالت"))
    assert (told.untrue, told.retracts) == (True, retracts)


def test_news_that_a_medium_without_a_name_withdraws_is_taken_back_by_nobody_in_it() -> None:
    text = "صحيفة محلية تسحب خبر زيارة الوالي للميناء"
    (told,) = statements(Telling("r", text).entity("الوالي", "person"))
    assert (told.chain, told.stance.value, told.retracts) == ((), "denies", True)


def test_a_medium_withdraws_its_news_behind_the_dateline_of_another() -> None:
    text = "أكرا، 22 فبراير (الموج) -- سحبت جريدة الضفة اليوم الخميس من موقعها الجديد تقريرا زعم أن الجسر القديم انهار ليلا."
    telling = Telling("r", text).entity("الموج", "media").entity("جريدة الضفة", "media").entity("تقريرا", "group")
    telling.says(["تقريرا"], "الجسر القديم انهار ليلا", cue="زعم")
    (told,) = (s for s in statements(telling) if s.passage.of(text) == "الجسر القديم انهار ليلا")
    _, reading = telling.read
    assert [[e.name for e in reading.entities if e.id in link] for link in told.chain] == [["جريدة الضفة"]]
    assert (told.stance.value, told.retracts) == ("denies", True)
