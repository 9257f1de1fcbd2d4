"""Prices and rates: what is told of them anybody can look up for himself."""

from khabar.resolution.gathering import likeness
from khabar.resolution.phrases import phrases_for
from khabar.weighing.matter import Held, Matter
from khabar.weighing.stances import denies

_MOVES = frozenset({"=fall", "=rise"})  # classes of likeness
_ALIKE = 0.2  # as two tellings of one happening


def same_price(one: Held, other: Held, figures: frozenset[str], matter: Matter) -> bool:
    """Whether two reports tell of their own that a price went the same way, with a figure that both give."""
    if not figures or any(
        denies(h.statement) or h.statement.unsure or not _is_of_price(h, matter) for h in (one, other)
    ):
        return False
    shared = one.vector.keys() & other.vector.keys()
    return bool(shared & _MOVES) and likeness(one.vector, other.vector) >= _ALIKE


def _is_of_price(held: Held, matter: Matter) -> bool:
    return phrases_for("priced").stand_in([token.form for token in matter.words(held.statement)])
