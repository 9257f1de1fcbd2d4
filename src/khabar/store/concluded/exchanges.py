"""Exchanges as rows: in the order of the ledger, by party, goods, day and measure."""

from collections.abc import Iterable

from khabar.store.concluded.background import Background
from khabar.store.concluded.claims import bounds
from khabar.store.database import Database
from khabar.store.rows import as_text
from khabar.values.exchange import Exchange
from khabar.weighing.measures import flags


def add_exchanges(database: Database, exchanges: Iterable[tuple[int, Exchange]], background: Background) -> None:
    """Adds exchanges under their numbers, each with everything by which it is asked for."""
    for n, one in exchanges:
        bare = not (one.giver and one.recipient and one.goods)
        first, last = bounds(one.time) if one.time else (None, None)
        order = (bare, one.time is None, one.time.edtf if one.time else "", first, last)
        told = (one.from_side, one.to_side, one.goods and one.goods.value, one.stage.value, bool(flags(one)))
        database.execute("INSERT INTO exchanges VALUES (?, ?)", (n, as_text(one)))
        database.execute(
            "INSERT INTO exchange_marks VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (n, one.id, one.claim, *order, *told),
        )
        numbers = sorted({background.number(name) for name in (*one.giver, *one.recipient)})
        database.executemany("INSERT INTO exchange_names VALUES (?, ?)", [(number, n) for number in numbers])
