"""What one report tells of one kind of goods that changes hands: the lines that exchanges are made of."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from khabar.extraction.events.lexicon import event_lexemes
from khabar.extraction.events.ware_words import goods_from, one_list, ware_at, without_packing
from khabar.knowledge.actors import media
from khabar.knowledge.event_words import event_words_by_id
from khabar.language.conjugation import Tense
from khabar.language.normalise import fold
from khabar.resolution.phrases import phrases_for
from khabar.resolution.statements import Statement
from khabar.values.attribution import Stance
from khabar.values.claim import PositionStance
from khabar.values.entity import EntityId
from khabar.values.event import Event, EventType, Goods, GoodsCategory, Status
from khabar.values.exchange import Stage, Telling
from khabar.values.reason import Passage
from khabar.weighing.carriage import Carriage, carriage_of
from khabar.weighing.matter import Matter
from khabar.weighing.sides import party, side

GIVING = frozenset({EventType.TRANSFER, EventType.AID})
_BEFORE_ANCHOR = 6  # words before an event word in which an offer of it is named
_FIGURE = 6  # words behind 'in return for' that may count its goods
_STOPS = frozenset({"،", ".", ":", "؛", "؟"})
_FOR = 16  # words behind an event word in which stands what it is in return for

# What 'arms' may be meant of by who tells it in a general word.
_OF_ARMS = frozenset(
    {
        GoodsCategory.AMMUNITION,
        GoodsCategory.MISSILE,
        GoodsCategory.DRONE,
        GoodsCategory.AIRCRAFT,
        GoodsCategory.VEHICLE,
    }
)

Ids = tuple[EntityId, ...]


@dataclass(frozen=True, slots=True)
class Key:
    """What makes two tellings of one claim one exchange."""

    givers: frozenset[str]
    recipients: frozenset[str]
    goods: GoodsCategory | None

    def may_be(self, other: "Key") -> bool:
        """Whether this may be the other, told with less; what both give each other is nothing that goes one way."""
        if other.mutual is not self.mutual:
            return False
        return (
            may_be_of(self.goods, other.goods)
            and (not self.givers or bool(self.givers & other.givers))
            and (not self.recipients or bool(self.recipients & other.recipients))
        )

    @property
    def mutual(self) -> bool:
        """Whether each of several gives to the others."""
        return bool(self.givers) and self.givers == self.recipients

    @property
    def told(self) -> int:
        """How much of it is told; 'arms' tells less than what they are."""
        goods = (self.goods is not None) + (self.goods not in (None, GoodsCategory.ARMS))
        return bool(self.givers) + bool(self.recipients) + goods


def may_be_of(told: GoodsCategory | None, kind: GoodsCategory | None) -> bool:
    """Whether goods that are told in a word may be of this kind: what is not named any, arms whatever shoots."""
    return told in (None, kind) or (told is GoodsCategory.ARMS and kind in _OF_ARMS)


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of goods of one event in one report."""

    report: int
    event: Event
    giver: Ids
    recipient: Ids
    goods: Goods | None  # None: not named
    key: Key
    telling: Telling
    carriage: Carriage
    back: bool = False  # what the event's goods are for: it goes the other way

    @property
    def anchor(self) -> tuple[int, int]:
        """Where it stands."""
        return self.report, self.event.anchor.start


def lines(statement: Statement, stances: Mapping[Passage, PositionStance], matter: Matter) -> Iterator[Line]:
    """One for each kind of goods of each event of giving, and for what stands behind 'in return for'."""
    passage = matter.passage(statement)
    stance = stances.get(passage, PositionStance.ASSERTS)
    for event in statement.events:
        if event.type not in GIVING:
            continue
        stage = _stage(statement, event, stance, matter)
        for goods in _kinds(event.goods) or (None,):
            yield _line(statement, event, goods, stage, stance, matter)
        for goods in _kinds(_wanted_for(statement, event, matter)):
            yield _line(statement, event, goods, stage, stance, matter, back=True)


def _line(
    statement: Statement,
    event: Event,
    goods: Goods | None,
    stage: Stage,
    stance: PositionStance,
    matter: Matter,
    *,
    back: bool = False,
) -> Line:
    giver, recipient = (event.recipient, event.actor) if back else (event.actor, event.recipient)
    givers, recipients = (_parties(statement, ids, matter) for ids in (giver, recipient))
    if givers == recipients and len(givers) == 1:
        recipients, recipient = frozenset(), ()  # nobody gives to himself: the reader took one name twice
    report_id = matter.reports[statement.report].id
    carriage = Carriage() if back else carriage_of(statement.report, event, matter)
    telling = Telling(
        matter.passage(statement),
        stance,
        stage,
        matter.names(statement),
        event.id,
        Passage(report_id, goods.span) if goods else None,
        goods.quantity if goods else None,
        Passage(report_id, carriage.words) if carriage.words else None,
    )
    key = Key(givers, recipients, goods.category if goods else None)
    return Line(statement.report, event, giver, recipient, goods, key, telling, carriage, back)


def _kinds(told: Iterable[Goods]) -> tuple[Goods, ...]:
    """Each kind of goods once, where it gives a figure, or else where it comes first."""
    best: dict[GoodsCategory, Goods] = {}
    for goods in told:
        known = best.get(goods.category)
        if known is None or (known.quantity is None and goods.quantity is not None):
            best[goods.category] = goods
    return tuple(best.values())


def _wanted_for(statement: Statement, event: Event, matter: Matter) -> tuple[Goods, ...]:
    """The goods right behind 'in return for' in the clause of an event: shipments of wheat for shells."""
    text = matter.texts[statement.report]
    at = text.range_of(event.anchor)[1]
    last = min(at + _FOR, text.sentence_at(at - 1)[1])
    marks = phrases_for("given-for").places_in([t.form for t in text.tokens[at:last]])
    if not marks or set(event.actor) == set(event.recipient):
        return ()
    first = at + marks[0] + 1
    others = (text.range_of(e.anchor)[0] for e in matter.readings[statement.report].events if e.type in GIVING)
    if any(at <= other < last for other in others):
        return ()  # what is given for it is told as an event of its own
    forms = tuple(t.form for t in text.tokens[:last])
    ends = next((place for place in range(first, last) if forms[place] in _STOPS), last)
    wares = one_list(forms, filter(None, (ware_at(forms, place) for place in range(first, ends))))
    found = [ware for ware in wares if ware.first - first <= _FIGURE]
    return goods_from(text, without_packing(found), first)


def _parties(statement: Statement, ids: Iterable[str], matter: Matter) -> frozenset[str]:
    report_id = matter.reports[statement.report].id
    known = matter.cast.known(report_id, ids)
    return frozenset(_state_quoting(statement, actor, matter) or party(actor, matter.cast) for actor in known)


def _state_quoting(statement: Statement, actor: str, matter: Matter) -> str | None:
    """The state of the agency that quotes an official of no country, for which he speaks; None: there is none."""
    report_id = matter.reports[statement.report].id
    cast = matter.cast
    if not statement.chain or actor not in cast.known(report_id, statement.chain[-1]) or side(actor, cast):
        return None
    agencies = (cast.by_id[a].known_as for link in statement.chain[:-1] for a in cast.known(report_id, link))
    return next((owner for agency in agencies if (owner := _owner_state(agency))), None)


def _owner_state(name: str | None) -> str | None:
    return next((medium.owner_state for medium in media() if medium.id == name), None)


def _stage(statement: Statement, event: Event, stance: PositionStance, matter: Matter) -> Stage:
    if event.status is Status.DENIED or stance is PositionStance.DENIES:
        return Stage.DENIED
    if statement.act is EventType.REQUEST or statement.stance is Stance.QUESTIONS:
        return Stage.ASKED_FOR
    if _is_offered(statement, event, matter):
        return Stage.OFFERED
    if event.status is Status.ACTUAL:
        return Stage.AGREED if _is_under_way(statement, event, matter) else Stage.DELIVERED
    if any(e.type is EventType.AGREE and e.status is Status.ACTUAL and _share(e, event) for e in statement.events):
        return Stage.AGREED
    return Stage.PLANNED if event.status is Status.PLANNED else Stage.POSSIBLE


def _share(one: Event, other: Event) -> bool:
    """Whether somebody takes part in both."""
    return bool({*one.actor, *one.recipient} & {*other.actor, *other.recipient})


def _is_under_way(statement: Statement, event: Event, matter: Matter) -> bool:
    """Whether somebody is buying or selling, which does not tell that the goods came: they are buying shells."""
    word = event_words_by_id().get(event.rule)
    if word is None or not word.deal:
        return False
    return _is_present(fold(event.anchor.of(matter.texts[statement.report].text)))


@lru_cache(maxsize=4096)
def _is_present(form: str) -> bool:
    tenses = {analysis.inflection.tense for analysis in event_lexemes().at(form)}
    return Tense.PRESENT in tenses and Tense.PAST not in tenses


def _is_offered(statement: Statement, event: Event, matter: Matter) -> bool:
    text = matter.texts[statement.report]
    at = text.range_of(event.anchor)[0]
    before = text.tokens[max(statement.tokens[0], at - _BEFORE_ANCHOR) : at]
    return phrases_for("offer").stand_in([t.form for t in before])
