"""What kinds of thing a statement tells, when, and who acts and is acted on, each by the state or body behind him."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product

from khabar.resolution.statements import SPEECH_ACTS, Statement
from khabar.values.actor import ActorId
from khabar.values.entity import Kind
from khabar.values.event import Event, EventType
from khabar.weighing.matter import Matter
from khabar.weighing.sides import principals

_T = EventType
# One thing is often told under several kinds: who stands in a group may be one event, and in no group together never.
_KIN = (
    {_T.ASSAULT, _T.COERCE, _T.MOBILIZE, _T.TEST, _T.RETREAT, _T.PROTEST, _T.SANCTION},
    {_T.TRANSFER, _T.AID, _T.SUPPORT, _T.COOPERATE, _T.MOBILIZE, _T.SANCTION, _T.CONCEDE},
    {_T.CONSULT, _T.AGREE, _T.COOPERATE, _T.SUPPORT, _T.CONCEDE, _T.AID, _T.TRANSFER, _T.RETREAT},
    {_T.APPOINT, _T.DISMISS, _T.RETREAT, _T.CONCEDE},
    {_T.COERCE, _T.SANCTION, _T.CONCEDE, _T.DISMISS, _T.RETREAT},
)
# Who meets whom, or agrees with whom, is told either way.
MEETINGS = frozenset({_T.CONSULT, _T.AGREE})
_VAGUE = 7  # days; a longer time says nothing against another
_BEFORE = timedelta(days=2)  # between what happened and the report that gives no day
CLOSE = timedelta(days=1)  # reports disagree on the night in which something happened


Days = tuple[date | None, date | None]


@dataclass(frozen=True, slots=True)
class Roles:
    """Nobody stands in both; either may be empty where the report does not tell."""

    acting: frozenset[ActorId]
    acted_on: frozenset[ActorId]
    types: frozenset[EventType] = frozenset()  # acts of speech left out: they are told of any matter
    first: date | None = None  # the days that it is told of; None: the report has no date
    last: date | None = None

    def turned_round(self, other: "Roles") -> bool:
        """Whether who does it here only has it done to him there, or the other way round."""
        if MEETINGS & self.types & other.types:
            return False
        given, taken = bool(self.acting & other.acted_on), bool(self.acted_on & other.acting)
        alike = self.acting & other.acting or self.acted_on & other.acted_on
        return (given and taken) or ((given or taken) and bool(self.types & other.types) and not alike)

    def another_thing(self, other: "Roles") -> bool:
        """Whether kinds, days or all who take part show that two statements are of two things."""
        return self.turned_round(other) or not self._akin(other) or self._other_case(other)

    def _akin(self, other: "Roles") -> bool:
        if not self.types or not other.types or self.types & other.types:
            return True
        return any(one in kin and two in kin for one, two in product(self.types, other.types) for kin in _KIN)

    def _other_case(self, other: "Roles") -> bool:
        """Whether one kind of thing is told of altogether different doers and done-to."""
        told = self.acting and self.acted_on and other.acting and other.acted_on
        return bool(self.types & other.types and told) and not self._taking_part & other._taking_part

    def surely_near(self, other: "Roles") -> bool:
        """Whether time does not part them, nor those who take part: what a claim of many statements asks for."""
        if not may_coincide((self.first, self.last), (other.first, other.last)):
            return False
        return agree(self._taking_part, other._taking_part)

    def shared_by(self, other: "Roles") -> bool:
        """Whether the doer is told and is one, and whom it is done to may be one."""
        return bool(self.acting & other.acting) and agree(self.acted_on, other.acted_on)

    @property
    def _taking_part(self) -> frozenset[ActorId]:
        return self.acting | self.acted_on


def roles_in(statement: Statement, matter: Matter) -> Roles:
    """The roles in all events of a statement."""
    report_id = matter.reports[statement.report].id

    acting = _in_particular(principals(report_id, (i for e in statement.told for i in e.actor), matter.cast), matter)
    acted_on = _in_particular(
        principals(report_id, (i for e in statement.told for i in e.recipient), matter.cast), matter
    )
    types = frozenset(e.type for e in statement.told) - SPEECH_ACTS
    first, last = days_of(statement.told, matter.reports[statement.report].published)
    return Roles(acting - acted_on, acted_on - acting, types, first, last)


def _in_particular(actors: frozenset[ActorId], matter: Matter) -> frozenset[ActorId]:
    """Without what only 'the kingdom' or 'the government' names: it may be any, and so shows no two things."""
    told = (matter.cast.by_id[a] for a in actors)
    return frozenset(a.id for a in told if a.kind is not Kind.COUNTRY or a.wikidata or a.known_as)


def may_coincide(one: Days, other: Days) -> bool:
    """Whether two stretches of days touch; what is not known may be any day."""
    if one[0] is None or one[1] is None or other[0] is None or other[1] is None:
        return True
    return one[0] <= other[1] + CLOSE and other[0] <= one[1] + CLOSE


def days_of(events: Iterable[Event], published: date | None) -> Days:
    """The days of the first of these events that has them, else those before the report."""
    times = [e.time for e in events if e.time and e.time.days and e.time.days <= _VAGUE]
    if times:
        return times[0].earliest, times[0].latest
    return (published - _BEFORE, published) if published else (None, None)


def agree(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two tellings may be of the same: they share one, or one does not tell."""
    return not one or not other or bool(one & other)
