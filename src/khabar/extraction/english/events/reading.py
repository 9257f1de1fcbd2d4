"""Events of one English report in reading order, each told once."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from khabar.extraction.english.events.clauses import clause_of
from khabar.extraction.english.events.goods import goods_in
from khabar.extraction.english.events.needs import is_event
from khabar.extraction.english.events.predicates import Predicate, predicates_in
from khabar.extraction.english.events.roles import Roles, roles_of, subject_of, together
from khabar.extraction.english.events.settings import place_of, time_of
from khabar.extraction.english.events.status import status_of
from khabar.extraction.english.scene import Party, Scene
from khabar.extraction.events.party_codes import party_codes
from khabar.knowledge.english.events import EventWord, Flag
from khabar.language.analysis import Range
from khabar.language.english.inflection import Form
from khabar.values.attribution import Attribution
from khabar.values.entity import EntityId, Kind
from khabar.values.event import ActorCode, Event, EventType, Goods
from khabar.values.span import Span
from khabar.values.why import Part, TimeRule, Why

_IN_BOTH = frozenset({EventType.AGREE, EventType.COOPERATE, EventType.TRANSFER})


def events_in(scene: Scene, attributions: tuple[Attribution, ...]) -> tuple[Event, ...]:
    """Every event of the report."""
    found = _merged(_Reader(scene, attributions).run())
    return tuple(replace(event, id=f"v{n + 1}") for n, event in enumerate(found))


class _Reader:
    """One report while its events are read."""

    def __init__(self, scene: Scene, attributions: tuple[Attribution, ...]) -> None:
        self.scene = scene
        self.said: dict[int, list[Attribution]] = defaultdict(list)  # by the paragraph of what is said
        for attribution in attributions:
            first = scene.text.analysed.range_of(attribution.content)[0]
            self.said[scene.paragraph(first)].append(attribution)

    def run(self) -> Iterator[Event]:
        before: tuple[Range, Party | None] = ((0, 0), None)
        for predicate in predicates_in(self.scene):
            sentence = self.scene.text.sentence(predicate.first)
            saying = self._saying(predicate)
            within = self._within(saying, sentence)
            clause = clause_of(self.scene, predicate, within)
            earlier = before[1] if before[0] == within else None
            found = [e for w in predicate.words if (e := self._event(predicate, w, clause, saying, earlier))]
            if found:
                yield max(found, key=_told)
            before = within, subject_of(self.scene, predicate, clause, earlier) or earlier

    def _saying(self, predicate: Predicate) -> Attribution | None:
        """The innermost saying in whose content the word stands; not the one whose cue it is."""
        return self._said_at(predicate.first, predicate.last)

    def _said_at(self, first: int, last: int) -> Attribution | None:
        anchor = self.scene.text.analysed.span(first, last)
        here = self.said.get(self.scene.paragraph(first), ())
        around = [a for a in here if a.content.covers(anchor) and not (a.cue and a.cue.overlaps(anchor))]
        return min(around, key=lambda a: len(a.content), default=None)

    def _within(self, saying: Attribution | None, sentence: Range) -> Range:
        if saying is None:
            return sentence
        first, last = self.scene.text.analysed.range_of(saying.content)
        return max(first, sentence[0]), min(last, sentence[1])

    def _event(
        self, predicate: Predicate, word: EventWord, clause: Range, saying: Attribution | None, before: Party | None
    ) -> Event | None:
        scene = self.scene
        roles = self._meant(roles_of(scene, predicate, word, clause, before), predicate, saying)
        if Flag.TOGETHER in word.flags and (word.type in _IN_BOTH or roles.recipient is None):
            roles = together(roles)
        goods = goods_in(scene, clause) if Flag.GOODS in word.flags else ()
        if not is_event(scene, predicate, word, roles, goods, clause) or self._lacks_subject(predicate, clause, before):
            return None
        return self._made(predicate, word, roles, clause, saying, goods)

    def _lacks_subject(self, predicate: Predicate, clause: Range, before: Party | None) -> bool:
        """Whether what looks like a verb of the present has nobody before it: 'medical supplies'."""
        bare = predicate.group is not None and predicate.group.first == predicate.first
        if not bare or predicate.form not in (Form.THIRD, Form.BASE):
            return False
        return subject_of(self.scene, predicate, clause, before) is None

    def _meant(self, roles: Roles, predicate: Predicate, saying: Attribution | None) -> Roles:
        """The parties, whoever speaks being the 'it' of what he says, and the doer of what he denies doing."""
        actor, gerund = roles.actor, predicate.form is Form.ING
        if saying and ((actor and actor.pronoun) or (actor is None and gerund)):
            stretch = actor or Party(predicate.first, predicate.last)
            return replace(roles, actor=replace(stretch, entities=saying.chain[-1], pronoun=""))
        return roles

    def _made(
        self,
        predicate: Predicate,
        word: EventWord,
        roles: Roles,
        clause: Range,
        saying: Attribution | None,
        goods: tuple[Goods, ...],
    ) -> Event:
        scene = self.scene
        actor, recipient = self._parties(roles.actor), self._parties(roles.recipient)
        place = self._places(roles, word) or place_of(scene, predicate, clause, lands=not roles.recipient)
        status, shown = status_of(scene, predicate, clause, saying)
        within = self._within(saying, scene.text.sentence(predicate.first))
        time = time_of(scene, predicate, clause, within, lambda date: self._said_at(*date) is saying)
        anchor = scene.text.analysed.span(predicate.first, predicate.last)
        event = Event(
            "",
            anchor,
            word.type,
            word.status or status,
            word.mode if word.type is EventType.CONSULT else None,
            actor,
            recipient,
            tuple(p for p in place if p not in actor),
            time.moment if time else None,
            goods,
            saying.id if saying else None,
            word.id,
            self._words(roles.actor),
            self._words(roles.recipient),
            self._codes(actor),
            self._codes(recipient),
        )
        return replace(event, why=self._whys(event, shown)) if scene.explains else event

    def _parties(self, party: Party | None) -> tuple[EntityId, ...]:
        """The entities in a role; for a place the country that it lies in."""
        named = (self._land(e) for e in (party.entities if party else ()))
        return tuple(dict.fromkeys(e for e in named if e))

    def _land(self, entity: EntityId) -> EntityId | None:
        if self.scene.kind(entity) is Kind.PLACE:
            return self.scene.referents.by_id[entity].of
        return entity

    def _places(self, roles: Roles, word: EventWord) -> tuple[EntityId, ...]:
        """The places among those acted on; who is visited at home is a place too."""
        named = roles.recipient.entities if roles.recipient else ()
        kinds = (Kind.PLACE, Kind.COUNTRY) if Flag.PLACE_OF_RECIPIENT in word.flags else (Kind.PLACE,)
        return tuple(e for e in named if self.scene.kind(e) in kinds)

    def _codes(self, party: tuple[EntityId, ...]) -> tuple[ActorCode, ...]:
        return party_codes(self.scene.text.analysed, self.scene.referents, party, ())

    def _words(self, party: Party | None) -> tuple[Span, ...]:
        return (self.scene.text.analysed.span(party.first, party.last),) if party else ()

    def _whys(self, event: Event, shown: str) -> tuple[Why, ...]:
        told = [Why(Part.WORD, event.rule, event.anchor), Why(Part.STATUS, shown)]
        if event.time:
            told.append(Why(Part.TIME, TimeRule.CLAUSE))
        return tuple(told)


def _merged(events: Iterable[Event]) -> list[Event]:
    """The events without those that tell again, with no more, what one of them tells."""
    kept: list[Event] = []
    alike: dict[tuple[object, ...], list[int]] = defaultdict(list)
    for event in events:
        kind = (event.type, event.mode, event.status)
        again = next((n for n in alike[kind] if _is_same(kept[n], event)), None)
        if again is None:
            alike[kind].append(len(kept))
            kept.append(event)
        else:
            kept[again] = _fuller(kept[again], event)
    return kept


def _is_same(one: Event, other: Event) -> bool:
    return (
        _agree(one.actor, other.actor)
        and _agree(one.recipient, other.recipient)
        and bool({*one.actor, *one.recipient} & {*other.actor, *other.recipient})
        and (_agree(one.place, other.place) or _share(one, other))
        and (one.time is None or other.time is None or one.time == other.time)
        and _agree(
            tuple(g.quantity for g in one.goods if g.quantity), tuple(g.quantity for g in other.goods if g.quantity)
        )
    )


def _share(one: Event, other: Event) -> bool:
    """Whether both parties are told to be the same: whoever visits a town visits its country."""
    return bool(set(one.actor) & set(other.actor)) and bool(set(one.recipient) & set(other.recipient))


def _agree(one: tuple[object, ...], other: tuple[object, ...]) -> bool:
    return not one or not other or bool(set(one) & set(other))


def _fuller(one: Event, other: Event) -> Event:
    first, second = (one, other) if _told(one) >= _told(other) else (other, one)
    return replace(
        first,
        actor=first.actor or second.actor,
        recipient=first.recipient or second.recipient,
        place=first.place or second.place,
        time=first.time or second.time,
        goods=first.goods or second.goods,
    )


def _told(event: Event) -> int:
    return sum(map(bool, (event.actor, event.recipient, event.place, event.time, event.goods)))
