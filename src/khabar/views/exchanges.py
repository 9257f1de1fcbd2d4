"""The exchanges of an archive: who gives what to whom, in return for what, and how far it is carried."""

from dataclasses import dataclass
from typing import Protocol

from khabar.values.claim import Claim, Verdict
from khabar.values.exchange import Exchange
from khabar.views.about import claim_is_about, subject
from khabar.views.claims import Conclusions
from khabar.views.evidence import Quoted, Reports, quoted


class Ledger(Conclusions, Reports, Protocol):
    """What it takes to list exchanges with the words for their goods."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """One exchange with the words that name its goods."""

    exchange: Exchange
    goods: tuple[Quoted, ...]  # in the order of the exchange's goods
    gist: str
    verdict: Verdict


def exchanges(archive: Ledger, about: str | None = None) -> tuple[Transfer, ...]:
    """The exchanges between or about somebody, by time; those without one last."""
    weighed = archive.weighed()
    claims = {claim.id: claim for claim in weighed.claims}
    wanted = subject(about, weighed.actors) if about else None
    found = [
        _transfer(archive, exchange, claims[exchange.claim])
        for exchange in weighed.exchanges
        if wanted is None or claim_is_about(claims[exchange.claim], wanted)
    ]
    return tuple(sorted(found, key=lambda one: (one.exchange.time is None, str(one.exchange.time), one.exchange.claim)))


def _transfer(archive: Reports, exchange: Exchange, claim: Claim) -> Transfer:
    goods = tuple(quoted(archive, passage) for passage in exchange.goods_at)
    return Transfer(exchange, goods, claim.gist, claim.assessment.verdict)
