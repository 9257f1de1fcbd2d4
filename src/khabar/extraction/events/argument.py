"""A noun phrase beside a predicate."""

from typing import NamedTuple

from khabar.values.entity import EntityId


class Argument(NamedTuple):
    """A noun phrase in which an entity or a word for people or forces stands."""

    label: str  # BARE, AGENT or a preposition, folded
    entities: tuple[EntityId, ...]  # empty: only a word for people or forces
    start: int  # where its noun phrase begins
    first: int  # where its reference begins
    last: int
    how: str  # of its reference; "words" where there is none
    commas: int = 0  # before it, from where the looking began
    agentive: bool = True  # its noun phrase opens with somebody who can act
    forces: bool = False  # armed
