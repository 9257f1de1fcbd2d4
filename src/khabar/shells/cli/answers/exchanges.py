"""Exchanges for a terminal: who gives what to whom, and which measures that would fall under."""

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.text import Text

from khabar.knowledge.measures import measure_by_id
from khabar.shells.cli.answers.parts import GIST, Called, source_tree, styled
from khabar.shells.cli.printing import on_one_line, short_id, shortened, table
from khabar.values.exchange import Exchange
from khabar.views.exchanges import Sum, Transfer
from khabar.views.shown import ExchangeShown
from khabar.weighing.measures import Flag

# Columns with their share in the room.
_EXCHANGE = {"when": 0, "id": 0, "giver": 2, "recipient": 2, "goods": 3, "stage": 0, "verdict": 0, "for": 0}
_SUM = {"giver": 2, "recipient": 2, "goods": 0, "in all": 0, "with figures": 0, "without": 0}
FLAGS_MEAN = "⚑ would fall under this measure, if it took place as told; `khabar measures` explains it."


def exchange_table(found: Iterable[Transfer]) -> RenderableType:
    """Exchanges as a table."""
    rows = (
        (
            str(one.exchange.time or "–").replace("/", "/\n"),
            short_id(one.exchange.id),
            Text("، ".join(one.exchange.giver) or "–"),
            Text("، ".join(one.exchange.recipient) or "–"),
            Text("\n".join((_goods(one), *_carried(one.exchange), *(f"⚑ {_flag(flag)}" for flag in one.flags)))),
            one.exchange.stage.value,
            styled(one.verdict),
            "\n".join(short_id(other) for other in one.exchange.in_return_for) or ("words" if one.for_what else "–"),
        )
        for one in found
    )
    return table(_EXCHANGE, rows)


def _goods(transfer: Transfer) -> str:
    x = transfer.exchange
    if transfer.goods is None:
        return shortened(transfer.gist, GIST)
    amount = f", {x.quantity}" if x.quantity else ""
    return f"{on_one_line(transfer.goods.words)} ({x.goods}{amount})"


def _carried(exchange: Exchange) -> list[str]:
    """By what it travels, and by way of where."""
    means = [f"by {', '.join(exchange.means)}"] if exchange.means else []
    return means + ([f"by way of: {'، '.join(exchange.route)}"] if exchange.route else [])


def _flag(flag: Flag) -> str:
    cap = " over the cap" if flag.beyond_cap else " counts against a cap" if flag.counts_against_cap else ""
    return f"{flag.measure.removeprefix('measure.')}{cap}"


def exchange_answer(found: ExchangeShown, called: Called = str) -> RenderableType:
    """An exchange: its parties and goods, a tree of who tells and who denies it, the measures it would fall under."""
    one = found.exchange
    amount = f" {one.quantity}" if one.quantity else ""
    head = Text.assemble((short_id(one.id), "bold"), f"  {one.stage}  {one.goods or '–'}{amount}  {one.time or ''}")
    parts: list[RenderableType] = [
        source_tree(head, found.tellings, called=called),
        Text(f"  {'، '.join(one.giver) or '–'} {'↔' if one.mutual else '→'} {'، '.join(one.recipient) or '–'}"),
    ]
    parts += [Text(f"  {told}") for told in _carried(one)]
    if one.in_return_for:
        parts.append(Text(f"  in return for: {', '.join(map(short_id, one.in_return_for))}"))
    if found.for_what:
        parts.append(Text(f"  in return for: «{on_one_line(found.for_what.words)}»"))
    parts.append(Text(f"  claim: {short_id(one.claim)}"))
    for flag in found.flags:
        measure = measure_by_id(flag.measure)
        parts.append(Text(f"  ⚑ {_flag(flag)}: {measure.instrument.en}, {measure.paragraph}: {measure.says.en}"))
        if measure.check:
            parts.append(Text(f"    check: {measure.check.en}", style="yellow"))
    if found.flags:
        parts.append(Text(FLAGS_MEAN, style="dim"))
    return Group(*parts, "")


def sum_table(found: tuple[Sum, ...]) -> RenderableType:
    """What went one way in all, as a table."""
    rows = (
        (
            Text(one.giver),
            Text(one.recipient),
            one.goods.value,
            str(one.amount),
            str(one.exchanges),
            str(one.without_figure or "–"),
        )
        for one in found
    )
    return table(_SUM, rows)
