"""Why an event is as it is: where its parties, its place and its time stand, and what gives it its status."""

from collections.abc import Iterator
from dataclasses import dataclass

from khabar.extraction.events.antecedents import Ids
from khabar.extraction.events.arguments import AGENT, Argument
from khabar.extraction.events.bindings import Binder
from khabar.extraction.events.predicates import Predicate
from khabar.extraction.events.scene import BARE
from khabar.extraction.events.slots import Roles
from khabar.extraction.events.standing import Standing
from khabar.values.event import Event
from khabar.values.span import Span
from khabar.values.why import Part, PlaceRule, RoleRule, TimeRule, Why


@dataclass(frozen=True, slots=True)
class Grounds:
    """What an event was made of."""

    binder: Binder
    predicate: Predicate
    roles: Roles
    standing: Standing
    timed: TimeRule

    def whys(self, event: Event) -> Iterator[Why]:
        """The label of each part of the event, with its words."""
        carrier = self.roles.carrier
        yield Why(Part.WORD, event.rule, event.anchor)
        if carrier and self.roles.carrier_id:
            yield Why(Part.CARRIER, self.roles.carrier_id, self._span(carrier.first, carrier.last))
        yield from self._party(Part.ACTOR, event.actor, self.roles.actor_arguments)
        if event.recipient and not self.roles.recipient:
            yield Why(Part.RECIPIENT, RoleRule.LAND)
        else:
            yield from self._party(Part.RECIPIENT, event.recipient, self.roles.recipient_arguments)
        if event.place:
            yield self._place(event.place)
        if event.time:
            yield Why(Part.TIME, self.timed, self._words_of_time(event))
        yield self._status()
        for goods in event.goods:
            yield Why(Part.GOODS, goods.category, goods.span)

    def _span(self, first: int, last: int) -> Span:
        return self.binder.scene.analysed.span(first, last)

    def _party(self, part: Part, ids: Ids, arguments: tuple[Argument, ...]) -> Iterator[Why]:
        if not ids:
            return
        argument = next((a for a in arguments if not set(ids).isdisjoint(a.entities)), None)
        if argument:
            yield Why(part, self._stands(argument), self._span(argument.start, argument.last))
        elif arguments:
            yield Why(part, RoleRule.OWNER, self._span(arguments[0].start, arguments[0].last))
        else:
            yield self._unwritten(part, ids)

    def _stands(self, argument: Argument) -> RoleRule:
        """Where a noun phrase stands to the event word."""
        if argument.label != BARE:
            return RoleRule.AGENT if argument.label == AGENT else RoleRule.PREPOSITION
        return self._beside_verb(argument) if self.predicate.verbal else self._beside_noun(argument)

    def _beside_verb(self, argument: Argument) -> RoleRule:
        bound = self.binder.verb(self.predicate)
        if bound.passive and argument == bound.subject:
            return RoleRule.OBJECT
        if argument.start < self.predicate.first:
            return RoleRule.SUBJECT_BEFORE
        if argument == bound.subject:
            return RoleRule.SUBJECT_BEHIND
        return RoleRule.OBJECT if argument in bound.objects else RoleRule.DEED

    def _beside_noun(self, argument: Argument) -> RoleRule:
        if argument in self.binder.noun(self.predicate).objects:
            modifies = argument.how == "adjective" and argument.start == argument.first
            return RoleRule.ADJECTIVE if modifies else RoleRule.GENITIVE
        if self.roles.carrier:
            return RoleRule.CARRIER
        return RoleRule.SUBJECT_BEFORE if argument.start < self.predicate.first else RoleRule.DEED

    def _unwritten(self, part: Part, ids: Ids) -> Why:
        """A party that no noun phrase of the clause was taken for."""
        scene, p = self.binder.scene, self.predicate
        beside = (*self.roles.labelled, *self.roles.actor_arguments, *self.roles.recipient_arguments)
        together = next((a for a in beside if not set(ids).isdisjoint(a.entities)), None)
        if together:
            return Why(part, RoleRule.TOGETHER, self._span(together.start, together.last))
        carrying = self._subject_of_carrier()
        if carrying and not set(ids).isdisjoint(carrying.entities):
            return Why(part, RoleRule.CARRIER, self._span(carrying.start, carrying.last))
        if p.verbal and self.binder.verb(p).headed:
            return Why(part, RoleRule.RELATIVE, self._last_named(ids))
        if ids == scene.speaker_at(p.first):
            return Why(part, RoleRule.SPEAKER)
        return Why(part, RoleRule.ELSEWHERE, self._last_named(ids))

    def _subject_of_carrier(self) -> Argument | None:
        carrier = self.roles.carrier
        return self.binder.verb(carrier).subject if carrier and carrier.verbal else None

    def _last_named(self, ids: Ids) -> Span | None:
        """The last words before the event word, in its paragraph, that name one of these."""
        scene, at = self.binder.scene, self.predicate.first
        before = reversed(scene.referents.between(scene.analysed.paragraph_at(at)[0], at))
        found = next((r for r in before if not set(ids).isdisjoint(r.entities)), None)
        return self._span(found.first, found.last) if found else None

    def _place(self, place: Ids) -> Why:
        if not set(place).isdisjoint(self.roles.targets):
            return Why(Part.PLACE, PlaceRule.AIMED_AT)
        argument = next((a for a in self.roles.labelled if not set(place).isdisjoint(a.entities)), None)
        if argument:
            return Why(Part.PLACE, PlaceRule.PREPOSITION, self._span(argument.start, argument.last))
        hit = any(not set(place).isdisjoint(a.entities) for a in self.roles.recipient_arguments)
        return Why(Part.PLACE, PlaceRule.AIMED_AT) if hit else self._place_elsewhere(place)

    def _place_elsewhere(self, place: Ids) -> Why:
        """A place told at the head of the sentence, or behind the verb that is joined to this."""
        scene, p = self.binder.scene, self.predicate
        behind = scene.referents.between(p.last, scene.analysed.sentence_at(p.first)[1])
        joined = next((r for r in behind if not set(place).isdisjoint(r.entities)), None)
        if joined is None:
            return Why(Part.PLACE, PlaceRule.OPENING)
        return Why(Part.PLACE, PlaceRule.JOINED, self._span(joined.first, joined.last))

    def _words_of_time(self, event: Event) -> Span | None:
        around = self._span(*self.binder.scene.analysed.sentence_at(self.predicate.first))
        told = (t.span for t in self.binder.scene.times if t.moment == event.time and around.covers(t.span))
        return min(told, key=lambda span: abs(span.start - event.anchor.start), default=None)

    def _status(self) -> Why:
        at = self.standing.at
        return Why(Part.STATUS, self.standing.by, None if at is None else self._span(at, at + 1))


def retold(event: Event, other: Event) -> Iterator[Why]:
    """Why a mention of an event has what only another mention of it tells."""
    by = {
        Part.ACTOR: (RoleRule.RETOLD, event.actor, other.actor),
        Part.RECIPIENT: (RoleRule.RETOLD, event.recipient, other.recipient),
        Part.PLACE: (PlaceRule.RETOLD, event.place, other.place),
        Part.TIME: (TimeRule.RETOLD, event.time, other.time),
    }
    return (Why(part, rule, other.anchor) for part, (rule, own, told) in by.items() if told and not own)
