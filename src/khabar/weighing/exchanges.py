"""The ledger: who gives what to whom, how far it has come, and in return for what."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from itertools import combinations

from khabar.resolution.statements import Statement
from khabar.values.attribution import Stance
from khabar.values.claim import Claim, PositionStance
from khabar.values.event import EventType, GoodsCategory
from khabar.values.exchange import Exchange, Quantity, Stage, Telling
from khabar.values.moment import Moment
from khabar.weighing.deliveries import Delivery, apart, told_once
from khabar.weighing.matter import Matter
from khabar.weighing.returns import returns_in
from khabar.weighing.transfers import GIVING, Ids, Key, Line, lines

_SUREST_FIRST = tuple(Stage)

Claimed = tuple[Claim, Sequence[Statement]]


@dataclass(frozen=True, slots=True)
class _Told:
    """A delivery with the claim whose reports tell of it."""

    claim: Claim
    delivery: Delivery


def exchanges_in(claims: Sequence[Claimed], statements: Iterable[Statement], matter: Matter) -> tuple[Exchange, ...]:
    """One exchange for each kind of goods that a claim tells to go one way.

    `statements` are all of the reports: what is asked for stands in no claim, and belongs to that of the asking.
    """
    wished = _wishes(statements, matter)
    told_of: list[_Told] = []
    for claim, told in claims:
        wishes = [w for s in told if s.act is EventType.REQUEST for w in wished.pop(_sentence(s, matter), ())]
        stances = {p.passage: p.stance for p in reversed(claim.positions)}  # the first of a passage holds
        of_claim = [line for s in (*told, *wishes) for line in lines(s, stances, matter)]
        answers = _answers(claim, of_claim)
        told_of += [_Told(claim, d) for key, group in _grouped(of_claim).items() for d in apart(key, group, answers)]
    once = told_once([one.delivery for one in told_of], matter)
    found = [
        (_exchange(one, delivery, matter), delivery.lines)
        for one, delivery in zip(told_of, once, strict=True)
        if delivery is not None
    ]
    returns = returns_in(found, matter)
    return tuple(
        replace(one, in_return_for=returns.ties.get(one.id, ()), for_what=returns.words.get(one.id)) for one, _ in found
    )


def _wishes(statements: Iterable[Statement], matter: Matter) -> dict[tuple[int, int], list[Statement]]:
    """What somebody asks for, by the sentence."""
    found: dict[tuple[int, int], list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.stance is Stance.QUESTIONS and any(e.type in GIVING for e in statement.events):
            found[_sentence(statement, matter)].append(statement)
    return found


def _sentence(statement: Statement, matter: Matter) -> tuple[int, int]:
    return statement.report, matter.texts[statement.report].sentence_at(statement.tokens[0])[0]


def _grouped(lines: Sequence[Line]) -> dict[Key, list[Line]]:
    """Lines by what they tell; one that tells less goes to the only one that it may be."""
    whole: dict[Key, list[Line]] = {}
    beside = _told_beside(lines)
    for line in sorted(lines, key=lambda x: (-x.key.told, x.anchor)):
        fitting = [
            key for key in whole if line.key.may_be(key) and frozenset((line.key.goods, key.goods)) not in beside
        ]
        same = line.key if line.key in whole else fitting[0] if len(fitting) == 1 else None
        whole.setdefault(same or line.key, []).append(line)
    return whole


def _told_beside(lines: Sequence[Line]) -> frozenset[frozenset[GoodsCategory | None]]:
    """Every two kinds of goods that one event tells: 'arms and missiles' are two, and neither is meant by the other."""
    kinds: dict[tuple[int, int], set[GoodsCategory | None]] = defaultdict(set)
    for line in lines:
        kinds[line.anchor].add(line.key.goods)
    return frozenset(frozenset(pair) for told in kinds.values() for pair in combinations(sorted(told, key=str), 2))


def _answers(claim: Claim, lines: Sequence[Line]) -> tuple[Telling, ...]:
    """Denials and doubts of the claim that name no transfer of their own: they answer all that it tells."""
    own = {line.telling.passage for line in lines}
    return tuple(
        Telling(p.passage, p.stance, None, p.chain, p.event)
        for p in claim.positions
        if p.passage not in own and p.stance is not PositionStance.ASSERTS
    )


def _exchange(one: _Told, delivery: Delivery, matter: Matter) -> Exchange:
    claim, key = one.claim, delivery.key
    told = sorted(delivery.lines, key=lambda line: line.anchor)
    asserted = [line for line in told if line.telling.stage is not Stage.DENIED] or told
    mark = "\0".join((claim.id, *sorted(key.givers), "→", *sorted(key.recipients), key.goods or "", *delivery.apart))
    return Exchange(
        id="g" + sha256(mark.encode()).hexdigest()[:15],
        claim=claim.id,
        giver=_named(told, [line.giver for line in told], matter),
        recipient=() if key.givers and not key.recipients else _named(told, [line.recipient for line in told], matter),
        from_side=_only(key.givers),
        to_side=_only(key.recipients),
        stage=min((line.telling.stage for line in told if line.telling.stage), key=_SUREST_FIRST.index),
        goods=key.goods,
        mutual=key.mutual,
        quantity=_quantity(asserted),
        time=_time(asserted),
        reported=_first_day(told, matter),
        route=_on_the_way(asserted, matter),
        means=tuple(dict.fromkeys(means for line in asserted for means in line.carriage.means)),
        tellings=(*(line.telling for line in told), *delivery.answers),
    )


def _only(sides: frozenset[str]) -> str | None:
    return next(iter(sides)) if len(sides) == 1 else None


def _named(lines: Sequence[Line], parties: Sequence[Ids], matter: Matter) -> tuple[str, ...]:
    """The names of these parties of the lines, the most told first."""
    told: Counter[str] = Counter()
    for line, ids in zip(lines, parties, strict=True):
        told.update(set(matter.cast.known(matter.reports[line.report].id, ids)))
    return tuple(matter.cast.by_id[a].name for a in sorted(told, key=lambda a: (-told[a], a)))


def _on_the_way(lines: Sequence[Line], matter: Matter) -> tuple[str, ...]:
    """The names of the places on the way, as the lines tell them."""
    found = (a for line in lines for a in matter.cast.known(matter.reports[line.report].id, line.carriage.route))
    return tuple(matter.cast.by_id[actor].name for actor in dict.fromkeys(found))


def _quantity(lines: Sequence[Line]) -> str | None:
    """The figure that most reports tell, the first of equals."""
    told = Counter(line.goods.quantity for line in lines if line.goods and Quantity.told(line.goods.quantity))
    return max(told, key=lambda text: told[text], default=None)


def _time(lines: Sequence[Line]) -> Moment | None:
    told = Counter(line.event.time for line in lines if line.event.time and not line.back)
    return min(told, key=lambda m: (-told[m], m.days is None, m.days or 0, m.edtf), default=None)


def _first_day(lines: Sequence[Line], matter: Matter) -> Moment | None:
    days = [day for line in lines if (day := matter.reports[line.report].published)]
    return Moment.on(min(days)) if days else None
