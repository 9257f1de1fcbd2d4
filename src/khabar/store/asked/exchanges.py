"""Exchanges chosen by party, goods, day and measure, in the order of the ledger."""

import json
from collections.abc import Iterator
from dataclasses import replace

from khabar.store.asked.claims import about
from khabar.store.asked.questions import Choice, Part, Questions, any_in, as_set
from khabar.store.columns import held
from khabar.values.event import GoodsCategory
from khabar.values.exchange import Delivery, Exchange, Stage
from khabar.values.moment import Moment
from khabar.values.page import Page
from khabar.values.wanted import End, ExchangesWanted, Subject

_ORDER = "bare, undated, time, id"
_BY_CLAIM = (
    "SELECT exchange_marks.n AS found FROM ({}) AS chosen CROSS JOIN claim_marks ON claim_marks.n = chosen.claim"
    " CROSS JOIN exchange_marks ON exchange_marks.claim = claim_marks.id"
)
_BY_PARTY = f"SELECT exchange FROM names JOIN exchange_names ON exchange_names.name = names.n WHERE {any_in('key')}"


class ExchangeQuestions(Questions):
    """What is asked of exchanges."""

    def exchange(self, exchange_id: str) -> Exchange | None:
        """The exchange of that id; None: there is none."""
        found = self._one("SELECT n FROM exchange_marks WHERE id = ?", (exchange_id,))
        return None if found is None else self._value(Exchange, "exchanges", "exchange", found[0])

    def exchanges_where(self, wanted: ExchangesWanted, limit: int | None = None, offset: int = 0) -> Page[Exchange]:
        """The exchanges that are wanted: first those told in full, by time, those without one last."""
        found, total = self._part(Part("exchange_marks.n", _ORDER, limit, offset), _chosen(wanted))
        return Page(tuple(self._value(Exchange, "exchanges", "exchange", n) for (n,) in found), total, offset)

    def deliveries(self, wanted: ExchangesWanted) -> Iterator[Delivery]:
        """What was delivered, one way, of the exchanges that are wanted."""
        choice = _chosen(wanted).only("stage = ? AND goods IS NOT NULL", Stage.DELIVERED.value)
        choice = replace(choice, source=f"{choice.source} JOIN exchanges ON exchanges.n = exchange_marks.n")
        question = f"SELECT exchange, goods, time{choice.rows} ORDER BY {_ORDER}"
        for text, goods, time in self._all(question, choice.given):
            told = held(json.loads, text)
            if not told.get("mutual"):
                giver, recipient = (next(iter(told.get(field, ())), "") for field in ("giver", "recipient"))
                moment = Moment(time) if time else None
                yield Delivery(giver, recipient, held(GoodsCategory, goods), told.get("quantity"), moment)


def _chosen(wanted: ExchangesWanted) -> Choice:
    choice = _about(wanted.about) if wanted.about else Choice("exchange_marks")
    if wanted.between:
        one, other = (as_set(parties) for parties in wanted.between)
        ways = f"({any_in('from_side')} AND {any_in('to_side')})"
        choice = choice.only(f"({ways} OR {ways})", one, other, other, one)
    for field, side, end in (("giver", "from_side", wanted.giver), ("recipient", "to_side", wanted.recipient)):
        choice = _at(choice, field, side, end) if end else choice
    if wanted.stage:
        choice = choice.only("stage = ?", wanted.stage.value)
    if wanted.goods:
        choice = choice.only("goods = ?", wanted.goods.value)
    if wanted.since:
        choice = choice.only("last >= ?", wanted.since.isoformat())
    if wanted.until:
        choice = choice.only("first <= ?", wanted.until.isoformat())
    return choice.only("flagged") if wanted.flagged else choice


def _at(choice: Choice, field: str, side: str, end: End) -> Choice:
    """Those of them with that one as their giver or recipient."""
    told = f"SELECT 1 FROM exchanges, json_each(exchange, '$.{field}') WHERE exchanges.n = exchange_marks.n"
    if not end.name:
        return choice.only(f"NOT EXISTS ({told})")
    return choice.only(f"({any_in(side)} OR EXISTS ({told} AND value = ?))", as_set(end.parties), end.name)


def _about(subject: Subject) -> Choice:
    question, given = about(subject)
    rows = f"{_BY_CLAIM.format(question)} UNION {_BY_PARTY}"
    source = f"({rows}) AS asked CROSS JOIN exchange_marks ON exchange_marks.n = asked.found"
    return Choice(source, (), (*given, as_set(subject.names)))
