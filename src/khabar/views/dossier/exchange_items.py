"""Exchanges as the page shows them: giver, recipient, goods, quantity, status, and what it is in return for."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from khabar.knowledge.goods import goods_words
from khabar.values.event import Goods
from khabar.values.moment import Moment
from khabar.views.dossier.names import Named, Names
from khabar.views.dossier.places import Back, Places
from khabar.views.dossier.words import word
from khabar.views.evidence import Quoted
from khabar.views.exchanges import Transfer

_QUANTITY = re.compile(r"([<>]=?|~)?\s*(\d+(?:\.\d+)?)\s*(.*)")


@dataclass(frozen=True, slots=True)
class GoodsItem:
    """One kind of goods in the words of a report."""

    words: str
    href: str | None  # None: the page does not hold them
    category: str
    quantity: str  # empty: no figure given


@dataclass(frozen=True, slots=True)
class ExchangeItem:
    """One transfer."""

    claim: int | None  # its number; None: the page does not show the claim
    gist: str
    giver: tuple[Named, ...]
    recipient: tuple[Named, ...]
    goods: tuple[GoodsItem, ...]
    status: str
    verdict: str
    time: Moment | None
    in_return_for: tuple[int, ...]  # numbers of claims
    concerns: tuple[int, ...]


def exchange_items(
    transfers: Iterable[Transfer], numbers: Mapping[str, int], names: Names, places: Places
) -> tuple[ExchangeItem, ...]:
    """The transfers in their order; `numbers` are those of the claims, by id."""
    return tuple(_item(transfer, numbers, names, places) for transfer in transfers)


def _item(transfer: Transfer, numbers: Mapping[str, int], names: Names, places: Places) -> ExchangeItem:
    exchange = transfer.exchange
    number = numbers.get(exchange.claim)
    back = Back("claim", number) if number else None
    goods = zip(exchange.goods, transfer.goods, strict=False)
    return ExchangeItem(
        claim=number,
        gist=transfer.gist,
        giver=names.named(exchange.giver),
        recipient=names.named(exchange.recipient),
        goods=tuple(_goods(one, quote, places, back) for one, quote in goods),
        status=exchange.status.value,
        verdict=transfer.verdict.value,
        time=exchange.time,
        in_return_for=tuple(numbers[c] for c in exchange.in_return_for if c in numbers),
        concerns=names.numbers_of([*exchange.giver, *exchange.recipient]),
    )


def _goods(goods: Goods, quote: Quoted, places: Places, back: Back | None) -> GoodsItem:
    return GoodsItem(
        words=quote.words,
        href=places.link(quote.passage, back),
        category=goods.category.value,
        quantity=quantity_in_words(goods.quantity),
    )


def quantity_in_words(quantity: str | None) -> str:
    """`>10000 container` in Arabic; a unit that its number would inflect stands in brackets, uninflected."""
    found = _QUANTITY.fullmatch(quantity or "")
    if not found:
        return quantity or ""
    bound, figure, unit = found.groups()
    whole = figure.partition(".")[0]
    shown = f"{int(whole):,}{figure[len(whole) :]}"
    named = _units().get(unit, unit)
    if named and int(whole) % 100 in range(1, 100):
        named = f"({named})"
    return " ".join(part for part in (word(f"quantity.{bound}") if bound else "", shown, named) if part)


@cache
def _units() -> dict[str, str]:
    return {one.unit: " ".join(one.words[0]) for one in goods_words() if one.unit and one.words}
