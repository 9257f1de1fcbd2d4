"""The ledger: who gives what to whom, how far it has come, and in return for what."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from khabar.resolution.phrases import phrases_for
from khabar.resolution.statements import Statement
from khabar.values.attribution import Stance
from khabar.values.claim import Claim, PositionStance
from khabar.values.event import Event, EventType, Goods, GoodsCategory, Status
from khabar.values.exchange import Exchange, Quantity, Stage, Telling
from khabar.values.moment import Moment
from khabar.values.reason import Passage
from khabar.weighing.matter import Matter
from khabar.weighing.sides import party

_GIVING = frozenset({EventType.TRANSFER, EventType.AID})
_SUREST_FIRST = tuple(Stage)
_LEAD_IN = 3  # words at the head of a sentence among which 'in return' ties it to what stands before
_LOOK_BACK = 2  # sentences before that one which may tell what it is in return for
_BEFORE_ANCHOR = 3  # words before an event word in which an offer of it is named

Told = tuple[Claim, Sequence[Statement]]


@dataclass(frozen=True, slots=True)
class _Key:
    """What makes two tellings of one claim one exchange."""

    givers: frozenset[str]
    recipients: frozenset[str]
    goods: GoodsCategory | None

    def may_be(self, other: "_Key") -> bool:
        """Whether this may be the other, told with less."""
        return (
            self.goods in (None, other.goods)
            and (not self.givers or bool(self.givers & other.givers))
            and (not self.recipients or bool(self.recipients & other.recipients))
        )

    @property
    def told(self) -> int:
        """How much of it is told."""
        return bool(self.givers) + bool(self.recipients) + (self.goods is not None)


@dataclass(frozen=True, slots=True)
class _Line:
    """One kind of goods of one event in one report."""

    report: int
    event: Event
    goods: Goods | None
    key: _Key
    telling: Telling

    @property
    def anchor(self) -> tuple[int, int]:
        return self.report, self.event.anchor.start


def exchanges_in(claims: Sequence[Told], statements: Iterable[Statement], matter: Matter) -> tuple[Exchange, ...]:
    """One exchange for each kind of goods that a claim tells to go one way.

    `statements` are all of the reports: what is asked for stands in no claim, and belongs to that of the asking.
    """
    wished = _wishes(statements, matter)
    found: list[tuple[Exchange, Sequence[_Line]]] = []
    for claim, told in claims:
        wishes = [w for s in told if s.act is EventType.REQUEST for w in wished.pop(_sentence(s, matter), ())]
        stances = {p.passage: p.stance for p in reversed(claim.positions)}  # the first of a passage holds
        lines = [line for s in (*told, *wishes) for line in _lines(s, stances, matter)]
        if lines:
            answers = _answers(claim, lines)
            found += [(_exchange(claim, key, group, answers, matter), group) for key, group in _grouped(lines).items()]
    returns = _returns(found, matter)
    return tuple(replace(one, in_return_for=returns.get(one.id, ())) for one, _ in found)


def _wishes(statements: Iterable[Statement], matter: Matter) -> dict[tuple[int, int], list[Statement]]:
    """What somebody asks for, by the sentence."""
    found: dict[tuple[int, int], list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.stance is Stance.QUESTIONS and any(e.type in _GIVING for e in statement.events):
            found[_sentence(statement, matter)].append(statement)
    return found


def _sentence(statement: Statement, matter: Matter) -> tuple[int, int]:
    return statement.report, matter.texts[statement.report].sentence_at(statement.tokens[0])[0]


def _lines(statement: Statement, stances: Mapping[Passage, PositionStance], matter: Matter) -> Iterator[_Line]:
    report_id = matter.reports[statement.report].id
    passage = matter.passage(statement)
    stance = stances.get(passage, PositionStance.ASSERTS)
    for event in statement.events:
        if event.type not in _GIVING:
            continue
        givers, recipients = (_parties(report_id, ids, matter) for ids in (event.actor, event.recipient))
        if givers == recipients and len(givers) == 1:
            recipients = frozenset()  # nobody gives to himself: the reader took one name twice
        stage = _stage(statement, event, stance, matter)
        for goods in _kinds(event) or (None,):
            telling = Telling(
                passage,
                stance,
                stage,
                matter.names(statement),
                event.id,
                Passage(report_id, goods.span) if goods else None,
                goods.quantity if goods else None,
            )
            key = _Key(givers, recipients, goods.category if goods else None)
            yield _Line(statement.report, event, goods, key, telling)


def _kinds(event: Event) -> tuple[Goods, ...]:
    """Each kind of goods of an event once, where it gives a figure, or else where it comes first."""
    best: dict[GoodsCategory, Goods] = {}
    for goods in event.goods:
        known = best.get(goods.category)
        if known is None or (known.quantity is None and goods.quantity is not None):
            best[goods.category] = goods
    return tuple(best.values())


def _parties(report_id: str, ids: Iterable[str], matter: Matter) -> frozenset[str]:
    return frozenset(party(actor, matter.cast) for actor in matter.cast.known(report_id, ids))


def _stage(statement: Statement, event: Event, stance: PositionStance, matter: Matter) -> Stage:
    if event.status is Status.DENIED or stance is PositionStance.DENIES:
        return Stage.DENIED
    if statement.act is EventType.REQUEST or statement.stance is Stance.QUESTIONS:
        return Stage.ASKED_FOR
    if _is_offered(statement, event, matter):
        return Stage.OFFERED
    if event.status is Status.ACTUAL:
        return Stage.DELIVERED
    if any(e.type is EventType.AGREE and e.status is Status.ACTUAL for e in statement.events):
        return Stage.AGREED
    return Stage.PLANNED if event.status is Status.PLANNED else Stage.POSSIBLE


def _is_offered(statement: Statement, event: Event, matter: Matter) -> bool:
    text = matter.texts[statement.report]
    at = text.range_of(event.anchor)[0]
    before = text.tokens[max(statement.tokens[0], at - _BEFORE_ANCHOR) : at]
    return phrases_for("offer").stand_in([t.form for t in before])


def _grouped(lines: Sequence[_Line]) -> dict[_Key, list[_Line]]:
    """Lines by what they tell; one that tells less goes to the only one that it may be."""
    whole: dict[_Key, list[_Line]] = {}
    for line in sorted(lines, key=lambda x: (-x.key.told, x.anchor)):
        fitting = [key for key in whole if line.key.may_be(key)]
        same = line.key if line.key in whole else fitting[0] if len(fitting) == 1 else None
        whole.setdefault(same or line.key, []).append(line)
    return whole


def _answers(claim: Claim, lines: Sequence[_Line]) -> tuple[Telling, ...]:
    """Denials and doubts of the claim that name no transfer of their own: they answer all that it tells."""
    own = {line.telling.passage for line in lines}
    return tuple(
        Telling(p.passage, p.stance, None, p.chain, p.event)
        for p in claim.positions
        if p.passage not in own and p.stance is not PositionStance.ASSERTS
    )


def _exchange(
    claim: Claim, key: _Key, lines: Sequence[_Line], answers: tuple[Telling, ...], matter: Matter
) -> Exchange:
    told = sorted(lines, key=lambda line: line.anchor)
    asserted = [line for line in told if line.telling.stage is not Stage.DENIED] or told
    mutual = bool(key.givers) and key.givers == key.recipients
    mark = "\0".join((claim.id, *sorted(key.givers), "→", *sorted(key.recipients), key.goods or ""))
    return Exchange(
        id="g" + sha256(mark.encode()).hexdigest()[:15],
        claim=claim.id,
        giver=_named(told, "actor", matter),
        recipient=() if key.givers and not key.recipients else _named(told, "recipient", matter),
        from_side=_only(key.givers),
        to_side=_only(key.recipients),
        stage=min((line.telling.stage for line in told if line.telling.stage), key=_SUREST_FIRST.index),
        goods=key.goods,
        mutual=mutual,
        quantity=_quantity(asserted),
        time=_time(asserted),
        reported=_first_day(told, matter),
        route=_named(asserted, "place", matter),
        tellings=(*(line.telling for line in told), *answers),
    )


def _only(sides: frozenset[str]) -> str | None:
    return next(iter(sides)) if len(sides) == 1 else None


def _named(lines: Sequence[_Line], role: str, matter: Matter) -> tuple[str, ...]:
    """The names in that role, the most told first."""
    told: Counter[str] = Counter()
    for line in lines:
        told.update(set(matter.cast.known(matter.reports[line.report].id, getattr(line.event, role))))
    return tuple(matter.cast.by_id[a].name for a in sorted(told, key=lambda a: (-told[a], a)))


def _quantity(lines: Sequence[_Line]) -> str | None:
    """The figure that most reports tell, the first of equals."""
    told = Counter(line.goods.quantity for line in lines if line.goods and Quantity.told(line.goods.quantity))
    return max(told, key=lambda text: told[text], default=None)


def _time(lines: Sequence[_Line]) -> Moment | None:
    told = Counter(line.event.time for line in lines if line.event.time)
    return min(told, key=lambda m: (-told[m], m.days is None, m.days or 0, m.edtf), default=None)


def _first_day(lines: Sequence[_Line], matter: Matter) -> Moment | None:
    days = [day for line in lines if (day := matter.reports[line.report].published)]
    return Moment.on(min(days)) if days else None


def _returns(found: Sequence[tuple[Exchange, Sequence[_Line]]], matter: Matter) -> Mapping[str, tuple[str, ...]]:
    """Exchanges told to be in return for one another; what goes the same way is never that."""
    by_report: dict[int, list[tuple[int, Exchange]]] = defaultdict(list)
    for exchange, lines in found:
        for line in lines:
            at = matter.texts[line.report].range_of(line.event.anchor)[0]
            by_report[line.report].append((at, exchange))
    tied: dict[str, set[str]] = defaultdict(set)
    for report, anchors in by_report.items():
        anchors.sort(key=lambda pair: (pair[0], pair[1].id))
        for one, other in _tied_in(report, anchors, matter):
            if _goes_back(one, other):
                tied[one.id].add(other.id)
                tied[other.id].add(one.id)
    return {own: tuple(sorted(others)) for own, others in tied.items()}


def _tied_in(
    report: int, anchors: Sequence[tuple[int, Exchange]], matter: Matter
) -> Iterator[tuple[Exchange, Exchange]]:
    text = matter.texts[report]
    for at, exchange in anchors:
        first, last = text.sentence_at(at)
        forms = [t.form for t in text.tokens[first:last]]
        marks = [first + place for place in phrases_for("return").places_in(forms)]
        for before, other in anchors:
            within = first <= before < at and any(before < mark < at for mark in marks)
            after = _few_sentences_before(report, before, first, matter) and any(m < first + _LEAD_IN for m in marks)
            if other.id != exchange.id and (within or after):
                yield other, exchange


def _few_sentences_before(report: int, at: int, first: int, matter: Matter) -> bool:
    text = matter.texts[report]
    begin = first
    for _ in range(_LOOK_BACK):
        if begin == 0:
            break
        begin = text.sentence_at(begin - 1)[0]
    return begin <= at < first


def _goes_back(one: Exchange, other: Exchange) -> bool:
    if one.mutual or other.mutual:
        return False
    there = (one.from_side, one.to_side)
    back = (other.to_side, other.from_side)
    told = [(a, b) for a, b in zip(there, back, strict=True) if a and b]
    return bool(told) and all(a == b for a, b in told)
