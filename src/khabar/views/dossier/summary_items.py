"""What the summary says: what goes which way, and what the reports leave open."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from khabar.values.claim import Verdict
from khabar.values.event import Status
from khabar.views.dossier.claim_items import ClaimItem
from khabar.views.dossier.exchange_items import ExchangeItem
from khabar.views.dossier.names import Named

_WAYS = 8
_EACH = 5  # claims of each open question


@dataclass(frozen=True, slots=True)
class Way:
    """What one party gives another, by stage and kind of goods, each with the lines of the ledger that tell it."""

    giver: Named
    recipient: Named
    goods: tuple[tuple[str, str, tuple[int, ...]], ...]  # category, stage, numbers of exchanges


@dataclass(frozen=True, slots=True)
class Question:
    """Something that the reports leave open, with the claims of which that is so."""

    about: str  # one-origin, denied-only, undated
    claims: tuple[ClaimItem, ...]
    all: int


def ways(exchanges: Iterable[ExchangeItem]) -> tuple[Way, ...]:
    """Who gives whom what, the busiest ways first."""
    found: dict[tuple[Named, Named], dict[tuple[str, str], list[int]]] = defaultdict(lambda: defaultdict(list))
    for one in exchanges:
        if one.giver and one.recipient and one.goods:
            found[one.giver[0], one.recipient[0]][one.goods.category, one.stage].append(one.number)
    drawn = [
        Way(giver, recipient, tuple((goods, stage, tuple(numbers)) for (goods, stage), numbers in told.items()))
        for (giver, recipient), told in found.items()
    ]
    return tuple(sorted(drawn, key=lambda way: -sum(len(numbers) for _, _, numbers in way.goods))[:_WAYS])


def questions(claims: Iterable[ClaimItem]) -> tuple[Question, ...]:
    """What rests on one source alone, what is only denied, and what nobody dates; of events only."""
    events = [claim for claim in claims if claim.type != "none"]
    open_ones = {
        "one-origin": [c for c in events if c.verdict == Verdict.SINGLE_ORIGIN and c.status == Status.ACTUAL],
        "denied-only": [c for c in events if c.verdict == Verdict.DENIED_ONLY],
        "undated": [c for c in events if c.time is None and c.status == Status.ACTUAL],
    }
    return tuple(Question(about, tuple(left[:_EACH]), len(left)) for about, left in open_ones.items() if left)
