"""Exchanges as the page shows them: giver, recipient, goods, quantity, status, and what it is in return for."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from khabar.knowledge.goods import goods_words
from khabar.knowledge.measures import measure_by_id
from khabar.values.event import GoodsCategory
from khabar.values.moment import Moment
from khabar.views.dossier.names import Named, Names
from khabar.views.dossier.places import Back, Places
from khabar.views.dossier.words import word
from khabar.views.evidence import Quoted
from khabar.views.exchanges import Transfer
from khabar.weighing.measures import Flag

_QUANTITY = re.compile(r"([<>]=?|~)?\s*(\d+(?:\.\d+)?)\s*(.*)")


@dataclass(frozen=True, slots=True)
class GoodsItem:
    """Goods, or what is given for them, in the words of a report."""

    words: str
    href: str | None  # None: the page does not hold them
    category: str


@dataclass(frozen=True, slots=True)
class FlagItem:
    """A measure that an exchange would fall under, if it took place as told."""

    instrument: str
    paragraph: str  # isolated from the Arabic around it
    says: str
    check: str  # what a person must look at; empty: nothing
    source: str  # address of the official text
    cap: str  # `cap.counts` or `cap.beyond` in words; empty: nothing is allowed


@dataclass(frozen=True, slots=True)
class ExchangeItem:
    """One transfer."""

    number: int  # its place in the page
    claim: int | None  # number of its claim; None: the page does not show the claim
    gist: str
    giver: tuple[Named, ...]
    recipient: tuple[Named, ...]
    goods: GoodsItem | None  # None: not named
    quantity: str  # empty: no figure given
    stage: str
    verdict: str
    time: Moment | None
    in_return_for: tuple[int, ...]  # numbers of exchanges
    for_what: GoodsItem | None  # what it is in return for, where that is no exchange; its category is empty
    means: tuple[str, ...]  # by what it travels
    route: str  # names of places and countries on the way; empty: not told
    flags: tuple[FlagItem, ...]
    concerns: tuple[int, ...]


def exchange_items(
    transfers: Sequence[Transfer], numbers: Mapping[str, int], names: Names, places: Places
) -> tuple[ExchangeItem, ...]:
    """The transfers in their order; `numbers` are those of the claims, by id."""
    own = {one.exchange.id: n for n, one in enumerate(transfers, start=1)}
    return tuple(_item(transfer, own, numbers, names, places) for transfer in transfers)


def _item(
    transfer: Transfer, own: Mapping[str, int], numbers: Mapping[str, int], names: Names, places: Places
) -> ExchangeItem:
    exchange = transfer.exchange
    number = numbers.get(exchange.claim)
    back = Back("claim", number) if number else None
    return ExchangeItem(
        number=own[exchange.id],
        claim=number,
        gist=transfer.gist,
        giver=names.named(exchange.giver),
        recipient=names.named(exchange.recipient),
        goods=_goods(transfer.goods, exchange.goods, places, back),
        quantity=quantity_in_words(exchange.quantity),
        stage=exchange.stage.value,
        verdict=transfer.verdict.value,
        time=exchange.time,
        in_return_for=tuple(own[x] for x in exchange.in_return_for if x in own),
        for_what=_words(transfer.for_what, places, back) if transfer.for_what else None,
        means=tuple(exchange.means),
        route="، ".join(exchange.route),
        flags=tuple(_flag(flag) for flag in transfer.flags),
        concerns=names.numbers_of([*exchange.giver, *exchange.recipient]),
    )


def _goods(quote: Quoted | None, category: GoodsCategory | None, places: Places, back: Back | None) -> GoodsItem | None:
    if quote is None or category is None:
        return None
    return replace(_words(quote, places, back), category=category.value)


def _words(quote: Quoted, places: Places, back: Back | None) -> GoodsItem:
    return GoodsItem(quote.words, places.link(quote.passage, back), "")


def _flag(flag: Flag) -> FlagItem:
    measure = measure_by_id(flag.measure)
    cap = word("cap.beyond") if flag.beyond_cap else word("cap.counts") if flag.counts_against_cap else ""
    check = measure.check.ar if measure.check else ""
    paragraph = f"\u200e{measure.paragraph}\u200e"  # left to right: 8(b)
    return FlagItem(measure.instrument.ar, paragraph, measure.says.ar, check, measure.source, cap)


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
