"""What weighing a story asks of its actors: what it never asks may change without touching the story."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TypeVar

from khabar.values.actor import ActorId

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Asked:
    """The actors of whom something was asked."""

    faces: set[ActorId] = field(default_factory=set)  # what they are called and what they are
    behind: set[ActorId] = field(default_factory=set)  # for whom they speak


@dataclass(frozen=True, slots=True)
class Answered:
    """What was asked when something was found out, with the hash of the answers: while they hold, so does it."""

    faces: tuple[ActorId, ...] = ()
    behind: tuple[ActorId, ...] = ()
    answers: str = ""

    @property
    def asked(self) -> Asked:
        """The questions."""
        return Asked(set(self.faces), set(self.behind))


class Noting(Mapping[ActorId, T]):
    """A mapping that notes what it is asked for, also what it does not hold."""

    def __init__(self, known: Mapping[ActorId, T], asked: set[ActorId]) -> None:
        self._known = known
        self._asked = asked

    def __getitem__(self, actor: ActorId) -> T:
        self._asked.add(actor)
        return self._known[actor]

    def __contains__(self, actor: object) -> bool:
        if isinstance(actor, str):
            self._asked.add(actor)
        return actor in self._known

    def __iter__(self) -> Iterator[ActorId]:
        self._asked.update(self._known)
        return iter(self._known)

    def __len__(self) -> int:
        return len(self._known)
