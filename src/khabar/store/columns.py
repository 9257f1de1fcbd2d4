"""Values that stand in a column as plain text."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from khabar.errors import BadForm

T = TypeVar("T")


def held(kind: Callable[[str], T], text: str) -> T:
    """The value of that kind; raises BadForm where the text is none, as in a damaged archive."""
    try:
        return kind(text)
    except (ValueError, TypeError) as wrong:
        raise BadForm(getattr(kind, "__name__", "value"), repr(text)[:120]) from wrong


def day_held(text: str | None) -> date | None:
    """The day in a column that may be empty; raises BadForm."""
    return held(date.fromisoformat, text) if text else None
