"""The flows of a ledger as ways through few nodes: giver, goods, recipient; what is rare is drawn together."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from khabar.views.flows import Flow


class Column(StrEnum):
    """What a node stands for."""

    GIVER = "giver"
    GOODS = "goods"
    RECIPIENT = "recipient"


@dataclass(frozen=True, slots=True)
class Key:
    """One node."""

    column: Column
    value: str | None  # a name, or a category of goods; empty: not told; None: the rarer ones together

    @property
    def is_rest(self) -> bool:
        """Whether it stands for no one in particular."""
        return not self.value


@dataclass(frozen=True, slots=True)
class Way:
    """All exchanges that go through the same three nodes."""

    keys: tuple[Key, Key, Key]
    exchanges: int
    delivered: int


def ways(flows: Iterable[Flow], most: int) -> tuple[Way, ...]:
    """The flows, through at most so many nodes of a column; those beyond stand together in the last one."""
    told = tuple(flows)
    frequent = [_frequent(told, column, most) for column in Column]
    every: Counter[tuple[Key, Key, Key]] = Counter()
    delivered: Counter[tuple[Key, Key, Key]] = Counter()
    for flow in told:
        giver, goods, recipient = (
            Key(column, _VALUE[column](flow) if _VALUE[column](flow) in kept else None)
            for column, kept in zip(Column, frequent, strict=True)
        )
        every[giver, goods, recipient] += flow.exchanges
        delivered[giver, goods, recipient] += flow.delivered
    return tuple(Way(keys, count, delivered[keys]) for keys, count in every.items())


_VALUE: dict[Column, Callable[[Flow], str]] = {
    Column.GIVER: lambda flow: flow.giver,
    Column.GOODS: lambda flow: flow.goods.value,
    Column.RECIPIENT: lambda flow: flow.recipient,
}


def _frequent(flows: Sequence[Flow], column: Column, most: int) -> frozenset[str]:
    counts: Counter[str] = Counter()
    for flow in flows:
        counts[_VALUE[column](flow)] += flow.exchanges
    ordered = sorted(counts, key=lambda value: (-counts[value], value))
    return frozenset(ordered if len(ordered) <= most else ordered[: most - 1])
