"""Where facts stand: addresses of items, words at offsets, reasons with the places that show them."""

from collections.abc import Callable, Iterable
from typing import Any

from khabar.values.reason import Passage, Reason
from khabar.values.report import Report
from khabar.values.span import Span

Json = dict[str, Any]
Shown = Callable[[Passage], Any]


def address(report_id: str, own_id: str | None) -> str | None:
    """By which `khabar show` finds an item of a report; None: there is none."""
    return None if own_id is None else f"{report_id}#{own_id}"


def at(span: Span, text: str) -> Json:
    """Offsets with the words that stand there."""
    return {"start": span.start, "end": span.end, "words": span.of(text)}


def words_at(span: Span | None, text: str) -> Json | None:
    """The same; None: no words do."""
    return None if span is None else at(span, text)


def placed(passage: Passage, report: Report) -> Json:
    """A passage with its words."""
    return {"report": report.id, **at(passage.span, report.text)}


def reasoned(reasons: Iterable[Reason], shown: Shown) -> list[Json]:
    """The reasons in their order, each with the places that show it."""
    return [{"code": r.code, "shown_by": [shown(p) for p in r.shown_by], "detail": r.detail} for r in reasons]
