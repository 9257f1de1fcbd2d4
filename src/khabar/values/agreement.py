"""How two sentences stand to one another, with the reasons."""

from dataclasses import dataclass
from enum import StrEnum

from khabar.values.reason import Reason


class Agreement(StrEnum):
    """Whether two sentences tell one thing."""

    AGREES = "agrees"  # they tell the same
    DISAGREES = "disagrees"  # they tell of one matter what cannot both be so
    OTHER = "other"  # they tell of two matters


@dataclass(frozen=True, slots=True)
class Comparison:
    """What comes out when two sentences are laid beside one another."""

    agreement: Agreement
    likelihood: float  # of that one of the three, as learned from pairs that people judged
    reasons: tuple[Reason, ...]  # what speaks for it
