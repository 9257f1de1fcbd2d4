"""What is given in return for what, in the ways in which reports tell it."""

from datetime import date
from hashlib import sha256

import pytest

from khabar.engine import read
from khabar.values.event import GoodsCategory
from khabar.values.exchange import Exchange, Stage
from khabar.values.report import Report
from khabar.weighing import weigh

G = GoodsCategory


def ledger(text: str) -> tuple[Exchange, ...]:
    report = Report("r", text, sha256(text.encode()).hexdigest(), "صحيفة", published=date(2024, 5, 3))
    return weigh([(report, read(report))]).exchanges


TIED = [
    ("for an event of its own", "سلمت إيران روسيا صواريخ مقابل تسليم روسيا إيران طائرات مقاتلة.", G.MISSILE, G.AIRCRAFT),
    ("in the next sentence", "سلمت إيران روسيا صواريخ. وفي المقابل، سلمت روسيا إيران طائرات مقاتلة.", G.MISSILE, G.AIRCRAFT),
    ("said of the verb before it", "سلمت إيران روسيا صواريخ. وقال خبير إن روسيا أرسلت في المقابل طائرات مقاتلة.", G.MISSILE, G.AIRCRAFT),
    ("answered in kind, to whom is left unsaid", "أرسلت إيران آلاف حاويات الذخيرة إلى روسيا. ويقولون إن روسيا ردت بالمثل بإرسال آلاف حاويات المساعدات.", G.AMMUNITION, G.AID),
    ("goods alone stand behind it", "عرضت إيران على روسيا إرسال شحنات من القمح مقابل قذائف مدفعية.", G.FOOD, G.AMMUNITION),
    ("a swap told piece by piece", "تبادلا هديتين: أهدى فلاديمير بوتين كيم جونغ أون ساعة فاخرة، وقدم كيم لبوتين بندقية.", G.LUXURY, G.ARMS),
    ("two sentences before, a quotation between", "قدم كيم جونغ أون لفلاديمير بوتين بندقية. وقال كيم إن هذا اللقاء تاريخي. في المقابل، أهدى بوتين كيم مجموعة أكواب ووعد بزيارة قريبة بعد أن تنتهي الجائحة التي حالت دون ذلك.", G.ARMS, G.LUXURY),
]  # fmt: skip


@pytest.mark.parametrize(("text", "one", "other"), [case[1:] for case in TIED], ids=[case[0] for case in TIED])
def test_what_is_given_in_return_is_linked_both_ways(text: str, one: G, other: G) -> None:
    told = {line.goods: line for line in ledger(text)}
    assert told[one].in_return_for == (told[other].id,)
    assert told[other].in_return_for == (told[one].id,)
    assert {told[one].from_side, told[one].to_side} == {told[other].from_side, told[other].to_side}


APART = [
    ("it goes elsewhere", "سلمت إيران روسيا صواريخ. وفي المقابل، سلمت إيران سوريا قمحا."),
    ("it is only told beside", "سلمت إيران روسيا صواريخ. سلمت روسيا إيران طائرات مقاتلة."),
    ("a meeting is spelled like in return", "سلمت إيران روسيا صواريخ في أول لقاء بين الرئيسين. وغادر الوفد."),
]


@pytest.mark.parametrize("text", [case[1] for case in APART], ids=[case[0] for case in APART])
def test_what_is_not_in_return_is_not_linked(text: str) -> None:
    assert {line.in_return_for for line in ledger(text)} == {()}


def test_what_goods_are_wanted_for_goes_as_far_as_the_offer() -> None:
    back = next(line for line in ledger("عرضت إيران على روسيا إرسال القمح مقابل قذائف.") if line.goods is G.AMMUNITION)
    assert (back.from_side, back.to_side, back.stage) == ("country.ru", "country.ir", Stage.OFFERED)


def test_money_that_is_paid_is_a_line_of_its_own() -> None:
    money = next(line for line in ledger("باعت إيران روسيا صواريخ مقابل 20 مليون دولار.") if line.goods is G.MONEY)
    assert (money.from_side, money.to_side, money.quantity) == ("country.ru", "country.ir", "20000000 dollar")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("لجأ الكرملين إلى إيران لتعويض مخزون جيشه.", "وفي المقابل، تخطط روسيا لنقل التكنولوجيا العسكرية إلى إيران."),
        (
            "كانت إيران من دول قليلة أيدت الحرب.",
            "وفي المقابل، قالت روسيا إنها قد تساعد إيران في إطلاق أقمار صناعية.",
        ),
    ],
)
def test_what_is_no_exchange_stands_as_the_words_for_it(before: str, after: str) -> None:
    (line,) = ledger(f"{before} {after}")
    assert line.for_what is not None
    assert line.for_what.span.of(f"{before} {after}") == before.removesuffix(".")
    assert line.in_return_for == ()


def test_a_sentence_of_another_paragraph_is_not_what_it_is_for() -> None:
    told = ledger("لجأ الكرملين إلى إيران لتعويض مخزون جيشه.\n\nوفي المقابل، تخطط روسيا لنقل التكنولوجيا إلى إيران.")
    assert [line.for_what for line in told] == [None]
