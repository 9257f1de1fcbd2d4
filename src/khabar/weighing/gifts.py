"""What one gives another as a statement tells it: each event of giving with one giver and one taker."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

from khabar.resolution.statements import Statement
from khabar.values.actor import ActorId
from khabar.values.event import GoodsCategory
from khabar.weighing.matter import Matter
from khabar.weighing.roles import Days, agree, days_of, may_coincide
from khabar.weighing.sides import principals
from khabar.weighing.transfers import GIVING, may_be_of

Way = tuple[ActorId, ActorId]  # from whom to whom


@dataclass(frozen=True, slots=True)
class Gift:
    """Goods of one event that go one way; of a trade between two there is one each way."""

    way: Way
    goods: frozenset[GoodsCategory]
    counted: frozenset[str]
    days: Days
    mutual: bool  # the other gives the same in the same event: a trade, and nothing that goes one way

    def is_told_as(self, other: "Gift", *, by_number: bool) -> bool:
        """Whether both are told of the same goods on one way at one time, and where it is asked for of one number."""
        return (
            self.way == other.way
            and not (self.mutual or other.mutual)
            # 'arms' are told of whatever is given, one day and another
            and bool((self.goods & other.goods) - {GoodsCategory.ARMS})
            and may_coincide(self.days, other.days)
            and (not by_number or agree(self.counted, other.counted))
        )

    def may_be(self, other: "Gift") -> bool:
        """Whether this, told in a word as wide or wider, may be the other."""
        return self.way == other.way and any(may_be_of(a, b) for a, b in product(self.goods, other.goods))


def gifts_in(statement: Statement, matter: Matter) -> Iterator[Gift]:
    """The gifts that a statement is there to tell, denied or not."""
    report = matter.reports[statement.report]
    for event in statement.told:
        if event.type in GIVING:
            goods = frozenset(g.category for g in event.goods)
            counted = frozenset(g.quantity for g in event.goods if g.quantity)
            days = days_of([event], report.published)
            sides = [sorted(principals(report.id, ids, matter.cast)) for ids in (event.actor, event.recipient)]
            ways = [(giver, taker) for giver, taker in product(*sides) if giver != taker]
            yield from (Gift(way, goods, counted, days, way[::-1] in ways) for way in ways)
