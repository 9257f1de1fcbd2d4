"""The ledger as a table of plain text, for spreadsheets."""

import csv
from collections.abc import Iterable, Iterator
from typing import TextIO

from khabar.values.claim import PositionStance
from khabar.values.exchange import Quantity
from khabar.values.moment import Moment
from khabar.views.exchanges import Transfer

COLUMNS = (
    *("id", "claim", "giver", "recipient", "mutual", "goods", "words", "quantity", "lowest", "highest", "unit"),
    *("stage", "verdict", "time", "reported", "means", "route", "in_return_for", "in_return_for_words"),
    *("asserted_by", "denied_by", "measures", "reports"),
)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")  # a cell that begins so is run by spreadsheets
_OWN_VOICE = "-"
Cell = str | int | float | None  # None: nothing is told


def write_csv(found: Iterable[Transfer], out: TextIO) -> None:
    """One line an exchange under a line of the columns' names; '; ' stands between the values of one cell."""
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows([plain(cell) for cell in cells(one)] for one in found)


def cells(one: Transfer) -> Iterator[Cell]:
    """One line of the table, in the order of the columns; an empty list is empty text."""
    x = one.exchange
    amount = Quantity.told(x.quantity)
    yield from (x.id, x.claim, listed(x.giver), listed(x.recipient), "yes" if x.mutual else None)
    yield from (x.goods, " ".join(one.goods.words.split()) if one.goods else None, x.quantity)
    yield from (amount.lowest, amount.highest, amount.unit) if amount else (None, None, None)
    yield from (x.stage, one.verdict, _time(x.time), _time(x.reported), listed(x.means), listed(x.route))
    yield from (listed(x.in_return_for), " ".join(one.for_what.words.split()) if one.for_what else None)
    for stance in (PositionStance.ASSERTS, PositionStance.DENIES):
        chains = (t.chain for t in x.tellings if t.stance is stance)
        yield listed(dict.fromkeys(" < ".join(listed(link) for link in chain) or _OWN_VOICE for chain in chains))
    yield listed(flag.measure for flag in one.flags)
    yield listed(dict.fromkeys(t.passage.report_id for t in x.tellings))


def listed(items: Iterable[str]) -> str:
    """Several values in one cell."""
    return "; ".join(items)


def plain(cell: Cell) -> str:
    """The cell as it stands in a file: a number in its digits, nothing where nothing is told, and never a formula."""
    if cell is None:
        return ""
    return harmless(cell) if isinstance(cell, str) else f"{cell:.15g}"


def _time(told: Moment | None) -> str | None:
    return str(told) if told else None


def harmless(cell: str) -> str:
    """The cell as no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) and cell != _OWN_VOICE else cell
