"""Why a proposal does not count."""

from collections import Counter
from dataclasses import dataclass, field
from enum import StrEnum


class Refusal(StrEnum):
    """What a proposal lacks."""

    FORM = "other-form"
    LIST = "not-in-list"
    WORDS = "words-not-there"
    AMBIGUOUS = "ambiguous"
    SENTENCE = "no-such-sentence"
    UNKNOWN = "unknown-party"
    KIND = "other-kind"
    ELSEWHERE = "named-elsewhere"
    NOBODY = "nobody"
    TWICE = "twice"
    LONG = "too-long"
    MANY = "too-many"


class Refused(Exception):
    """One proposal does not count."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why)
        self.why = why


@dataclass(slots=True)
class Account:
    """How many proposals came, and how many did not count for what reason."""

    proposed: int = 0
    refused: Counter[Refusal] = field(default_factory=Counter)

    def add(self, other: "Account") -> None:
        """Counts what another counted."""
        self.proposed += other.proposed
        self.refused.update(other.refused)
