"""Who gives which goods to whom, counted: what a picture of the ledger is drawn from."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from khabar.knowledge.geography import country_by_id
from khabar.values.event import GoodsCategory
from khabar.values.exchange import Exchange, Stage
from khabar.views.exchanges import Asked, Ledger, wanted


@dataclass(frozen=True, slots=True)
class Flow:
    """All exchanges of one kind of goods from one party to another."""

    giver: str  # name of the state or body behind those who give; empty: not told
    goods: GoodsCategory
    recipient: str
    exchanges: int
    delivered: int  # of them, those told to have taken place


def flows(archive: Ledger, asked: Asked | None = None) -> tuple[Flow, ...]:
    """The exchanges asked for whose goods are named, by giver, goods and recipient; the most first."""
    return counted(archive.exchanges_where(wanted(archive, asked or Asked()), None, 0))


def counted(found: Iterable[Exchange]) -> tuple[Flow, ...]:
    """The flows that the exchanges make up."""
    groups: dict[tuple[str, GoodsCategory, str], list[Exchange]] = defaultdict(list)
    for one in found:
        if one.goods:
            giver, recipient = _party(one.from_side, one.giver), _party(one.to_side, one.recipient)
            groups[giver, one.goods, recipient].append(one)
    drawn = (Flow(*way, len(told), sum(x.stage is Stage.DELIVERED for x in told)) for way, told in groups.items())
    return tuple(sorted(drawn, key=lambda f: (-f.exchanges, f.giver, f.goods, f.recipient)))


def _party(side: str | None, names: tuple[str, ...]) -> str:
    """A country under its usual name, whoever acts for it; anybody else under the first name told."""
    country = country_by_id(side or "")
    return country.names[0] if country and names else names[0] if names else ""
