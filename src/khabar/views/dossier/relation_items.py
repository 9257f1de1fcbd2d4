"""How parties stand to one another, as the page shows it: a bar a month, with the claims behind it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from khabar.values.moment import Moment
from khabar.views.dossier.names import Named, Names
from khabar.views.relations import Month, Relation

_FEWEST = 3  # events that two have to do with one another, before the page draws them unasked
_HALF = 100  # units of the picture from its middle line to the longest bar


@dataclass(frozen=True, slots=True)
class MonthItem:
    """One month: a bar from the middle line, cooperation to one side and conflict to the other."""

    month: Moment
    score: int
    balance: int
    turns: bool
    length: int  # 0 to 100
    claims: tuple[int, ...]  # numbers of those that the page shows


@dataclass(frozen=True, slots=True)
class RelationItem:
    """Two parties."""

    one: Named
    other: Named
    score: int
    events: int
    classes: tuple[tuple[str, int], ...]
    months: tuple[MonthItem, ...]


def relation_items(
    relations: Iterable[Relation], numbers: Mapping[str, int], names: Names, most: int, *, asked: bool
) -> tuple[RelationItem, ...]:
    """The busiest relations; `numbers` are those of the claims, by id."""
    drawn = [one for one in relations if one.months and (asked or one.events >= _FEWEST)]
    return tuple(_item(one, numbers, names) for one in drawn[:most])


def _item(relation: Relation, numbers: Mapping[str, int], names: Names) -> RelationItem:
    one, other = names.named((relation.one, relation.other))
    widest = max(abs(month.score) for month in relation.months)
    return RelationItem(
        one=one,
        other=other,
        score=relation.score,
        events=relation.events,
        classes=tuple((quad.value, count) for quad, count in relation.by_class if count),
        months=tuple(_month(month, widest or 1, numbers) for month in relation.months),
    )


def _month(month: Month, widest: int, numbers: Mapping[str, int]) -> MonthItem:
    return MonthItem(
        month=Moment(month.month),
        score=month.score,
        balance=month.balance,
        turns=month.turns,
        length=abs(month.score) * _HALF // widest,
        claims=tuple(numbers[claim] for claim in month.claims if claim in numbers),
    )
