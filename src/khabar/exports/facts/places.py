"""Where facts stand: addresses of items, words at offsets, reasons with the places that show them."""

import re
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Any

from khabar.values.reason import Passage, Reason
from khabar.values.report import Report
from khabar.values.span import Span

Json = dict[str, Any]
Shown = Callable[[Passage], Any]
_TEXTS = 32  # whose words are at hand


def address(report_id: str, own_id: str | None) -> str | None:
    """By which `khabar show` finds an item of a report; None: there is none."""
    return None if own_id is None else f"{report_id}#{own_id}"


def at(span: Span, text: str) -> Json:
    """Offsets with the words that stand there, and the letters of their first word that are left out in front."""
    told: Json = {"start": span.start, "end": span.end, "words": span.of(text)}
    attached = _attached(span, text)
    return told if not attached else told | {"attached": attached} | _vouched(told["words"], text)


def _attached(span: Span, text: str) -> str:
    begin = span.start
    while text[span.start : span.start + 1].isalpha() and begin and text[begin - 1].isalpha():
        begin -= 1
    return text[begin : span.start]


def _vouched(words: str, text: str) -> Json:
    """Whether nothing in the report shows that the rest is a word, which then only the knowledge vouches for."""
    rest = re.split(r"\W", words, maxsplit=1)[0]
    return {"known": True} if _words_of(text).isdisjoint({rest, f"ال{rest}"}) else {}


@lru_cache(_TEXTS)
def _words_of(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", text))


def words_at(span: Span | None, text: str) -> Json | None:
    """The same; None: no words do."""
    return None if span is None else at(span, text)


def placed(passage: Passage, report: Report) -> Json:
    """A passage with its words."""
    return {"report": report.id, **at(passage.span, report.text)}


def reasoned(reasons: Iterable[Reason], shown: Shown) -> list[Json]:
    """The reasons in their order, each with the places that show it."""
    return [{"code": r.code, "shown_by": [shown(p) for p in r.shown_by], "detail": r.detail} for r in reasons]
