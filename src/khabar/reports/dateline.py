"""The outlet and the day that a plain text's own first and last lines tell, in figures."""

import re
from datetime import date
from itertools import islice

from khabar.knowledge.furniture import NUMBER
from khabar.reports.body import body_in
from khabar.reports.dates import date_written
from khabar.reports.labels import label_of
from khabar.reports.lines import Line, lines_in

_BETWEEN = re.compile(r"\s*[|–—•/]\s+|\s+-\s+")  # what stands between an outlet, a day and an hour
_OUTLET = 4  # words: more are a headline
_HEAD = 8  # lines: farther down a date belongs to the story


def outlet_and_date_in(text: str) -> tuple[str | None, date | None]:
    """The outlet and the day of publication, where a line beside the article gives nothing else; else None."""
    article = body_in(text)
    outside = [
        line for line in islice(lines_in(text), _HEAD) if not any(s.start <= line.start < s.end for s in article)
    ]
    dated = next(((line, day) for line in (*outside, *_openings(text)) if (day := date_written(line.text))), None)
    if dated is None:
        return None, None
    line, day = dated
    return _outlet(line), day


def _openings(text: str) -> list[Line]:
    """First lines that give an outlet and a day, which a short text may keep in its body."""
    first = next(lines_in(text), None)
    return [first] if first and len(first.words) <= _OUTLET + 5 and _BETWEEN.search(first.text) else []


def _outlet(line: Line) -> str | None:
    pieces = [piece.strip(" |-–—•/") for piece in _BETWEEN.split(line.text)]
    named = [piece for piece in pieces if piece and not any(c.isdigit() for c in piece)]
    if len(named) != 1 or len(named[0].split()) > _OUTLET:
        return None
    start = line.text.find(named[0])
    piece = next(lines_in(line.text[start : start + len(named[0])]))
    return named[0] if label_of(piece, "anywhere") is None and NUMBER not in piece.words else None
