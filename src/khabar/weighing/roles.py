"""Who acts and who is acted on in a statement's events, each told by the state or body behind him."""

from collections.abc import Iterable
from dataclasses import dataclass

from khabar.resolution.statements import Statement
from khabar.values.actor import ActorId
from khabar.weighing.matter import Matter
from khabar.weighing.sides import principal


@dataclass(frozen=True, slots=True)
class Roles:
    """Nobody stands in both; either may be empty where the report does not tell."""

    acting: frozenset[ActorId]
    acted_on: frozenset[ActorId]

    def turned_round(self, other: "Roles") -> bool:
        """Whether what one does to the other is there what the other does to the one."""
        return bool(self.acting & other.acted_on and self.acted_on & other.acting)

    def may_be_of_one_event(self, other: "Roles") -> bool:
        """Whether neither role is filled by altogether different actors."""
        return _agree(self.acting, other.acting) and _agree(self.acted_on, other.acted_on)


def roles_in(statement: Statement, matter: Matter) -> Roles:
    """The roles in all events of a statement."""
    report_id = matter.reports[statement.report].id

    def actors(ids: Iterable[str]) -> frozenset[ActorId]:
        known = [matter.cast.of_member[report_id, i] for i in ids if (report_id, i) in matter.cast.of_member]
        return frozenset(principal(actor, matter.cast).id for actor in known)

    acting = actors(i for e in statement.events for i in e.actor)
    acted_on = actors(i for e in statement.events for i in e.recipient)
    return Roles(acting - acted_on, acted_on - acting)


def _agree(one: frozenset[ActorId], other: frozenset[ActorId]) -> bool:
    return not one or not other or bool(one & other)
