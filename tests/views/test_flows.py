"""Who gives which goods to whom, counted."""

from dataclasses import replace

from view_samples import GIFT

from khabar.values.event import GoodsCategory
from khabar.values.exchange import Stage
from khabar.views.flows import Flow, counted


def test_a_leader_gives_in_the_name_of_his_country() -> None:
    gift = replace(GIFT, giver=("كيم جونج أون",), from_side="country.kp", recipient=("شركة الهدهد",), to_side="x1")
    assert counted([gift]) == (Flow("كوريا الشمالية", GoodsCategory.SHIP, "شركة الهدهد", 1, 1),)


def test_exchanges_of_one_way_are_counted_together_those_delivered_apart() -> None:
    planned = replace(GIFT, id="g2", stage=Stage.PLANNED)
    (flow,) = counted([GIFT, planned])
    assert (flow.exchanges, flow.delivered) == (2, 1)


def test_whoever_is_not_told_is_nobody_and_what_names_no_goods_does_not_count() -> None:
    hidden = replace(GIFT, giver=(), from_side=None)
    assert [flow.giver for flow in counted([hidden, replace(GIFT, goods=None)])] == [""]
