"""The notation of the date grammar: patterns over terminals, and what one match of a pattern holds."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from khabar.language.times.context import Context
from khabar.language.times.items import Item

_NAME = re.compile(r"\b[A-Z][A-Z_]+\b")
TERMINALS = tuple(
    _NAME.findall(
        """
        AND SO IN TO AS ARTICLE OF UNTIL BETWEEN SINCE BEFORE AFTER CORRESPONDING APPROX ERA HIJRI_ERA THEN THE_FIRST_OF
        LAST_OF WEEKEND MONTH HIJRI_MONTH WEEKDAY THE_WEEKDAY HOUR DAY WEEK MOON YEAR DECADE CENTURY
        THE_HOUR THE_DAY THE_WEEK THE_MOON THE_YEAR THE_DECADE THE_CENTURY DUAL THE_DUAL UNITS THE_UNITS PAIR_OF
        PART THE_PART DEIXIS TODAY TONIGHT PAST PREVIOUS NEXT CURRENT FOLLOWING LATEST SAME_AFTER SAME_BEFORE
        THIS THAT NOW REST FEAST BEFORE_IT AFTER_IT EDGE SEASON THE_SEASON DECADE_NAME QUARTER HALF ORDINAL CARDINAL
        TENTH COUNT DAY_NUMBER YEAR_NUMBER DATE YEARS DAYS DAY_MONTH MONTH_YEAR SLASH DASH OPEN CLOSE COMMA DOT OTHER
        """
    )
)
_LETTER = {name: chr(0xE000 + at) for at, name in enumerate(TERMINALS)}


@dataclass(frozen=True, slots=True)
class Found:
    """One match: the items of the run and which of them each group of the pattern took."""

    items: Sequence[Item]
    match: re.Match[str]

    def item(self, group: str) -> Item | None:
        """The first item of a group; None: the group took none, or the pattern has none of that name."""
        at = self.match.start(group) if group in self.match.re.groupindex else -1
        return self.items[at] if 0 <= at < self.match.end(group) else None

    def all(self, group: str) -> Sequence[Item]:
        """Every item of a group."""
        if group not in self.match.re.groupindex or self.match.start(group) < 0:
            return ()
        return self.items[self.match.start(group) : self.match.end(group)]

    def number(self, group: str) -> int | None:
        """The whole number that a group's first item stands for."""
        item = self.item(group)
        return int(item.value) if item and isinstance(item.value, int | float) else None

    def has(self, group: str) -> bool:
        """Whether the group took anything."""
        return self.item(group) is not None

    def has_terminal(self, group: str, *terminals: str) -> bool:
        """Whether a group begins with one of these terminals."""
        item = self.item(group)
        return item is not None and item.terminal in terminals

    @property
    def bounds(self) -> tuple[int, int]:
        """The items that the expression covers: the group `x` where the pattern has one."""
        group = "x" if "x" in self.match.re.groupindex else 0
        return self.match.start(group), self.match.end(group)

    @property
    def before(self) -> str:
        """The terminal just before the expression; empty: none."""
        start = self.bounds[0]
        return self.items[start - 1].terminal if start else ""

    @property
    def after(self) -> str:
        """The terminal just after the match; empty: none."""
        end = self.match.end()
        return self.items[end].terminal if end < len(self.items) else ""


Meaning = Callable[[Found, Context], str | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern with its meaning: EDTF text, or None where these words are no date after all."""

    name: str
    pattern: re.Pattern[str]
    meaning: Meaning


def rule(name: str, pattern: str, meaning: Meaning) -> Rule:
    """A rule whose pattern is written in terminals' names and the signs of regular expressions."""
    return Rule(name, re.compile(_NAME.sub(lambda n: _LETTER[n[0]], pattern).replace(" ", "")), meaning)


def letters(items: Sequence[Item]) -> str:
    """A run as the text that the patterns match: one letter for one item."""
    return "".join([_LETTER[item.terminal] for item in items])
