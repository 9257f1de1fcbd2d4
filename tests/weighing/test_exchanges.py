"""The ledger: what counts as one exchange, how far it has come, and what is given for what."""

from datetime import date
from hashlib import sha256

import pytest

from khabar.engine import read
from khabar.values.claim import PositionStance
from khabar.values.event import GoodsCategory
from khabar.values.exchange import Exchange, Means, Quantity, Stage
from khabar.values.report import Report
from khabar.weighing import weigh


def ledger(*texts: str, day: str = "2024-05-03") -> tuple[Exchange, ...]:
    published = date.fromisoformat(day)
    reports = [
        Report(f"r{n}", text, sha256(text.encode()).hexdigest(), f"صحيفة {n}", published=published)
        for n, text in enumerate(texts)
    ]
    return weigh((report, read(report)) for report in reports).exchanges


def only(*texts: str) -> Exchange:
    (exchange,) = ledger(*texts)
    return exchange


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("سلمت روسيا إيران صواريخ.", Stage.DELIVERED),
        ("عرضت روسيا تسليم إيران صواريخ.", Stage.OFFERED),
        ("تخطط روسيا لتسليم إيران صواريخ.", Stage.PLANNED),
        ("قد تسلم روسيا إيران صواريخ.", Stage.POSSIBLE),
        ("نفت روسيا تسليم إيران صواريخ.", Stage.DENIED),
        ("طالبت إيران روسيا بتسليم صواريخ.", Stage.ASKED_FOR),
    ],
)
def test_how_far_it_has_come(text: str, stage: Stage) -> None:
    assert {one.stage for one in ledger(text)} == {stage}


def test_each_kind_of_goods_is_a_line_of_its_own() -> None:
    told = ledger("أرسلت الصين إلى اليمن أسلحة وأدوية.")
    assert {one.goods for one in told} == {GoodsCategory.ARMS, GoodsCategory.MEDICINE}
    assert {(one.from_side, one.to_side) for one in told} == {("country.cn", "country.ye")}


def test_a_leader_gives_for_his_state() -> None:
    gift = only("أهدى الرئيس الفرنسي إيمانويل ماكرون الرئيس التركي رجب طيب أردوغان سيارة.")
    assert (gift.from_side, gift.to_side) == ("country.fr", "country.tr")


def test_a_telling_with_less_joins_the_one_that_it_may_be() -> None:
    told = ledger(
        "قالت وزارة الدفاع الأمريكية إن إيران سلمت روسيا 200 صاروخ باليستي.",
        "قالت وزارة الدفاع الأمريكية إن إيران سلمت روسيا صواريخ باليستية.",
    )
    assert [(one.goods, one.quantity, len(one.tellings)) for one in told] == [(GoodsCategory.MISSILE, "200 missile", 2)]


def test_a_denial_stands_beside_what_it_denies() -> None:
    told = ledger("قالت أوكرانيا إن إيران سلمت روسيا صواريخ. ونفت إيران ذلك.")
    stances = {t.stance for one in told if one.stage is Stage.DELIVERED for t in one.tellings}
    assert stances == {PositionStance.ASSERTS, PositionStance.DENIES}


def test_figures_in_other_units_or_of_another_size_are_of_two_deliveries() -> None:
    told = ledger(
        "قالت وزارة الخارجية الأمريكية إن إيران سلمت روسيا أكثر من 10 آلاف حاوية من الذخائر المرتبطة بالمدفعية.",
        "قالت المخابرات الأوكرانية إن روسيا تسلمت من إيران مليون قذيفة.",
        "نفت روسيا تسلم أي ذخائر من إيران.",
    )
    assert {one.quantity for one in told} == {">10000 container", "1000000 shell"}
    assert len({one.id for one in told}) == len(told)


@pytest.mark.parametrize(("figure", "lines"), [("250", 1), ("5000", 2)])
def test_figures_of_one_size_are_of_one_delivery(figure: str, lines: int) -> None:
    said = "قالت وزارة الدفاع الأمريكية إن إيران سلمت روسيا {} صاروخ باليستي."
    assert len(ledger(said.format(200), said.format(figure))) == lines


def test_what_both_give_each_other_is_nothing_that_goes_one_way() -> None:
    told = ledger(
        "تبادلت روسيا وإيران النفط في الأشهر الأخيرة.",
        "قالت الحكومة إن روسيا شحنت النفط إلى إيران في الأشهر الأخيرة.",
    )
    assert {(one.mutual, one.from_side) for one in told} == {(True, None), (False, "country.ru")}


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("قالت الصحيفة إن روسيا تشتري صواريخ من إيران.", Stage.AGREED),
        ("قالت الصحيفة إن روسيا اشترت صواريخ من إيران.", Stage.DELIVERED),
        ("وقعت الصين وإيران اتفاقا، وقالت فرنسا إنها قد ترسل أسلحة إلى أوكرانيا.", Stage.POSSIBLE),
    ],
)
def test_who_is_buying_has_not_got_it_yet_nor_has_who_signed_something_else(text: str, stage: Stage) -> None:
    assert {one.stage for one in ledger(text)} == {stage}


def test_an_official_whom_a_states_agency_quotes_speaks_for_that_state() -> None:
    text = 'ونقلت وكالة الأنباء المركزية الكورية عن نائب مدير مكتب المعدات قوله: "لم نصدر أسلحة إلى سوريا".'
    assert {(one.from_side, one.to_side, one.stage) for one in ledger(text)} == {
        ("country.kp", "country.sy", Stage.DENIED)
    }


@pytest.mark.parametrize(
    ("text", "means", "route"),
    [
        ("أرسلت إيران أسلحة إلى سوريا عبر العراق.", (), ("العراق",)),
        ("أرسلت إيران أسلحة إلى سوريا على متن سفينة من ميناء بندر عباس.", (Means.SEA,), ("ميناء بندر عباس",)),
        ("أرسلت الصين أدوية إلى مصر جوا.", (Means.AIR,), ()),
        ("صدرت روسيا النفط إلى تركيا عبر خط أنابيب.", (Means.PIPELINE,), ()),
        ("أرسلت روسيا أسلحة إلى سوريا بالقطار ثم على متن سفن.", (Means.RAIL, Means.SEA), ()),
        ("أرسلت روسيا أسلحة إلى سوريا.", (), ()),
        ("أرسلت روسيا أسلحة إلى سوريا لاستخدامها في حلب.", (), ()),
        ("أرسلت روسيا أسلحة إلى سوريا، وأرسلت الصين جوا أدوية إلى مصر.", (), ()),
    ],
)
def test_how_goods_travel(text: str, means: tuple[Means, ...], route: tuple[str, ...]) -> None:
    first = next(one for one in ledger(text) if one.goods is not GoodsCategory.MEDICINE or "روسيا" not in text)
    assert (first.means, first.route) == (means, route)
    carried = [t.carried for t in first.tellings]
    assert carried == [None] if not (means or route) else carried[0] is not None


def test_nobody_gives_to_himself() -> None:
    (line,) = ledger("سلمت روسيا موسكو صواريخ.")
    assert (line.from_side, line.to_side, line.recipient) == ("country.ru", None, ())


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        (">10000 container", (10000, None, "container")),
        (">=1000 container", (1000, None, "container")),
        ("~1000 ton", (1000, 1000, "ton")),
        ("100-200 worker", (100, 200, "worker")),
        ("<=500 barrel", (0, 500, "barrel")),
        ("12", (12, 12, "")),
    ],
)
def test_bounds_of_a_quantity(text: str, bounds: tuple[float, float | None, str]) -> None:
    assert Quantity.told(text) == Quantity(*bounds)


@pytest.mark.parametrize("text", [None, "", "many", "12-"])
def test_what_is_no_figure_has_no_bounds(text: str | None) -> None:
    assert Quantity.told(text) is None


GIFT = "أهدى الرئيس الروسي فلاديمير بوتين الرئيس الفرنسي إيمانويل ماكرون بندقية روسية الصنع لاستخدامه الشخصي."
CAME = (
    "وأعلنت وكالة الأنباء الفرنسية، أمس الثلاثاء، أن {} سُلمت يوم 18 فبراير إلى مدير مكتب الرئيس الفرنسي، "
    "الذي قال إنها دليل على الصداقة بين الزعيمين."
)


@pytest.mark.parametrize(("goods", "lines"), [("البندقية", 1), ("بندقية", 2), ("الدبابة", 2)])
def test_goods_that_a_report_names_again_with_the_article_are_one_line(goods: str, lines: int) -> None:
    told = ledger(f"{GIFT}\n\n{CAME.format(goods)}", day="2024-02-21")
    assert len(told) == lines
    assert (str(told[0].time) == "2024-02-18") is (lines == 1)


def test_a_denial_of_what_is_taken_up_again_stands_in_the_one_line() -> None:
    told = only(f"{GIFT}\n\n{CAME.format('البندقية')}\n\nونفت وزارة الدفاع الفرنسية ذلك.")
    assert PositionStance.DENIES in {telling.stance for telling in told.tellings}


SWORD = "أهدى كيم جونغ أون فلاديمير بوتين سيفا كوريا في مدينة فلاديفوستوك في {}."


@pytest.mark.parametrize(("day", "lines"), [("25 أبريل 2019", 1), ("27 أبريل 2019", 1), ("27 يونيو 2018", 2)])
def test_what_is_told_of_times_that_lie_apart_are_two_lines(day: str, lines: int) -> None:
    assert len(ledger(SWORD.format("25 أبريل 2019"), SWORD.format(day))) == lines


def test_arms_are_what_others_say_they_are_unless_both_are_told_beside_one_another() -> None:
    told = "قالت وزارة الدفاع الأمريكية إن إيران سلمت روسيا صواريخ باليستية."
    general = "قالت وزارة الدفاع الأمريكية إن إيران سلمت روسيا أسلحة."
    both = "قالت وزارة الدفاع الأمريكية إن إيران سلمت روسيا أسلحة وصواريخ باليستية."
    assert [one.goods for one in ledger(told, general)] == [GoodsCategory.MISSILE]
    assert {one.goods for one in ledger(both, general)} == {GoodsCategory.ARMS, GoodsCategory.MISSILE}
