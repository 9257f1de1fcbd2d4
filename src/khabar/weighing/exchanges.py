"""Who gives what to whom, and in return for what."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from khabar.resolution.phrases import phrases_for
from khabar.resolution.statements import Statement
from khabar.values.claim import Claim, ClaimId
from khabar.values.event import Event, EventType, Goods, Status, surest
from khabar.values.exchange import Exchange
from khabar.values.reason import Passage
from khabar.weighing.matter import Matter

_GIVING = frozenset({EventType.TRANSFER, EventType.AID})


def exchanges_in(claims: Sequence[tuple[Claim, Sequence[Statement]]], matter: Matter) -> tuple[Exchange, ...]:
    """One exchange for each claim of a transfer or of aid."""
    giving = [(c, s) for c, s in claims if c.type in _GIVING]
    returns = _returns(giving, matter)
    return tuple(_exchange(c, list(_events(s)), returns.get(c.id, ()), matter) for c, s in giving)


def _events(statements: Iterable[Statement]) -> Iterator[tuple[int, Event]]:
    for statement in statements:
        for event in statement.events:
            if event.type in _GIVING:
                yield statement.report, event


def _exchange(
    claim: Claim, events: Sequence[tuple[int, Event]], in_return_for: tuple[ClaimId, ...], matter: Matter
) -> Exchange:
    statuses = {e.status for _, e in events}
    goods = _goods(events, matter)
    return Exchange(
        claim=claim.id,
        giver=claim.actor,
        recipient=claim.recipient,
        goods=tuple(g for g, _ in goods),
        status=surest(statuses) or Status.ACTUAL,
        time=claim.time,
        in_return_for=in_return_for,
        goods_at=tuple(p for _, p in goods),
    )


def _goods(events: Sequence[tuple[int, Event]], matter: Matter) -> list[tuple[Goods, Passage]]:
    """Each kind of goods once, in its first telling that gives a quantity, or else in its first."""
    best: dict[str, tuple[Goods, Passage]] = {}
    for report, event in events:
        for goods in event.goods:
            known = best.get(goods.category)
            if known is None or (known[0].quantity is None and goods.quantity is not None):
                best[goods.category] = (goods, Passage(matter.reports[report].id, goods.span))
    return [best[category] for category in sorted(best)]


def _returns(giving: Sequence[tuple[Claim, Sequence[Statement]]], matter: Matter) -> dict[ClaimId, tuple[ClaimId, ...]]:
    """Claims whose events stand in one sentence, with a word for 'in return for' between them."""
    places: dict[tuple[int, int], list[tuple[int, ClaimId]]] = defaultdict(list)
    for claim, statements in giving:
        for report, event in _events(statements):
            at = matter.texts[report].range_of(event.anchor)[0]
            places[report, matter.texts[report].sentence_at(at)[0]].append((at, claim.id))
    found: dict[ClaimId, set[ClaimId]] = defaultdict(set)
    for (report, _), anchors in sorted(places.items()):
        for (one, first), (other, second) in zip(sorted(anchors), sorted(anchors)[1:], strict=False):
            between = [t.form for t in matter.texts[report].tokens[one:other]]
            if first != second and phrases_for("return").stand_in(between):
                found[first].add(second)
                found[second].add(first)
    return {claim: tuple(sorted(others)) for claim, others in found.items()}
