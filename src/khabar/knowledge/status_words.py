"""Words that say how an event stands to fact, typed."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from khabar.knowledge.files import entries
from khabar.values.event import Status

FILE = "ar/status_words.yaml"


class Where(StrEnum):
    """Where such a word stands to the event word."""

    PARTICLE = "particle"  # before the verb
    PARTICLE_PAST = "particle-past"  # before a verb in the past
    PARTICLE_PRESENT = "particle-present"  # before a verb in the present
    PARTICLE_NOUN = "particle-noun"  # right before the noun
    PHRASE = "phrase"  # before verb or noun, other words may stand between
    AFTER = "after"  # right after the noun


@dataclass(frozen=True, slots=True)
class StatusWord:
    """One entry."""

    id: str
    status: Status
    where: Where
    words: tuple[tuple[str, ...], ...]
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@cache
def status_words() -> tuple[StatusWord, ...]:
    """Every entry, in the order of the file."""
    return tuple(
        StatusWord(
            entry["id"],
            Status(entry["status"]),
            Where(entry["where"]),
            tuple(tuple(word.split()) for word in entry["words"]),
            tuple(entry.get("examples", ())),
            tuple(entry.get("counterexamples", ())),
        )
        for entry in entries(FILE)
    )
