"""The store's SQL in PostgreSQL's words: wherever the two differ, it is written as SQLite has it, and turned here."""

import re
from functools import lru_cache
from typing import NamedTuple

from khabar.store.database import INDICES

_PARTS = re.compile(
    r"""(?P<kept>'(?:[^']|'')*'|"[^"]*")"""
    r"|(?P<index>\w+)\s+MATCH\s+\?|\?(?P<number>\d*)|(?P<cross>\bCROSS\s+JOIN\b)|(?P<down>\bDESC\b)"
)
_IGNORING = re.compile(r"INSERT OR IGNORE(?P<rest>.*)", re.S)


class Turned(NamedTuple):
    """A question as PostgreSQL is asked it."""

    text: str
    indices: dict[int, str]  # for which of what is given are words, and in which index they are looked for


@lru_cache(1024)
def turned(question: str) -> Turned:
    """The question turned: its marks named, and what only SQLite says said otherwise."""
    ignoring = _IGNORING.fullmatch(question.strip())
    question = f"INSERT{ignoring['rest']} ON CONFLICT DO NOTHING" if ignoring else question
    turning = _Turning()
    return Turned(_PARTS.sub(turning.part, question), turning.indices)


def mark(place: int) -> str:
    """What stands for the value given at that place."""
    return f"v{place}"


class _Turning:
    """One question while it is turned."""

    def __init__(self) -> None:
        self._marks = 0
        self.indices: dict[int, str] = {}

    def part(self, found: re.Match[str]) -> str:
        if found["kept"]:
            return found["kept"]
        if found["index"]:
            return self._matching(found["index"])
        if found["cross"]:
            return "JOIN"  # SQLite joins in the order of writing where it says CROSS; PostgreSQL finds the order itself
        if found["down"]:
            return "DESC NULLS LAST"  # where SQLite has them
        return self._mark(found["number"])

    def _matching(self, index: str) -> str:
        self.indices[self._marks] = index
        return f"{index}.{INDICES[index][0]} @@ CAST({self._mark('')} AS tsquery)"

    def _mark(self, number: str) -> str:
        if number:
            return f":{mark(int(number) - 1)}"
        self._marks += 1
        return f":{mark(self._marks - 1)}"
