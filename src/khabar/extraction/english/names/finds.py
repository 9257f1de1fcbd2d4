"""Words found to name something, before it is known what else names the same."""

from collections.abc import Iterable
from dataclasses import dataclass

from khabar.language.english.text import EnglishText
from khabar.values.entity import Kind


@dataclass(frozen=True, slots=True)
class Find:
    """A stretch of tokens that names or describes one thing."""

    first: int
    last: int
    kind: Kind
    rule: str
    how: str = "name"  # name | adjective | description | group
    known: str | None = None  # id in the world knowledge
    country: str | None = None  # id of the country that it belongs to
    of: int | None = None  # token at which the find begins that it belongs to
    key: str = ""  # by which the same is found again


def apart(finds: Iterable[Find]) -> list[Find]:
    """The finds that share no token with a longer one, in reading order; of equals the first given."""
    kept: list[Find] = []
    taken: set[int] = set()
    for find in sorted(finds, key=lambda f: (f.first - f.last, f.first)):
        if taken.isdisjoint(range(find.first, find.last)):
            kept.append(find)
            taken.update(range(find.first, find.last))
    return sorted(kept, key=lambda f: f.first)


def by_end(finds: Iterable[Find]) -> dict[int, Find]:
    """The finds by the token behind them."""
    return {find.last: find for find in finds}


def by_start(finds: Iterable[Find]) -> dict[int, Find]:
    """The finds by their first token."""
    return {find.first: find for find in finds}


def words_of(text: EnglishText, find: Find) -> str:
    """The forms of a find, one blank between."""
    return " ".join(text.forms[find.first : find.last])
