"""Who gives what to whom, as facts: exchanges, what they come to, measures that they would fall under."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from khabar.exports.facts.places import Json, address, placed
from khabar.exports.facts.shelf import FactShelf
from khabar.exports.provenance import told_by
from khabar.knowledge.measures import Measure, measures
from khabar.values.exchange import Exchange, Telling
from khabar.values.reason import Passage
from khabar.views.exchanges import Transfer, sums


def sanctions() -> Iterator[Json]:
    """The measures that exchanges are held against, as far as a flag rests on them."""
    return (_measure(one) for one in measures())


def dealings(shelf: FactShelf, told: set[str]) -> Iterator[Json]:
    """The exchanges that claims which are told tell of, with what was delivered in all and what would be forbidden."""
    found = [one for one in shelf.selection.transfers() if _is_whole(one.exchange, shelf, told)]
    here = {one.exchange.id for one in found}
    for one in found:
        yield _exchange(one.exchange, shelf, here)
    yield from _totals(found)
    for one in found:
        yield from _flags(one)


def _is_whole(exchange: Exchange, shelf: FactShelf, told: set[str]) -> bool:
    return exchange.claim in told and all(shelf.has(t.passage.report_id) for t in exchange.tellings)


def _exchange(exchange: Exchange, shelf: FactShelf, here: set[str]) -> Json:
    return {
        "fact": "exchange",
        "id": exchange.id,
        "claim": exchange.claim,
        "giver": list(exchange.giver),
        "recipient": list(exchange.recipient),
        "from_side": exchange.from_side,
        "to_side": exchange.to_side,
        "stage": exchange.stage,
        "goods": exchange.goods,
        "mutual": exchange.mutual,
        "quantity": exchange.quantity,
        "time": exchange.time.edtf if exchange.time else None,
        "reported": exchange.reported.edtf if exchange.reported else None,
        "route": list(exchange.route),
        "means": list(exchange.means),
        "return_for": [other for other in exchange.in_return_for if other in here],
        "for_what": _words(exchange.for_what, shelf),
        "tellings": [_telling(telling, shelf) for telling in exchange.tellings],
    }


def _telling(telling: Telling, shelf: FactShelf) -> Json:
    report = shelf.report(telling.passage.report_id)
    return {
        **placed(telling.passage, report),
        "stance": telling.stance,
        "stage": telling.stage,
        "said_by": told_by(telling.chain),
        "event": address(report.id, telling.event),
        "goods": _words(telling.goods, shelf),
        "quantity": telling.quantity,
        "carried": _words(telling.carried, shelf),
    }


def _words(passage: Passage | None, shelf: FactShelf) -> Json | None:
    return placed(passage, shelf.report(passage.report_id)) if passage and shelf.has(passage.report_id) else None


def _totals(found: Sequence[Transfer]) -> Iterator[Json]:
    for number, one in enumerate(sums(found), start=1):
        own: dict[str, Any] = {"fact": "total", "id": f"total/{number}", "giver": one.giver, "recipient": one.recipient}
        amount = {"lowest": one.amount.lowest, "highest": one.amount.highest, "unit": one.amount.unit}
        yield {**own, "goods": one.goods, **amount, "exchanges": one.exchanges, "without_figure": one.without_figure}


def _flags(one: Transfer) -> Iterator[Json]:
    for flag in one.flags:
        yield {
            "fact": "flag",
            "id": f"{one.exchange.id}/{flag.measure}",
            "exchange": one.exchange.id,
            "measure": flag.measure,
            "day": flag.day.isoformat(),
            "day_is_told": flag.day_is_told,
            "counts_against_cap": flag.counts_against_cap,
            "beyond_cap": flag.beyond_cap,
        }


def _measure(one: Measure) -> Json:
    return {
        "fact": "measure",
        "id": one.id,
        "says": one.says.en,
        "source": one.source,
        "in_force": [[_day(moment.earliest), _day(moment.latest)] for moment in one.in_force],
        "targets": list(one.targets),
        "binds": list(one.binds),
        "way": one.way,
        "goods": list(one.goods),
        "cap": {"amount": one.cap.amount, "unit": one.cap.unit, "per": one.cap.per} if one.cap else None,
    }


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
