"""Events that nouns tell: who does what to whom, where the noun is only a part of what its sentence says."""

from datetime import date

import pytest
from reports_told import Told, told

from khabar.engine import read
from khabar.values.report import Report

PEOPLE = {"خوسيه": "p", "كوفي": "p", "ماريا": "p", "غانا": "c", "كينيا": "c", "توغو": "c"}
ADJECTIVES = {f"{article}{form}": land for land, forms in {
    "غانا": ("غاني", "غانية"), "كينيا": ("كيني", "كينية"), "توغو": ("توغولي", "توغولية"),
}.items() for form in forms for article in ("", "ال")}  # fmt: skip

TOLD = [
    ("who does something during a visit pays it", "أجرى خوسيه محادثات مع ماريا خلال زيارة إلى غانا.", ("CONSULT", {"خوسيه"}, {"غانا"})),
    ("who speaks behind a visit pays it", "وخلال زيارة إلى غانا أمس، اتهم خوسيه كينيا بالتصعيد.", ("CONSULT", {"خوسيه"}, {"غانا"})),
    ("a visit of somebody's, brought by ل", "تنتظر كينيا زيارة مرتقبة لخوسيه إلى غانا.", ("CONSULT", {"خوسيه"}, {"غانا"})),
    ("in a phrase of time the pronoun means who is named behind it", "التقت ماريا كوفي. وخلال زيارته إلى غانا، اتهم خوسيه كينيا بالتصعيد.", ("CONSULT", {"خوسيه"}, {"غانا"})),
    ("whom a summit gathered met", "انتهت القمة التي جمعت خوسيه وماريا في غانا.", ("CONSULT", {"خوسيه"}, {"ماريا"})),
    ("a meeting brought one together with another", "وصف خوسيه لقاء جمع كوفي بماريا بالمفيد.", ("CONSULT", {"كوفي"}, {"ماريا"})),
    ("a talk that gathers between two", "تأتي أول قمة تجمع بين خوسيه وماريا.", ("CONSULT", {"خوسيه"}, {"ماريا"})),
    ("a pronoun on the verb that gathers", "وصل خوسيه تمهيدا للقمة التي ستجمعه مع ماريا.", ("CONSULT", {"خوسيه"}, {"ماريا"})),
    ("who goes on with a deed does it", "ثم انتقلت غانا إلى تزويد كينيا بالصواريخ.", ("TRANSFER", {"غانا"}, {"كينيا"})),
    ("who denies any export to somebody would have given", "نفت غانا أي تصدير للأسلحة إلى كينيا.", ("TRANSFER", {"غانا"}, {"كينيا"})),
    ("the launching of a missile by a state", "أثار إطلاق غانا صاروخا باليستيا قلق توغو.", ("TEST", {"غانا"}, set())),
    ("from is no who", "جاء ذلك بعد يوم من قصف غانا كينيا.", ("ASSAULT", {"غانا"}, {"كينيا"})),
    ("nor is it behind fear", "تخشى كينيا من نقل غانا صواريخ إلى توغو.", ("TRANSFER", {"غانا"}, {"توغو"})),
    ("whose envoy is recalled recalls him", "غضبت غانا. وجاء ذلك بعد سحب سفيرها من كينيا.", ("SANCTION", {"غانا"}, {"كينيا"})),
    ("who cuts off his own relations", "عادت غانا بعد يوم من قطع علاقاتها مع توغو.", ("SANCTION", {"غانا"}, {"توغو"})),
    ("a dash between two nationalities", "تتواصل المشاورات الغانية - التوغولية.", ("CONSULT", {"غانا"}, {"توغو"})),
    ("a name joined to another opens its own clause", "غارات غانية على توغو وكينيا تندد", ("ASSAULT", {"غانا"}, {"توغو"})),
    ("its own help is not for itself", "أما غانا، أكبر شركاء توغو، فقد صمتت. لكن دعمها لتوغو مستمر.", ("SUPPORT", {"غانا"}, {"توغو"})),
    ("who gave before gives again", "شحنت غانا قذائف إلى كينيا. وينتقد التقرير تزويد كينيا بقذائف.", ("TRANSFER", {"غانا"}, {"كينيا"})),
    ("who got before gets again", "باعت غانا كينيا مدافع. ونددت توغو ببيع غانا الأسلحة.", ("TRANSFER", {"غانا"}, {"كينيا"})),
    ("a treaty that two have signed", "ذكر خوسيه بالمعاهدة الموقعة بين غانا وتوغو.", ("AGREE", {"غانا", "توغو"}, {"غانا", "توغو"})),
    ("its help for somebody", "تتصدر مساعدات غانا العسكرية لكينيا الصحف.", ("AID", {"غانا"}, {"كينيا"})),
    ("a journey of somebody's", "انتهت رحلة خوسيه إلى غانا.", ("CONSULT", {"خوسيه"}, {"غانا"})),
    ("drills of an army", "بدأت تدريبات الجيش الغاني قرب الحدود.", ("MOBILIZE", {"غانا"}, set())),
    ("a series of deeds", "شنت غانا سلسلة من الغارات على توغو.", ("ASSAULT", {"غانا"}, {"توغو"})),
    ("a new package of deeds", "فرضت غانا حزمة جديدة من العقوبات على توغو.", ("SANCTION", {"غانا"}, {"توغو"})),
    ("a round of talks", "أجرى خوسيه جولة من المحادثات مع ماريا.", ("CONSULT", {"خوسيه"}, {"ماريا"})),
    ("a second deed behind a preposition", "يقوم خوسيه بثاني زيارة لغانا.", ("CONSULT", {"خوسيه"}, {"غانا"})),
    ("who says no to a request is asked", "رفضت غانا طلبا كينيا لتسليم السفينة.", ("REQUEST", {"كينيا"}, {"غانا"})),
    ("who gets a request is asked", "تلقت غانا طلبا من كينيا لتسليم خوسيه.", ("REQUEST", {"كينيا"}, {"غانا"})),
    ("who is invited to visit a country", "وجه خوسيه دعوة إلى ماريا لزيارة غانا.", ("CONSULT", {"خوسيه"}, {"ماريا"})),
    ("whom one meets stands behind ب", "تحدث خوسيه خلال لقائه بماريا عن غانا.", ("CONSULT", {"خوسيه"}, {"ماريا"})),
    ("at a meeting of two both sign", "جرى خلال لقاء خوسيه مع ماريا توقيع اتفاق.", ("AGREE", {"خوسيه", "ماريا"}, {"خوسيه", "ماريا"})),
    ("talks to buy are of buyer and seller", "كشفت الصحيفة عن مفاوضات بين غانا وكينيا لشراء صواريخ.", ("TRANSFER", {"كينيا"}, {"غانا"})),
    ("goods of whose make are shipped", "وصلت شحنة من القمح الغاني إلى كينيا.", ("TRANSFER", {"غانا"}, {"كينيا"})),
    ("what is got in return comes from who got", "زودت غانا كينيا بالقذائف مقابل الحصول على القمح.", ("TRANSFER", {"كينيا"}, {"غانا"})),
    ("what is given for what comes in return", "تشمل الصفقة تزويد غانا بالقذائف مقابل إمداد كينيا بالقمح.", ("TRANSFER", {"كينيا"}, {"غانا"})),
    ("a ban on goods that go to somebody", "فرضت غانا حظرا على تصدير السلاح إلى كينيا.", ("SANCTION", {"غانا"}, {"كينيا"})),
    ("aid that is suspended", "قررت غانا تعليق مساعداتها لكينيا.", ("SANCTION", {"غانا"}, {"كينيا"})),
    ("soldiers who are withdrawn from a country", "أعلنت غانا سحب 200 جندي من كينيا.", ("RETREAT", {"غانا"}, set())),
    ("who is asked to do it would", "طلبت غانا من كينيا احتجاز سفينة توغولية.", ("COERCE", {"كينيا"}, {"توغو"})),
    ("who is let do it would", "سمحت غانا لكينيا بمهاجمة توغو.", ("ASSAULT", {"كينيا"}, {"توغو"})),
    ("who praises support got it", "أشاد خوسيه بالدعم الغاني.", ("SUPPORT", {"غانا"}, {"خوسيه"})),
    ("who goes on with a nationality's support has it", "قصف الجيش التوغولي كينيا بدعم غاني.", ("SUPPORT", {"غانا"}, {"توغو"})),
    ("of what is named before, meant by a pronoun", "اتهمت غانا كينيا بسرقة القمح وتصديره إلى توغو.", ("TRANSFER", {"كينيا"}, {"توغو"})),
    ("the attack is told before who died of it", "شنت غانا هجوما على توغو أسفر عن مقتل سبعة جنود.", ("ASSAULT", {"غانا"}, {"توغو"})),
]  # fmt: skip

NOT_TOLD = [
    ("no country goes on a visit", "اتهمت كينيا توغو بالتصعيد خلال زيارة إلى غانا.", ("CONSULT", {"كينيا"}, {"غانا"})),
    ("she is no man", "وبعد زيارتها إلى غانا، اتهم خوسيه كينيا بالتصعيد.", ("CONSULT", {"خوسيه"}, {"غانا"})),
    ("whom somebody visits does not go", "تنتظر كينيا زيارة لخوسيه.", ("CONSULT", {"خوسيه"}, {"كينيا"})),
    ("a report that gathers figures is no meeting", "تحدث خوسيه عن تقرير جمع أرقام غانا وكينيا.", ("CONSULT", {"غانا"}, {"كينيا"})),
    ("a meeting of one is with nobody", "انتهى اجتماع جمع معلومات عن كينيا.", ("CONSULT", {"كينيا"}, set())),
    ("who denies that there was any raid made none", "نفت غانا أي غارة على كينيا.", ("ASSAULT", {"غانا"}, {"كينيا"})),
    ("a launching that aims at somebody is no trial", "أثار إطلاق غانا صواريخ على توغو القلق.", ("TEST", {"غانا"}, set())),
    ("whose leader is arrested does not arrest", "غضبت غانا بعد اعتقال زعيمها في كينيا.", ("COERCE", {"غانا"}, {"كينيا"})),
    ("talks that went on for two hours", "أجرى خوسيه محادثات استمرت ساعتين وقصفت غانا توغو.", ("ASSAULT", {"خوسيه"}, {"توغو"})),
    ("two who are joined are both hit", "غارات غانية على توغو وكينيا", ("ASSAULT", {"غانا"}, {"توغو"})),
    ("of two who gave none is guessed", "شحنت غانا قذائف إلى كينيا، وباعت توغو مدافع لكينيا. وينتقد التقرير تزويد كينيا بقذائف.", ("TRANSFER", {"غانا", "توغو"}, {"كينيا"})),
    ("a treaty that is only named", "ذكر خوسيه بالمعاهدة بين غانا وتوغو.", ("AGREE", {"غانا", "توغو"}, {"غانا", "توغو"})),
    ("help that is cut off is none", "قطعت غانا مساعدات غانا لكينيا.", ("AID", {"غانا"}, {"كينيا"})),
    ("who shows a carrying does not carry", "أظهر خوسيه نقل الأسلحة إلى كينيا.", ("TRANSFER", {"خوسيه"}, {"كينيا"})),
    ("who is appointed before a visit does not pay it", "وسبق الزيارة تعيين خوسيه خلفا لماريا.", ("CONSULT", {"خوسيه"}, {"ماريا"})),
    ("a team's training", "غاب خوسيه عن تدريبات غانا.", ("MOBILIZE", {"غانا"}, set())),
    ("gunmen are not of the army whose barracks they attack", "شن مسلحون هجوما على ثكنة للجيش الغاني.", ("ASSAULT", {"غانا"}, set())),
    ("a year counts no deeds", "صمتت غانا بعد عام 2006 من قصف كينيا.", ("ASSAULT", {"غانا"}, {"كينيا"})),
    ("a clause of time is not on the deed before it", "تعرض خوسيه لانتقادات بعدما كشفته صحيفة غانا.", ("ACCUSE", {"غانا"}, set())),
    ("where a meeting is held meets nobody", "شكر خوسيه كوفي خلال اجتماع بمقر غانا.", ("CONSULT", {"خوسيه"}, {"غانا"})),
    ("who is convicted accuses nobody", "سجن خوسيه إثر إدانته بالتجسس.", ("ACCUSE", {"خوسيه"}, set())),
    ("a paper that tells of talks to buy does not buy", "كشفت غانا عن مفاوضات لشراء صواريخ.", ("TRANSFER", set(), {"غانا"})),
    ("who condemns support did not get it", "ندد خوسيه بالدعم الغاني.", ("SUPPORT", {"غانا"}, {"خوسيه"})),
    ("who is asked for a visit is not who visits", "تلقت غانا طلبا لتسليم خوسيه.", ("REQUEST", set(), {"خوسيه"})),
    ("a cargo ship ships nothing", "أصاب الصاروخ سفينة شحن غانية قرب كينيا.", ("TRANSFER", {"غانا"}, set())),
]  # fmt: skip


def _events(text: str) -> list[tuple[str, set[str], set[str]]]:
    names = {name: kind for name, kind in PEOPLE.items() if name in text}
    adjectives = {form: land for form, land in ADJECTIVES.items() if form in text.replace(".", " ").split()}
    lands = dict.fromkeys(adjectives.values(), "c")
    return [_parties(event) for event in told(text, {**lands, **names}, adjectives)]


def _parties(event: Told) -> tuple[str, set[str], set[str]]:
    return event.type, event.actor, event.recipient


@pytest.mark.parametrize(("text", "wanted"), [case[1:] for case in TOLD], ids=[case[0] for case in TOLD])
def test_a_noun_tells(text, wanted):
    assert wanted in _events(text)


@pytest.mark.parametrize(
    ("text", "told_of"),
    [
        ("منذ أن شنت إثيوبيا غارات على الصومال في ديسمبر 2006، تغيرت المنطقة.", True),
        ("منذ أن شنت حركة طالبان غارات على بلدة في ديسمبر 2006، تغيرت المنطقة.", False),
        ("منذ الغارات الإثيوبية على الصومال، تغيرت المنطقة.", False),
    ],
)
def test_a_war_that_a_verb_tells_with_its_day_is_worth_telling_even_if_it_is_old(text, told_of):
    found = read(Report("1", text, "0" * 64, published=date(2024, 3, 10))).events
    assert any(event.type == "ASSAULT" and event.time for event in found) is told_of


@pytest.mark.parametrize(("text", "unwanted"), [case[1:] for case in NOT_TOLD], ids=[case[0] for case in NOT_TOLD])
def test_a_noun_does_not_tell(text, unwanted):
    assert unwanted not in _events(text)
