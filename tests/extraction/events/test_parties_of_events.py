"""The words that name the parties of an event, and the codes that CAMEO gives them."""

import pytest

from khabar.engine import read
from khabar.values.event import Event, EventType
from khabar.values.report import Report

CASES = [
    (
        "قتل ثلاثة جنود فرنسيين في كمين قرب تمبكتو.",
        "ASSAULT",
        ([], []),
        (["جنود فرنسيين"], [("FRA", "MIL")]),
    ),
    (
        "خطف مسلحون مجهولون طبيبا نيجيريا أمس.",
        "ASSAULT",
        (["مسلحون مجهولون"], [(None, "UAF")]),
        (["طبيبا نيجيريا"], [("NGA", "HLH")]),
    ),
    (
        "وقتلت الشرطة الكينية بالرصاص عشرات المحتجين أمس.",
        "ASSAULT",
        (["الشرطة الكينية"], [("KEN", "COP")]),
        None,
    ),
    (
        "لكن الشرطة الكينية اعتقلت في ديسمبر الماضي 14 شخصا.",
        "COERCE",
        (["الشرطة الكينية"], [("KEN", "COP")]),
        (["شخصا"], [(None, None)]),
    ),
    (
        "اتهم الرئيس الكيني، وليام روتو، الأحد، الحكومة الصومالية بإغلاق المعبر.",
        "ACCUSE",
        (["الرئيس الكيني، وليام روتو"], [("KEN", "GOV")]),
        (["الحكومة الصومالية"], [("SOM", "GOV")]),
    ),
    (
        "قصف الجيش التركي قرية في العراق.",
        "ASSAULT",
        (["الجيش التركي"], [("TUR", "MIL")]),
        None,
    ),
    (
        "قتل أكثر من عشرين شخصا في تفجير سيارة مفخخة وسط كابول أمس.",
        "ASSAULT",
        ([], []),
        (["شخصا"], [(None, None)]),
    ),
    (
        "تظاهر مئات المحتجين أمس أمام البرلمان في لندن.",
        "PROTEST",
        (["المحتجين"], [(None, "CVL")]),
        None,
    ),
]


def told(text: str, kind: str) -> Event:
    found = [e for e in read(Report("r", text, "0" * 64)).events if e.type is EventType(kind)]
    assert found, text
    return found[0]


@pytest.mark.parametrize(("text", "kind", "actor", "recipient"), CASES, ids=[c[0] for c in CASES])
def test_words_and_codes(text: str, kind: str, actor, recipient) -> None:
    event = told(text, kind)
    assert [span.of(text) for span in event.actor_words] == actor[0]
    assert [(code.country, code.role) for code in event.actor_codes] == actor[1]
    if recipient is not None:
        assert [span.of(text) for span in event.recipient_words] == recipient[0]
        assert [(code.country, code.role) for code in event.recipient_codes] == recipient[1]


@pytest.mark.parametrize(
    ("text", "kind", "actor", "recipient"),
    [
        # a land is recognised itself, and a city as the capital of somebody for him
        ("اعترفت كينيا باستقلال أرض الصومال.", "SUPPORT", ["كينيا"], ["أرض الصومال"]),
        ("كينيا تعترف بدونيتسك", "SUPPORT", ["كينيا"], ["دونيتسك"]),
        ("اعترفت كينيا بالقدس عاصمة لإسرائيل.", "SUPPORT", ["كينيا"], ["إسرائيل"]),
        # what two exchange each does to the other, and both leaders are those whose nationalities are told
        ("تبادلت كينيا وإثيوبيا الاتهامات بقصف المعبر.", "ACCUSE", ["كينيا", "إثيوبيا"], ["كينيا", "إثيوبيا"]),
        (
            "تبادل الزعيمان الكيني وليام روتو والصيني شي جين بينغ الهدايا.",
            "TRANSFER",
            ["وليام روتو", "شي جين بينغ"],
            ["وليام روتو", "شي جين بينغ"],
        ),
        # who is asked gives to who asks, unless it is told to whom
        ("طلبت كينيا من الصين إرسال طائرات.", "TRANSFER", ["الصين"], ["كينيا"]),
        ("طلبت كينيا من الصين إرسال طائرات إلى أوغندا.", "TRANSFER", ["الصين"], ["أوغندا"]),
        ("طلبت كينيا من برلين تزويدها بطائرات.", "TRANSFER", ["ألمانيا"], ["كينيا"]),
        # the genitive of help that somebody announces is whom he helps, but where he announces another's
        ("أعلنت كينيا دعم أوغندا.", "SUPPORT", ["كينيا"], ["أوغندا"]),
        ("أعلنت كينيا دعم الصين لأوغندا.", "SUPPORT", ["الصين"], ["أوغندا"]),
        # whom somebody invites is who visits
        ("وجه شي جين بينغ دعوة إلى وليام روتو لزيارة بكين.", "CONSULT", ["وليام روتو"], ["الصين"]),
        ("لبى وليام روتو دعوة شي جين بينغ إلى زيارة الصين.", "CONSULT", ["وليام روتو"], ["الصين"]),
        ("بدأت زيارة الوفد الكيني إلى الصين.", "CONSULT", ["كينيا"], ["الصين"]),
        # a country whose name looks like its people's
        ("احتجزت اليونان سفينة كينية.", "COERCE", ["اليونان"], ["كينيا"]),
        # who is warned of a deed, or punished for it, would do it, or did it
        ("حذرت كينيا الصين من تزويد أوغندا بالأسلحة.", "TRANSFER", ["الصين"], ["أوغندا"]),
        ("حذرت كينيا من تزويد الصين أوغندا بالأسلحة.", "THREATEN", ["كينيا"], ["الصين"]),
        ("حذر الرئيس من تزويد أوغندا بالأسلحة.", "TRANSFER", [], ["أوغندا"]),
        ("عاقبت كينيا الصين على بيع مسيرات إلى أوغندا.", "TRANSFER", ["الصين"], ["أوغندا"]),
        ("فرضت كينيا عقوبات على شركات صينية بسبب بيع مسيرات إلى أوغندا.", "TRANSFER", ["الصين"], ["أوغندا"]),
        ("أدرجت كينيا شركة صينية على القائمة السوداء لبيعها معدات إلى أوغندا.", "TRANSFER", ["الصين"], ["أوغندا"]),
        # of two who agree on a purchase the first buys of the second
        ("أبرمت كينيا والصين صفقة لشراء مقاتلات.", "TRANSFER", ["الصين"], ["كينيا"]),
        # a land is taken off a list
        ("رفعت كينيا الصومال من قائمة الدول الراعية للإرهاب.", "CONCEDE", ["كينيا"], ["الصومال"]),
        # an answer to a deed is for who did it, and not for whom it fell on
        ("توعدت كينيا بالرد على قصف إثيوبيا لمقديشو.", "THREATEN", ["كينيا"], ["إثيوبيا"]),
        ("توعدت كينيا بالرد على اغتيال وليام روتو.", "THREATEN", ["كينيا"], []),
        # who is to leave a land does not belong to it
        ("طالب مجلس الأمن بسحب المقاتلين الأجانب من ليبيا.", "RETREAT", ["المقاتلين"], []),
        # a ship carries goods for whose they are
        ("اعترضت كينيا سفينة تحمل أسلحة إيرانية إلى الحوثيين.", "TRANSFER", ["إيران"], ["الحوثيين"]),
        # ships carry for whose they are
        ("حملت ناقلات كينية مليون برميل من النفط إلى الصين.", "TRANSFER", ["كينيا"], ["الصين"]),
        # a pronoun behind the verb takes up the deed that is blamed
        ("أجرت إيران تجربة صاروخية نددت بها كينيا.", "ACCUSE", ["كينيا"], ["إيران"]),
        ("نفذت إسرائيل غارة على دمشق نددت بها كينيا.", "ACCUSE", ["كينيا"], ["إسرائيل"]),
        ("أجرت إيران تجربة صاروخية أدانتها كينيا.", "ACCUSE", ["كينيا"], ["إيران"]),
        # both leaders are who lead, whoever was named after them
        (
            "استقبل فلاديمير بوتين شي جين بينغ. وحضر اللقاء سيرغي لافروف وسيرغي شويغو. ووقع الزعيمان اتفاقا.",
            "AGREE",
            ["فلاديمير بوتين", "شي جين بينغ"],
            ["فلاديمير بوتين", "شي جين بينغ"],
        ),
        (
            "استقبل سيرغي لافروف سيرغي شويغو. ووقع الوزيران اتفاقا.",
            "AGREE",
            ["سيرغي لافروف", "سيرغي شويغو"],
            ["سيرغي لافروف", "سيرغي شويغو"],
        ),
        # a gift to a host whom nobody names, and soldiers who are counted
        ("زار شي جين بينغ كينيا وأهدى مضيفه سيفا.", "TRANSFER", ["شي جين بينغ"], ["كينيا"]),
        ("قال مسؤول إن 1500 جندي من القوات الكينية وصلوا إلى الصومال.", "MOBILIZE", ["القوات الكينية"], []),
        # a noun that cannot be the subject leaves the verb to whoever was told of before
        (
            "وصل هاكان فيدان إلى نيروبي حيث أجرى محادثات مع الرئيس الكيني وليام روتو.",
            "CONSULT",
            ["هاكان فيدان"],
            ["وليام روتو"],
        ),
        (
            "توجه هاكان فيدان إلى نيروبي حيث وقع اتفاقا مع كينيا.",
            "AGREE",
            ["هاكان فيدان", "كينيا"],
            ["هاكان فيدان", "كينيا"],
        ),
    ],
)
def test_who_does_it_to_whom(text: str, kind: str, actor: list[str], recipient: list[str]) -> None:
    report = read(Report("r", text, "0" * 64))
    names = {entity.id: entity.name for entity in report.entities}
    event = [e for e in report.events if e.type is EventType(kind)][-1]
    assert ([names[e] for e in event.actor], [names[e] for e in event.recipient]) == (actor, recipient)


def test_a_ship_suffers_for_its_country_and_its_name_goes_on_the_noun_before_it() -> None:
    text = "أعلنت جماعة الحوثي استهداف حاملة الطائرات الأميركية «لينكولن» في البحر الأحمر."
    report = read(Report("r", text, "0" * 64))
    names = {entity.id: entity.name for entity in report.entities}
    (attack,) = [event for event in report.events if event.type is EventType.ASSAULT]
    assert [names[party] for party in attack.actor] == ["جماعة الحوثي"]
    assert [names[party] for party in attack.recipient] == ["الولايات المتحدة"]


def test_a_ship_that_the_news_knows_suffers_for_its_country_though_nobody_says_whose_it_is() -> None:
    known, unknown = (
        f"أعلنت جماعة الحوثي استهداف {name} في البحر الأحمر." for name in ("حاملة الطائرات آيزنهاور", "سفينة سوار")
    )
    assert [hit_by("جماعة الحوثي", text) for text in (known, unknown)] == [["الولايات المتحدة"], []]


def hit_by(attacker: str, text: str) -> list[str]:
    """The countries that somebody attacks."""
    report = read(Report("r", text, "0" * 64))
    by_id = {entity.id: entity for entity in report.entities}
    attacks = [e for e in report.events if e.type is EventType.ASSAULT and by_id[e.actor[0]].name == attacker]
    return [by_id[party].name for event in attacks for party in event.recipient if by_id[party].kind == "country"]
