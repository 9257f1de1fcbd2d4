"""What two parties have to do with one another."""

from dataclasses import dataclass

from khabar.values.quad import Quad

Pair = tuple[str, str]  # ids of parties, the smaller first


@dataclass(frozen=True, slots=True)
class Dealt:
    """What one party does to another, by their ids."""

    giver: str  # that acts
    taker: str  # that is acted on
    mutual: bool
    quad: Quad
    weight: int  # 0: it is not told as a fact, or nobody stands by it


@dataclass(frozen=True, slots=True)
class Balance:
    """All that passes between two parties, in figures."""

    pair: Pair
    score: int
    by_class: tuple[tuple[Quad, int], ...]  # how many events of each class count
    events: int


@dataclass(frozen=True, slots=True)
class Counted:
    """One event that counts, in its month."""

    month: str  # 2024-06
    weight: int
    claim: str  # its id
