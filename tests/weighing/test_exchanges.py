"""The ledger: what counts as one exchange, how far it has come, and what is given for what."""

from datetime import date
from hashlib import sha256

import pytest

from khabar.engine import read
from khabar.values.claim import PositionStance
from khabar.values.event import GoodsCategory
from khabar.values.exchange import Exchange, Quantity, Stage
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


@pytest.mark.parametrize(
    "text",
    [
        "سلمت إيران روسيا صواريخ مقابل تسليم روسيا إيران طائرات مقاتلة.",
        "سلمت إيران روسيا صواريخ. وفي المقابل، سلمت روسيا إيران طائرات مقاتلة.",
    ],
)
def test_what_is_given_in_return_is_linked_both_ways(text: str) -> None:
    told = {one.goods: one for one in ledger(text)}
    rockets, planes = told[GoodsCategory.MISSILE], told[GoodsCategory.AIRCRAFT]
    assert rockets.in_return_for == (planes.id,)
    assert planes.in_return_for == (rockets.id,)


@pytest.mark.parametrize(
    "text",
    [
        "سلمت إيران روسيا صواريخ. وفي المقابل، سلمت إيران سوريا قمحا.",
        "سلمت إيران روسيا صواريخ. سلمت روسيا إيران طائرات مقاتلة.",
    ],
)
def test_what_goes_elsewhere_or_is_only_told_beside_is_not_in_return(text: str) -> None:
    assert [one.in_return_for for one in ledger(text)] == [(), ()]


def test_nobody_gives_to_himself() -> None:
    assert all(
        one.mutual or one.from_side != one.to_side or one.from_side is None for one in ledger("سلمت روسيا روسيا.")
    )


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
