"""Who does what to whom, where names, sayings and pronouns are read with it."""

from datetime import date

import pytest
from reports_told import PUBLISHED, read_roles

from khabar.engine import read
from khabar.values.event import Event, EventType, Status
from khabar.values.report import Report


def test_his_country_is_that_of_the_one_who_speaks_of_it() -> None:
    text = "أبلغ نائب وزير الخارجية الروسي كريم سالم نظيره المصري أن بلاده سترسل أسلحة إلى غانا."
    assert ("TRANSFER", ["روسيا"], ["غانا"]) in read_roles(text)


def test_whose_country_was_brought_up_in_what_is_said_is_meant() -> None:
    text = "قال الوزير الروسي كريم سالم إن الرئيس المصري أعلن أن بلاده سترسل أسلحة إلى غانا."
    assert ("TRANSFER", ["مصر"], ["غانا"]) in read_roles(text)


def test_who_is_fought_in_a_war_is_not_whom_others_support_in_it() -> None:
    text = "يظهر المقطع وصول قوات مصرية إلى غانا لدعم كينيا في حربها ضد توغو."
    assert not [kind for kind, _, recipient in read_roles(text) if kind == "SUPPORT" and "توغو" in recipient]


def test_behind_a_preposition_no_verb_stands() -> None:
    assert not read_roles("أعربت كينيا عن حذرها من غانا.")


def test_sanctions_that_are_lifted_are_not_imposed() -> None:
    assert [kind for kind, _, _ in read_roles("رفعت كندا العقوبات عن غانا.")] == ["CONCEDE"]


def test_a_decision_on_imposing_duties_is_whose_it_is() -> None:
    assert ("SANCTION", ["كندا"], ["غانا"]) in read_roles("أصدرت كندا قرارا بشأن فرض رسوم على غانا.")


def test_what_a_step_aroused_is_told_by_a_clause_of_its_own() -> None:
    text = "وقعت كينيا مذكرة لتدريب الجيش الغاني في خطوة أثارت احتجاج توغو."
    assert ("PROTEST", ["توغو"], []) in read_roles(text)


def test_behind_a_quotation_mark_that_follows_that_stands_a_masdar() -> None:
    text = 'قال الناطق سالم كريم إن "نقل المعدات الكينية إلى غانا مستمر".'
    assert ("TRANSFER", ["كينيا"], ["غانا"]) in read_roles(text)


def test_soldiers_that_are_sent_do_not_send() -> None:
    assert not [kind for kind, _, _ in read_roles("احتجت كينيا على إرسال الجنود.") if kind == "MOBILIZE"]


def test_what_is_no_ware_is_not_obtained() -> None:
    assert not [kind for kind, _, _ in read_roles("حصلت كينيا على تأكيد من غانا.") if kind == "TRANSFER"]


def test_a_minister_denies_what_his_state_is_said_to_give() -> None:
    text = "نفى وزير الدفاع الكيني سالم كريم تزويد غانا بصواريخ."
    assert ("TRANSFER", ["كينيا"], ["غانا"]) in read_roles(text)


def test_a_minister_denies_a_meeting_of_his_own() -> None:
    text = "نفى وزير الدفاع الكيني سالم كريم عقد لقاء مع الوزير الغاني."
    assert "سالم كريم" in read_roles(text)[0][1]


def test_both_countries_are_not_the_one_in_which_something_lies() -> None:
    text = "زار الرئيس الكيني غانا. وأثار النزاع في توغو قلقا، ووقع البلدان معاهدة."
    assert ("AGREE", ["كينيا", "غانا"], ["كينيا", "غانا"]) in read_roles(text)


def test_both_countries_are_those_that_the_report_is_about() -> None:
    text = (
        "زار الرئيس الكيني غانا. ورحبت غانا بضيفها. وقالت كينيا إن الزيارة ناجحة. وشكر الرئيس الكيني الرئيس الغاني. "
        "وانتقد كينيا ما سماه سياسات توغو. ووقع البلدان معاهدة."
    )
    assert ("AGREE", ["كينيا", "غانا"], ["كينيا", "غانا"]) in read_roles(text)


def test_his_visit_is_no_bodys() -> None:
    text = "قال الوزير الكيني سالم كريم إن بلاده قدمت إلى مجلس الأمن أدلة، وإن زيارته إلى غانا ناجحة."
    assert ("CONSULT", ["سالم كريم"], ["غانا"]) in read_roles(text)


def test_who_governs_a_land_is_no_visitor_of_it() -> None:
    text = "قدم الوزير النرويجي سالم كريم لرئيس غانا يوسف مراد سيفا خلال زيارته إلى غانا."
    assert ("CONSULT", ["سالم كريم"], ["غانا"]) in read_roles(text)


def test_she_in_the_words_of_a_man_is_his_country() -> None:
    text = "كتب وزير الطاقة الكيني سالم كريم أن بلاده لا تناقش الاتفاق. وأضاف أنها ستؤيد غانا."
    assert ("SUPPORT", ["كينيا"], ["غانا"]) in read_roles(text)


def test_both_sides_are_the_countries_of_the_two_who_met() -> None:
    text = "زار الرئيس الكيني غانا واستقبله الرئيس الغاني أمس. ووقع الجانبان معاهدة."
    assert ("AGREE", ["كينيا", "غانا"], ["كينيا", "غانا"]) in read_roles(text)


@pytest.mark.parametrize(
    ("text", "hit"),
    [
        ("استدعت الخارجية الكينية السفير التركي لدى كينيا احتجاجا على القرار.", "تركيا"),
        ("استدعت كينيا سفيرها لدى تركيا للتشاور.", "تركيا"),
        ("طردت كينيا ثلاثة دبلوماسيين أتراك.", "تركيا"),
        ("أعلنت كينيا القرار، واستدعت السفير التركي لديها.", "تركيا"),
    ],
)
def test_an_envoy_stands_for_the_foreign_country(text: str, hit: str) -> None:
    assert [recipient for _, _, recipient in read_roles(text)] == [[hit]]


def test_we_is_whom_a_spokesman_speaks_for() -> None:
    text = 'قال المتحدث باسم حركة حماس سالم كريم: "قصفنا إسرائيل أمس".'
    assert ("ASSAULT", ["حركة حماس"], ["إسرائيل"]) in read_roles(text)


def test_we_is_a_president_himself() -> None:
    text = 'قال الرئيس الكيني سالم كريم: "التقينا الرئيس التركي رجب طيب أردوغان أمس".'
    assert ("CONSULT", ["سالم كريم"], ["رجب طيب أردوغان"]) in read_roles(text)


def test_several_who_fell_do_not_threaten_in_the_singular() -> None:
    text = "أعلن الرئيس الكيني سالم كريم أن خمسة مدنيين قتلوا في الغارة، وتوعد تركيا بالرد."
    assert ("THREATEN", ["سالم كريم"], ["تركيا"]) in read_roles(text)


def test_an_envoy_in_the_accusative_is_sent_and_sends_nobody() -> None:
    text = "رفضت كينيا القرار، وأوفدت مبعوثا إلى العاصمة التركية."
    assert ("CONSULT", ["كينيا"], ["تركيا"]) in read_roles(text)


def test_whoever_speaks_alone_is_not_they() -> None:
    text = "قال الرئيس الكيني سالم كريم إن الوضع خطير، وهاجموا تركيا."
    assert ("ASSAULT", ["سالم كريم"], ["تركيا"]) not in read_roles(text)


def test_a_panel_that_belongs_to_a_council_accuses_for_it() -> None:
    text = "وكانت خلية تابعة لمجلس الأمن قد اتهمت تركيا بالتصعيد."
    assert ("ACCUSE", ["مجلس الأمن"], ["تركيا"]) in read_roles(text)


@pytest.mark.parametrize(
    ("text", "urged"),
    [
        ("قال الأمين العام أنطونيو غوتيريش إن الوضع خطير. وحث مجلس الأمن على التحرك.", (["أنطونيو غوتيريش"], ["مجلس الأمن"])),
        ("اجتمع الأعضاء أمس. وحث مجلس الأمن على التحرك.", (["مجلس الأمن"], [])),
        ("قال أنطونيو غوتيريش إن الوضع خطير. وطالب مجلس الأمن بالتحرك.", (["مجلس الأمن"], [])),
    ],
)  # fmt: skip
def test_who_urges_the_only_one_named_behind_is_told_before(text: str, urged: tuple[list[str], list[str]]) -> None:
    assert ("REQUEST", *urged) in read_roles(text)


def test_whom_somebody_appointed_behind_a_relative_pronoun() -> None:
    text = "تحدث رجب طيب أردوغان الذي عينه الرئيس الكيني سالم كريم مبعوثا."
    assert ("APPOINT", ["سالم كريم"], ["رجب طيب أردوغان"]) in read_roles(text)


def test_where_a_firm_sits_sells_nothing() -> None:
    assert not any(actor == ["كينيا"] for _, actor, _ in read_roles("قال الوزير إن شركة مقرها كينيا باعت تركيا أسلحة."))


def test_i_in_direct_speech_is_who_speaks() -> None:
    text = 'قال الرئيس التركي رجب طيب أردوغان: "طلبت من كينيا سحب قواتها".'
    assert ("REQUEST", ["رجب طيب أردوغان"], ["كينيا"]) in read_roles(text)


def test_a_later_time_pursues_nobody() -> None:
    found = read_roles("يلتقي الرئيس التركي رجب طيب أردوغان في وقت لاحق الأربعاء الرئيس الكيني سالم كريم.")
    assert ("CONSULT", ["رجب طيب أردوغان"], ["سالم كريم"]) in found


def test_a_complaint_is_of_whom_they_accuse_and_an_event_of_its_own() -> None:
    text = "اتهمت كينيا تركيا بقصف قرية، وقدمت شكوى إلى مجلس الأمن."
    assert read_roles(text).count(("ACCUSE", ["كينيا"], ["تركيا"])) == 2


@pytest.mark.parametrize(
    ("text", "giver"),
    [
        ("زار الوفد كوريا الشمالية. وأرسلت الدولة الشيوعية أسلحة إلى غانا.", ["كوريا الشمالية"]),
        ("زار الوفد كوبا. وأرسلت الدولة الشيوعية أسلحة إلى غانا.", ["كوبا"]),
        ("تقول كوريا الجنوبية إن جارتها الشمالية أرسلت أسلحة إلى غانا.", ["كوريا الشمالية"]),
        ("تقول سوريا إن جارتها الشمالية أرسلت أسلحة إلى غانا.", ["تركيا"]),
        ("أرسلت الدولة العبرية أسلحة إلى غانا.", ["إسرائيل"]),
        ("أرسلت الدولة الشيوعية أسلحة إلى غانا.", ["الدولة الشيوعية"]),
        ("زار الوفد إيران وروسيا. وقالت إيران إن روسيا أرسلت أسلحة إلى غانا.", ["روسيا"]),
    ],
)
def test_what_a_country_is_called_stands_for_it(text: str, giver: list[str]) -> None:
    assert ("TRANSFER", giver, ["غانا"]) in read_roles(text)


def test_its_ally_is_the_other_country_that_the_report_is_about() -> None:
    text = "زار رئيس إيران روسيا. ورحبت إيران بالاتفاق. وزودت روسيا حليفتها بأسلحة."
    assert ("TRANSFER", ["روسيا"], ["إيران"]) in read_roles(text)


def test_an_ally_by_name_is_whom_it_names() -> None:
    text = "زار رئيس إيران روسيا. ورحبت إيران بالاتفاق. وزودت روسيا حليفتها سوريا بأسلحة."
    assert ("TRANSFER", ["روسيا"], ["سوريا"]) in read_roles(text)


def test_a_delegate_of_a_nationality_is_of_no_other_country() -> None:
    assert ("ACCUSE", ["المندوب الأوكراني"], ["روسيا"]) in read_roles("اتهم المندوب الأوكراني روسيا بالتصعيد.")


def test_a_council_is_not_named_after_whom_it_asks() -> None:
    found = read_roles("طالب مجلس الأمن الحوثيين بوقف الهجمات على السفن.")
    assert ("REQUEST", ["مجلس الأمن"], ["الحوثيين"]) in found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("عين الرئيس الروسي أندريه بيلوسوف وزيرا للدفاع.", ("APPOINT", ["الرئيس الروسي"], ["أندريه بيلوسوف"])),
        ("استقبل الرئيس الروسي كيم جونغ أون في العاصمة.", ("CONSULT", ["الرئيس الروسي"], ["كيم جونغ أون"])),
        ("استقبل الرئيس الروسي فلاديمير بوتين كيم جونغ أون.", ("CONSULT", ["فلاديمير بوتين"], ["كيم جونغ أون"])),
    ],
)
def test_an_office_that_another_holds_is_not_of_who_is_named_behind_it(text: str, wanted) -> None:
    assert wanted in read_roles(text, date(2024, 5, 13))


FROM_SUBJECT_TO_RECIPIENT = [
    (
        "a participle that may be a title tells what is done besides",
        "غادر أردوغان أنقرة، متهما الرئيس الفرنسي ماكرون بالكذب.",
        ("ACCUSE", ["أردوغان"], ["ماكرون"]),
    ),
    (
        "a feminine participle between a definite noun and a name describes neither",
        "انسحبت كندا من القمة متهمة الصين بالتجسس.",
        ("ACCUSE", ["كندا"], ["الصين"]),
    ),
    (
        "whom somebody gives to is not whom he is told to be by who he is",
        "شكرت ليبيا تركيا التي زودتها بطائرات مسيرة.",
        ("TRANSFER", ["تركيا"], ["ليبيا"]),
    ),
    (
        "with a subject of its own the noun of the clause is the object",
        "انتقدت ليبيا تركيا التي اتهمتها مصر بالكذب.",
        ("ACCUSE", ["مصر"], ["تركيا"]),
    ),
    (
        "a pronoun behind a preposition takes up the noun of the clause",
        "تحدث سيف القذافي، الذي أفرج عنه في 2017.",
        ("CONCEDE", [], ["سيف القذافي"]),
    ),
    (
        "who frees him stands behind the verb",
        "تحدث سيف القذافي، الذي أفرجت عنه ليبيا في 2017.",
        ("CONCEDE", ["ليبيا"], ["سيف القذافي"]),
    ),
    (
        "an army that killed dozens was not killed",
        "قتل الجيش الإسرائيلي العشرات في غزة.",
        ("ASSAULT", ["الجيش الإسرائيلي"], ["فلسطين"]),
    ),
    (
        "somebody's missiles hit what stands behind them",
        "أصابت صواريخ إسرائيلية مطار دمشق الدولي أمس.",
        ("ASSAULT", ["إسرائيل"], ["سوريا"]),
    ),
    (
        "missiles behind who destroys them are hit",
        "دمر الجيش الروسي صواريخ أوكرانية.",
        ("ASSAULT", ["الجيش الروسي"], ["أوكرانيا"]),
    ),
    (
        "a treaty is ratified with whom it is made",
        "صادقت روسيا على المعاهدة مع إيران.",
        ("AGREE", ["روسيا"], ["إيران"]),
    ),
    (
        "a figure stands before the soldier who is sent",
        "قال المتحدث إن مصر أرسلت 1500 جندي إلى الصومال.",
        ("MOBILIZE", ["مصر"], []),
    ),
    (
        "somebody unknown stands before whom he killed",
        "اغتال شاب يهودي متطرف إسحاق رابين.",
        ("ASSAULT", [], ["إسحاق رابين"]),
    ),
    (
        "a people's name in the plural is masculine",
        "انتهى الاجتماع. واتهم الروس أوكرانيا بالكذب.",
        ("ACCUSE", ["الروس"], ["أوكرانيا"]),
    ),
    (
        "who shall leave is asked, and not where he is",
        "طالبت حماس بانسحاب إسرائيل من غزة.",
        ("REQUEST", ["حماس"], ["إسرائيل"]),
    ),
    (
        "who asks for a session is who was spoken of",
        "أعلنت الحكومة الصومالية الحداد، فيما طلبت عقد اجتماع عاجل لمجلس الأمن.",
        ("REQUEST", ["الحكومة الصومالية"], ["مجلس الأمن"]),
    ),
    (
        "behind a preposition no second one is attached",
        "أفرجت إيران عن بحارة هنود.",
        ("CONCEDE", ["إيران"], ["الهند"]),
    ),
]


@pytest.mark.parametrize(
    ("text", "wanted"), [c[1:] for c in FROM_SUBJECT_TO_RECIPIENT], ids=[c[0] for c in FROM_SUBJECT_TO_RECIPIENT]
)
def test_from_subject_to_recipient(text: str, wanted: tuple[str, list[str], list[str]]) -> None:
    assert wanted in read_roles(text)


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("اعتقلت الشرطة المصرية متهما بالسرقة.", "ACCUSE"),
        ("وأشادت الشركة بالطيار، مستشهدة بتقارير مصرية.", "ASSAULT"),
        ("استخدمت روسيا حق النقض ضد قرار يمدد عمل لجنة الخبراء.", "TRANSFER"),
    ],
)
def test_participles_that_tell_no_event(text: str, missing: str) -> None:
    assert missing not in [kind for kind, _, _ in read_roles(text)]


def test_several_who_give_are_not_the_one_who_speaks() -> None:
    text = "قال الوزير كريم سالم: «لم يدفع الروس نقدا. أعطوا مصر القمح»."
    assert not [actor for kind, actor, _ in read_roles(text) if kind == "TRANSFER" and "كريم سالم" in actor]


@pytest.mark.parametrize("link", ["بينما", "فيما"])
def test_a_clause_set_against_what_is_said_has_a_subject_of_its_own(link: str) -> None:
    text = f"قال سالم إن الجيش قوي، {link} اتهم وزير الدفاع المصري كريم سالم غانا بالتصعيد."
    assert ("ACCUSE", ["كريم سالم"], ["غانا"]) in read_roles(text)


def test_an_adjective_of_the_lands_that_are_struck_tells_whose_they_are() -> None:
    assert ("ASSAULT", ["توغو"], ["غانا"]) in read_roles("سمحت كينيا لتوغو بقصف الأراضي الغانية.")


def test_who_is_helped_to_do_a_deed_does_it() -> None:
    assert ("TRANSFER", ["غانا"], ["توغو"]) in read_roles("ساعدت كينيا غانا في إيفاد عمال إلى توغو.")


def test_what_somebody_might_be_helped_to_do_is_no_deed() -> None:
    assert [kind for kind, _, _ in read_roles("قد تساعد كينيا غانا في إطلاق قمر صناعي.")] == ["AID"]


def test_what_somebody_is_asked_or_bound_not_to_do_is_no_deed() -> None:
    bound = "دعت كينيا غانا إلى احترام التزاماتها بعدم بيع السلاح لتوغو."
    assert [kind for kind, _, _ in read_roles("حثت كينيا غانا على عدم بيع أسلحة لتوغو.")] == ["REQUEST"]
    assert not [kind for kind, _, _ in read_roles(bound) if kind == "TRANSFER"]
    assert ("TRANSFER", ["كينيا"], ["غانا"]) in read_roles("قررت كينيا عدم بيع السلاح لغانا.")


def test_gunmen_in_the_nominative_are_no_part_of_the_name_behind_them() -> None:
    text = "اغتال مسلحون مجهولون السياسي الغاني المعارض كريم سالم بالرصاص أمام منزله."
    assert ("ASSAULT", [], ["كريم سالم"]) in read_roles(text)


def test_who_is_invited_stands_behind_the_verb_of_inviting_and_not_in_what_it_is_for() -> None:
    text = "قبل الرئيس الروسي فلاديمير بوتين دعوة وجهها إليه كيم جونغ أون لزيارة بلاده."
    assert ("CONSULT", ["كيم جونغ أون"], ["فلاديمير بوتين"]) in read_roles(text)


def test_who_alone_is_told_to_hold_talks_gets_or_gives_what_they_are_for() -> None:
    assert ("TRANSFER", ["غانا"], ["كينيا"]) in read_roles("تجري كينيا مفاوضات لشراء ذخائر من غانا.")
    assert ("TRANSFER", ["كينيا"], ["غانا"]) in read_roles("تجري كينيا محادثات لبيع ذخائر لغانا.")


def _events(text: str) -> tuple[Event, ...]:
    return read(Report("r", text, "0" * 64, published=PUBLISHED)).events


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("حصلت كينيا، بحسب جهاز الاستخبارات الغاني العام، على صواريخ من توغو.", ("TRANSFER", ["توغو"], ["كينيا"])),
        ('دانت كينيا "بأشد العبارات" نقل صواريخ من غانا إلى توغو.', ("TRANSFER", ["غانا"], ["توغو"])),
        ("السيارة هدية من غانا إلى توغو.", ("TRANSFER", ["غانا"], ["توغو"])),
        ("نفت كينيا أنها صدرت أسلحة إلى أي جهة.", ("TRANSFER", ["كينيا"], [])),
        ("منعت كينيا صدور قرار عن غانا.", ("REJECT", ["كينيا"], ["غانا"])),
        ("زار كيم جونغ أون أقصى شرق روسيا في سبتمبر.", ("CONSULT", ["كيم جونغ أون"], ["روسيا"])),
    ],
)
def test_roles_are_found_behind_asides_and_marks(text: str, told: tuple[str, list[str], list[str]]) -> None:
    assert told in read_roles(text)


@pytest.mark.parametrize(
    ("why", "status"),
    [("لتورطها في", Status.ACTUAL), ("لضلوعها في", Status.ACTUAL), ("للمشاركة في", Status.PLANNED)],
)
def test_who_is_punished_for_a_part_in_a_deed_did_it(why: str, status: Status) -> None:
    text = f"فرضت كينيا عقوبات على غانا {why} تصدير أسلحة إلى توغو."
    (sent,) = (e for e in _events(text) if e.type is EventType.TRANSFER)
    assert sent.status is status
    if status is Status.ACTUAL:
        assert ("TRANSFER", ["غانا"], ["توغو"]) in read_roles(text)


def test_pictures_of_satellites_are_no_goods_and_no_taker() -> None:
    text = "اتهمت كينيا غانا بتسليم توغو ألف حاوية من القمح، مستندة إلى صور أقمار صناعية."
    assert ("TRANSFER", ["غانا"], ["توغو"]) in read_roles(text)
    assert [g.category.value for e in _events(text) for g in e.goods] == ["food"]


def test_a_counterpart_is_who_has_the_same_post_in_the_country_that_is_told() -> None:
    text = "التقى فلاديمير بوتين الزعيم الكوري الشمالي كيم جونغ أون ثم سيرغي شويغو. وأهدى بوتين نظيره الكوري الشمالي سيارة."
    assert ("TRANSFER", ["فلاديمير بوتين"], ["كيم جونغ أون"]) in read_roles(text)


def test_who_is_asked_is_no_place() -> None:
    (asked,) = (
        e for e in read(Report("x", "طلبت موسكو من أكرا مليون قذيفة.", "0" * 64)).events if e.type is EventType.REQUEST
    )
    assert asked.place == ()


def test_what_is_asked_of_somebody_is_no_part_of_his_name() -> None:
    assert ("REQUEST", ["بوتين"], ["كيم"]) in read_roles("طلب بوتين من كيم إرسال جنود.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("قالت غانا إنها لم تصدر سلاحا إلى أحد.", True),
        ("قالت غانا إنها لم تصدر أسلحة لأي دولة.", True),
        ("قالت غانا إنها لم تصدر أسلحة إلى أحد الموانئ.", False),
    ],
)
def test_what_no_one_at_all_gets_needs_no_taker(text: str, told: bool) -> None:
    assert (("TRANSFER", ["غانا"], []) in read_roles(text)) is told


def test_a_step_is_blamed_on_who_took_it_and_not_on_whom_it_names_last() -> None:
    text = "استخدمت روسيا حق النقض ضد قرار عن توغو، في خطوة مفاجئة نددت بها كينيا."
    assert ("ACCUSE", ["كينيا"], ["روسيا"]) in read_roles(text)


def test_who_makes_ready_gets_nothing_back() -> None:
    told = read(Report("x", "تستعد غانا لإرسال أسلحة من توغو.", "0" * 64)).events
    assert "transfer.istaada" not in {event.rule for event in told}


def test_a_woman_is_no_subject_of_a_masculine_verb() -> None:
    told = read_roles("وصل سيرغي لافروف إلى أكرا في زيارة، يلتقي خلالها تشوي سون هوي.")
    assert [taker for kind, actor, taker in told if "تشوي سون هوي" in taker and "تشوي سون هوي" not in actor]


def test_a_verb_agrees_with_the_body_that_a_name_belongs_to() -> None:
    text = "وتتهم حكومة الرئيس رجب طيب أردوغان كينيا بالقصف."
    assert ("ACCUSE", ["رجب طيب أردوغان"], ["كينيا"]) in read_roles(text)


def test_a_place_in_front_is_of_who_speaks_and_not_of_what_he_says() -> None:
    text = "وفي أكرا، دعا كريم سالم كينيا إلى الالتزام بقرارات مجلس الأمن."
    told = read(Report("x", text, "0" * 64)).events
    assert [bool(event.place) for event in told if event.type is EventType.SUPPORT] == [False]


def test_who_hopes_to_get_something_has_not_got_it() -> None:
    assert ("TRANSFER", ["روسيا"], ["غانا"]) in read_roles("تأمل غانا في الحصول على تقنيات متطورة من روسيا.")
