"""The number words of Arabic, and the words that make a figure a limit."""

from dataclasses import dataclass
from functools import cache

from khabar.knowledge.files import entries


@dataclass(frozen=True, slots=True)
class NumeralWord:
    """One entry of `ar/numerals.yaml`."""

    id: str
    role: str  # unit | ten | hundred | scale | fraction | vague | ordinal | bound
    value: int | float | str  # text for a bound: one of > >= ~ < <=
    forms: tuple[str, ...]
    position: str = ""  # of a bound: before | after the figure
    times: int = 1  # a dual scale word counts its scale twice
    examples: tuple[str, ...] = ()
    counterexamples: tuple[str, ...] = ()


@cache
def numeral_words() -> tuple[NumeralWord, ...]:
    """All of them, in the order of the file."""
    return tuple(
        NumeralWord(
            id=entry["id"],
            role=entry["role"],
            value=entry["value"],
            forms=tuple(entry["forms"]),
            position=entry.get("position", ""),
            times=entry.get("times", 1),
            examples=tuple(entry.get("examples", ())),
            counterexamples=tuple(entry.get("counterexamples", ())),
        )
        for entry in entries("ar/numerals.yaml")
    )
