"""Which statements of one story are of one claim, and which only of one matter."""

from dataclasses import replace
from datetime import date
from hashlib import sha256

import pytest

from khabar.engine import read
from khabar.values.reading import Reading
from khabar.values.report import Report
from khabar.weighing import weigh
from shelling import weighed
from telling import Telling

Claims = list[set[str]]


def claims_of(*read_ones: tuple[Report, Reading]) -> Claims:
    texts = {report.id: report.text for report, _ in read_ones}
    return [{p.passage.span.of(texts[p.passage.report_id]) for p in c.positions} for c in weigh(read_ones).claims]


@pytest.mark.parametrize(
    ("told", "together"),
    [
        ("لم تصدر القمح إلى الجار", True),
        ("للدولة الحق في تصدير القمح", False),
        ("القوانين تحظر تصدير القمح إلى الجار", False),
    ],
)
def test_a_right_to_do_something_or_a_ban_on_it_is_no_claim_that_it_is_done(told: str, *, together: bool) -> None:
    denied = "تكون قد صدرت القمح إلى الجار"
    telling = Telling("r", f"نفت الولاية أن {denied}. وقالت النقابة إن {told}.")
    telling.entity("الولاية", "organisation").entity("النقابة", "organisation")
    telling.says(["الولاية"], denied, "denies", cue="نفت").says(["النقابة"], told, cue="قالت")
    assert ({denied, told} in claims_of(telling.read)) is together


@pytest.mark.parametrize("headed", [True, False])
def test_a_headline_meets_what_its_report_tells_on_fewer_words_than_others_do(*, headed: bool) -> None:
    title, told = "الفنار مغلق أمام الزوار", "بحارة الجزيرة منعوا من صعود الفنار بعد العاصفة"
    telling = Telling("r", f"{title}\n\nقال الحارس إن {told}.").entity("الحارس", "person")
    report, reading = telling.says(["الحارس"], told, cue="قال").read
    found = claims_of((replace(report, title=title if headed else "عنوان آخر"), reading))
    assert ({title, told} in found) is headed


@pytest.mark.parametrize("disputed", [True, False])
def test_two_speak_of_what_is_disputed_each_in_words_of_his_own(*, disputed: bool) -> None:
    first, other = "الجنود أغلقوا طريق الميناء", "الإغلاق شمل الميناء كله وأثار التجار"
    told = [
        Telling("r1", f"قال سالم إن {first}.").entity("سالم", "person").says(["سالم"], first, cue="قال"),
        Telling("r2", f"قال ماجد إن {other}.").entity("ماجد", "person").says(["ماجد"], other, cue="قال"),
    ]
    if disputed:
        no = Telling("r3", f"نفت البلدية أن {first}.").entity("البلدية", "organisation")
        told.append(no.says(["البلدية"], first, "denies", cue="نفت"))
    reports = [{p.passage.report_id for p in claim.positions} for claim in weighed(*told).claims]
    assert any({"r1", "r2"} <= found for found in reports) is disputed


def test_who_leads_separatists_in_a_town_does_not_speak_for_its_state() -> None:
    text = "كتب زعيم الانفصاليين في دونيتسك دينيس بوشيلين أن منطقته تأمل في تعاون مثمر مع كوريا الشمالية. وتقع دونيتسك في أوكرانيا."
    report = Report("r", text, sha256(text.encode()).hexdigest(), published=date(2022, 7, 14))
    asserting = {o.name for c in weigh([(report, read(report))]).claims for o in c.assessment.asserts if o.name}
    assert "أوكرانيا" not in asserting
    assert asserting & {"دونيتسك", "روسيا", "دينيس بوشيلين"}


FREED = "إيران أفرجت يوم الاثنين عن خمسة أمريكيين"


@pytest.mark.parametrize(("more", "together"), [(FREED, True), ("أمريكا أفرجت يوم الاثنين عن خمسة إيرانيين", False)])
def test_one_who_says_the_same_word_for_word_is_of_the_claim_whatever_its_roles(more: str, *, together: bool) -> None:
    """The second event of the longer telling turns its roles round."""
    longer = f"{more} مقابل إطلاق سجناء"
    first = Telling("r1", f"قال الوالي إن {FREED}.").entity("الوالي", "person").says(["الوالي"], FREED, cue="قال")
    other = Telling("r2", f"قال القاضي إن {longer}.").entity("القاضي", "person").says(["القاضي"], longer, cue="قال")
    for telling in (first, other):
        telling.entity("إيران", "country", wikidata="Q794").entity("أمريكي", "country", wikidata="Q30")
    first.event("أفرجت", "CONCEDE", actor=["إيران"], recipient=["أمريكي"], said=0)
    other.event("إطلاق", "CONCEDE", actor=["أمريكي"], recipient=["إيران"], said=0)
    assert ({FREED, longer} in claims_of(first.read, other.read)) is together


@pytest.mark.parametrize(("giver", "disputed"), [("إيران", True), ("النرويج", False)])
def test_who_says_that_it_did_not_happen_answers_who_tells_it_in_that_report(giver: str, *, disputed: bool) -> None:
    told, no = "إيران سلمت الجيش سفنا حربية قديمة عبر ميناء الرملة", f"قواتنا لم تتسلم من {giver} شيئا"
    telling = Telling("r", f"قال القاضي إن {told}. وقال ضابط إن {no}.").entity("إيران", "country", wikidata="Q794")
    telling.entity("القاضي", "person").entity("ضابط", "person").entity("الجيش", "organisation")
    telling.entity("النرويج", "country", wikidata="Q20").says(["القاضي"], told, cue="قال")
    telling.says(["ضابط"], no, cue="وقال").event("سلمت", "TRANSFER", actor=["إيران"], recipient=["الجيش"], said=0)
    telling.event("تتسلم", "TRANSFER", actor=[giver], status="denied", said=1)
    assert ({told, no} in claims_of(telling.read)) is disputed


def _claims_about_a_sale(denied: str) -> list[set[str]]:
    texts = (
        "قال مسؤول في البيت الأبيض لصحيفة واشنطن بوست إن إيران زودت السودان بطائرات مسيرة من طراز جديد.",
        f"قال المتحدث باسم وزارة الخارجية الإيرانية ناصر كنعاني إن {denied}، وانتقد واشنطن بوست.",
    )
    reports = [
        Report(f"r{n}", text, sha256(text.encode()).hexdigest(), f"صحيفة {n}", published=date(2024, 1, 29))
        for n, text in enumerate(texts)
    ]
    return [{p.passage.report_id for p in c.positions} for c in weigh((r, read(r)) for r in reports).claims]


@pytest.mark.parametrize(
    ("denied", "together"),
    [("إيران لم ترسل أسلحة إلى السودان", True), ("إيران لم ترسل أدوية إلى السودان", False)],
)
def test_who_says_that_no_arms_were_sent_answers_who_says_that_drones_were(denied: str, *, together: bool) -> None:
    assert ({"r0", "r1"} in _claims_about_a_sale(denied)) is together


@pytest.mark.parametrize(
    ("giver", "goods", "together"), [("روسيا", "طائرات", True), ("الصين", "طائرات", False), ("روسيا", "قمحا", False)]
)
def test_what_goes_from_one_to_another_is_one_transfer_however_it_is_worded(
    giver: str, goods: str, *, together: bool
) -> None:
    """Beside the transfer nothing ties the two; another giver or other goods make another one."""
    day = date(2022, 3, 14)
    first = "قالت صحيفة الميناء إن روسيا سلمت مصر عشر مقاتلات يوم الأحد."
    second = f"وذكر تقرير لمجلة المرفأ أن {giver} أرسلت إلى القاهرة يوم الأحد {goods} جديدة من مصانعها."
    text = f"{first}\n{second}"
    report = Report("r", text, sha256(text.encode()).hexdigest(), "جريدة الفنار", published=day)
    claims = claims_of((report, read(report)))
    fighters, others = (
        {i for i, c in enumerate(claims) if any(w in p for p in c)} for w in ("عشر مقاتلات", "من مصانعها")
    )
    assert (bool(fighters) and fighters == others) is together


@pytest.mark.parametrize(("others", "together"), [(0, True), (400, False)])
def test_in_a_matter_of_many_statements_who_speaks_need_not_speak_of_the_dispute(
    others: int, *, together: bool
) -> None:
    first, other = "الجنود أغلقوا طريق الميناء", "تجار المدينة خسروا كثيرا وقد طال بهم الطريق إلى الميناء"
    told = [("سالم", first, "asserts"), ("ماجد", other, "asserts"), ("الوالي", "بيع أرصفة الصيد القديمة", "denies")]
    told += [
        (f"شاهد{at}", f"قارب{at} عبر خليج{at} ومعه سلة{at}", "denies" if at % 9 else "asserts") for at in range(others)
    ]
    text = " ".join(f"قال {who} إن {what}." for who, what, _ in told)
    telling = Telling("r1", text)
    for who, what, stance in told:
        telling.entity(who, "person").says([who], what, stance, cue="قال")
    twin = Telling("r2", f"{first}.")
    found = claims_of(telling.read, twin.read)
    assert any({first, other} <= claim for claim in found) is together


MET = "التقى الرئيس الروسي فلاديمير بوتين الرئيس الإيراني في مدينة سوتشي"
GIVEN = "سلمت إيران روسيا ألف حاوية من الذخائر"


@pytest.mark.parametrize(("how", "together"), [("منذ لقاء بوتين والرئيس الإيراني في مدينة سوتشي", False), ("", True)])
def test_what_only_tells_since_when_draws_no_statement_to_another_claim(how: str, *, together: bool) -> None:
    text = f"{MET}.\n{GIVEN} {how or 'الشهر الماضي'}.\nأرسلت طهران إلى موسكو ألف حاوية ذخيرة."
    report = Report("r", text, sha256(text.encode()).hexdigest(), "جريدة الفنار", published=date(2022, 3, 14))
    met = [claim for claim in claims_of((report, read(report))) if MET in claim]
    assert len(met) == 1
    assert not any(GIVEN in passage for passage in met[0])
    assert together or met[0] == {MET}
