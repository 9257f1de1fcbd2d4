"""Fact, plan, possibility, denial, condition."""

import pytest
from reports_told import told

from khabar.engine import read
from khabar.values.report import Report

NAMES = {"غانا": "c", "توغو": "c", "خوسيه": "p"}
CASES = [
    ("قصفت غانا توغو.", "actual"),
    ("لم تقصف غانا توغو.", "denied"),
    ("غانا تقصف توغو.. ماذا يعني ذلك؟", "actual"),
    ("هل تقصف غانا توغو؟", "possible"),
    ("ستزور غانا توغو ويزور خوسيه توغو.", "planned"),
    ("سوف يزور خوسيه توغو.", "planned"),
    ("قد تقصف غانا توغو.", "possible"),
    ("وكانت غانا قد قصفت توغو.", "actual"),
    ("من المقرر أن يزور خوسيه توغو.", "planned"),
    ("يعتزم خوسيه زيارة توغو.", "planned"),
    ("نفت غانا قصف توغو.", "denied"),
    ("إذا قصفت غانا توغو فسنرد.", "conditional"),
    ("في حال قصفت غانا توغو فسنرد.", "conditional"),
    ("إن قصفت غانا توغو فسنرد.", "conditional"),
    ("ستقصف غانا توغو إذا رفض خوسيه العرض.", "conditional"),
    ("ستقصف غانا توغو حتى لو رفض خوسيه العرض.", "planned"),
    ("ستقصف غانا توغو، وسأل خوسيه عما إذا كان ذلك ممكنا.", "planned"),
    ("إذا فشلت الوساطة فإن غانا ستقصف توغو.", "conditional"),
    ("إذا فشلت الوساطة، فستقصف غانا توغو.", "conditional"),
    ("إذا صمتت المدافع وقصفت غانا توغو فسنرد.", "conditional"),
    ("قد تقصف غانا توغو في حال فشلت الوساطة.", "conditional"),
    ("إذا فشلت الوساطة، قد تقصف غانا توغو.", "possible"),
    ("إذا صمتت المدافع وأبرمت غانا صفقة أسلحة مع توغو فسنرد.", "conditional"),
    ("قصفت غانا توغو في حالة غضب.", "actual"),
    ("بعد أن قصفت غانا توغو ردت.", "actual"),
    ("إرسال أسلحة من غانا إلى توغو سيكون خرقا.", "possible"),
    ("إرسال أسلحة من غانا إلى توغو مستمر.", "actual"),
    ("أي قصف لغانا جريمة.", "possible"),
    ("رفضت غانا وقف قصفها لتوغو.", "actual"),
    ("لا تزال غانا تقصف توغو.", "actual"),
    ("تخشى توغو هجوما من غانا على توغو.", "possible"),
    ("غادر خوسيه دون أن تقصف غانا توغو.", "denied"),
    ("غادر خوسيه بعد أن قصفت غانا توغو.", "actual"),
    ("لم يقع قصف على توغو في غانا.", "denied"),
    ("تستعد غانا لفرض عقوبات على توغو.", "planned"),
    ("تستعد غانا لإعادة فرض عقوبات على توغو.", "planned"),
    ("قامت غانا بإعادة فرض عقوبات على توغو.", "actual"),
    ("باع خوسيه النفط في تحد للعقوبات التي فرضتها غانا على توغو.", "actual"),
    ("استعدت غانا للعقوبات التي ستفرضها توغو على غانا.", "planned"),
]


@pytest.mark.parametrize(("text", "status"), CASES, ids=[c[0] for c in CASES])
def test_status(text: str, status: str) -> None:
    assert told(text, NAMES)[0].status == status


def test_what_a_speaker_denies_is_denied() -> None:
    found = told("نفى خوسيه هجوم غانا على توغو.", NAMES, sayings=(("خوسيه", "هجوم غانا على توغو", "denies"),))
    assert ("ASSAULT", "denied") in [(v.type, v.status) for v in found]


@pytest.mark.parametrize(
    ("denied", "status"),
    [
        ("وجود اتصالات بشأن قصف غانا لتوغو", "actual"),
        ("أنباء بشأن قصف غانا لتوغو", "denied"),
        ("ما نشرته الصحف بشأن قصف غانا لتوغو", "denied"),
        ("بعد قصف غانا لتوغو", "denied"),  # nothing else is denied there
    ],
)
def test_what_only_tells_the_matter_of_something_denied_is_not_denied(denied: str, status: str) -> None:
    found = told(f"نفى خوسيه {denied}.", NAMES, sayings=(("خوسيه", denied, "denies"),))
    assert ("ASSAULT", status) in [(v.type, v.status) for v in found]


def test_what_lies_ahead_is_planned() -> None:
    found = told("يزور خوسيه توغو في 20 مارس.", NAMES, times={"20 مارس": "2024-03-20"})
    assert [(v.status, str(v.event.time)) for v in found] == [("planned", "2024-03-20")]


def test_what_is_neither_confirmed_nor_denied_is_possible() -> None:
    text = "لم يؤكد خوسيه ولم ينف إرسال صواريخ إلى توغو."
    found = told(text, NAMES, sayings=(("خوسيه", "إرسال صواريخ إلى توغو", "declines"),))
    assert ("TRANSFER", "possible") in [(v.type, v.status) for v in found]


THREATS = [
    ("هددت غانا بفرض عقوبات على توغو.", "SANCTION", "possible"),
    ("توعدت غانا بقصف توغو.", "ASSAULT", "possible"),
    ("فرضت غانا عقوبات على توغو.", "SANCTION", "actual"),
    ("لا تستبعد غانا شن هجوم على توغو.", "ASSAULT", "possible"),
    ("تستبعد غانا شن هجوم على توغو.", "ASSAULT", "denied"),
]


@pytest.mark.parametrize(("text", "kind", "status"), THREATS, ids=[c[0] for c in THREATS])
def test_what_is_threatened_or_not_ruled_out_has_not_taken_place(text: str, kind: str, status: str) -> None:
    assert [v.status for v in told(text, NAMES) if v.type == kind] == [status]


def test_who_refrains_from_condemning_condemns_nobody() -> None:
    assert not [v for v in told("امتنعت غانا عن إدانة توغو.", NAMES) if v.type == "ACCUSE" and v.status == "actual"]


def test_what_a_denial_answers_was_said() -> None:
    text = "نفت وزارة الدفاع الروسية اتهامات أوكرانيا بقصف خاركيف."
    found = {v.type: v.status for v in read(Report("case", text, "0" * 64)).events}
    assert (found["ACCUSE"], found["ASSAULT"]) == ("actual", "denied")


def test_what_is_refused_was_asked() -> None:
    text = "رفضت إيران طلب فرنسا."
    assert [(v.type, v.status) for v in read(Report("case", text, "0" * 64)).events] == [
        ("REJECT", "actual"),
        ("REQUEST", "actual"),
    ]


def test_who_denies_his_own_accusing_denies_it() -> None:
    text = "نفت روسيا اتهامها لأوكرانيا بالكذب."
    assert [(v.type, v.status) for v in read(Report("case", text, "0" * 64)).events] == [("ACCUSE", "denied")]


def test_a_verb_that_goes_on_waits_for_no_date() -> None:
    text = "يستعد خوسيه لانتخابات في 20 مارس، غير أن غانا تندد بتوغو."
    found = told(text, NAMES, times={"20 مارس": "2024-03-20"})
    assert [(v.type, v.status) for v in found] == [("ACCUSE", "actual")]


def test_what_was_done_does_not_lie_ahead() -> None:
    text = "قصفت غانا توغو الاثنين."
    found = told(text, NAMES, times={"الاثنين": "2024-03-11"})
    assert [(v.type, v.status, v.event.time) for v in found] == [("ASSAULT", "actual", None)]


AROUND_DENIALS = [
    # a relative clause in what is denied or asked for tells what was; a clause on the deed itself is denied with it
    (
        "نفى خوسيه السفر بعد الخطاب الذي اتهمت غانا توغو فيه.",
        "السفر بعد الخطاب الذي اتهمت غانا توغو فيه",
        "denies",
        "ACCUSE",
        "actual",
    ),
    ("نفى خوسيه أن غانا قصفت توغو.", "غانا قصفت توغو", "denies", "ASSAULT", "denied"),
    # what is told of a case is no demand
    (
        "طلب خوسيه بحث قضية إرسال غانا أسلحة إلى توغو.",
        "بحث قضية إرسال غانا أسلحة إلى توغو",
        "questions",
        "TRANSFER",
        "actual",
    ),
    ("طلب خوسيه إرسال غانا أسلحة إلى توغو.", "إرسال غانا أسلحة إلى توغو", "questions", "TRANSFER", "possible"),
]


@pytest.mark.parametrize(
    ("text", "content", "stance", "kind", "status"), AROUND_DENIALS, ids=[c[0] for c in AROUND_DENIALS]
)
def test_what_a_denial_or_demand_takes_for_known(text: str, content: str, stance: str, kind: str, status: str) -> None:
    found = told(text, NAMES, sayings=(("خوسيه", content, stance),))
    assert [v.status for v in found if v.type == kind] == [status]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("قال وزير إن محادثات سياسية بين غانا وتوغو ستتبع الهدنة.", "planned"),
        ("هزت البلاد جرائم أخيرة، مقتل مدونة بتفجير سيارتها في توغو.", "actual"),
        ("قال وزير إن محادثات سياسية بين غانا وتوغو سبقت الهدنة.", "actual"),
        ("وعد الرئيس السنغالي ماكي سال أثناء لقائه الرئيس المالي عاصمي غويتا بتخفيف القيود.", "actual"),
        ("عرض الرئيس السنغالي ماكي سال خطة لقاء الرئيس المالي عاصمي غويتا.", "planned"),
        ("تمهد الزيارة لقمة باريس المرتقبة بين غانا وتوغو.", "planned"),
        ("أعلنت غانا أن جهة لم تعرف هويتها قصفت توغو.", "actual"),
        ("أعلنت غانا أن القوات لم تقصف توغو.", "denied"),
        ("رفض البيت الأبيض التعليق على زيارة وزير الخارجية التركي إلى غانا.", "actual"),
        ("رفض البيت الأبيض التعليق على تقارير عن زيارة وزير الخارجية التركي إلى غانا.", "possible"),
        ("جاء ذلك في تعليق على زيارة وزير الخارجية التركي إلى غانا.", "actual"),
        ("تدرس غانا مع حلفائها، بينهم توغو، عقد محادثات مع كينيا.", "possible"),
        ("وجه شي جين بينغ دعوة إلى ماكي سال لزيارة بكين.", "possible"),
        ("وصل ماكي سال إلى الصين لزيارة بكين.", "actual"),
        ("أرجأت غانا قصف توغو.", "possible"),
        ("قررت غانا تعليق زيارة وزير الخارجية التركي إلى توغو.", "denied"),
    ],
)
def test_status_as_a_reader_takes_it(text: str, status: str) -> None:
    kinds = ("ASSAULT", "CONSULT")
    assert [v.status for v in read(Report("case", text, "0" * 64)).events if v.type in kinds][-1] == status


def test_a_request_on_which_something_is_asked_for_was_made() -> None:
    text = "دعت غانا إلى عقد جلسة طارئة بطلب من توغو."
    assert [v.status for v in read(Report("case", text, "0" * 64)).events if v.type == "REQUEST"] == [
        "actual",
        "actual",
    ]


def test_what_is_said_behind_a_denial_is_not_denied() -> None:
    text = "نفت كينيا ذلك مرارا، وقالت إن طائراتها تنقل مساعدات إلى تركيا."
    assert [v.status for v in read(Report("case", text, "0" * 64)).events if v.type == "AID"] == ["actual"]
