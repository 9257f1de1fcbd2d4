"""Values that stand in a column as plain text."""

from collections.abc import Callable
from datetime import date
from typing import TypeVar

from khabar.errors import BadForm
from khabar.values.span import Span

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


def span_held(start: int, end: int) -> Span:
    """The stretch of two columns; raises BadForm where it ends before it begins, as in a damaged archive."""
    if not 0 <= start <= end:
        raise BadForm(Span.__name__, f"{start}:{end}")
    return Span(start, end)
