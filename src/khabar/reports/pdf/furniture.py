"""What stands at the head or the foot of page after page, page numbers, and what a browser prints around a page."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile

from khabar.reports.pdf.lines import Line

_NUMBER = re.compile(r"\d+")
_EDGE = 3  # lines at the head and at the foot of a page
# What browsers print at the edges of a page, in whatever order and digits: when, from where, which page of how many.
_PRINTED = (
    re.compile(r"\d{1,4}\W{1,2}\d{1,2}\W{1,2}\d{1,4}"),
    re.compile(r"(?<!\d)\d{1,2}[:٫]\d{2}(?!\d)"),
    re.compile(r"(?:https?|file)://\S"),
    re.compile(r"(?<![\d/])\d{1,4} ?(?:/|[^\W\d]{2}) ?\d{1,4}(?![\d/])"),
)
_SHARE = 0.5  # of the pages; left and right pages may have heads of their own


def without_furniture(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines without those that half of the pages repeat at their edge, and those that a browser printed there."""
    pages = [list(page) for _, page in groupby(lines, key=lambda line: line.page)]
    seen = Counter(key for page in pages for key in {key for edge in _edges(page) for _, key in edge})
    often = {key for key, count in seen.items() if count >= max(2, _SHARE * len(pages))}
    # From the edge inwards: what stands behind a line of the text is text.
    dropped = {
        id(line) for page in pages for edge in _edges(page) for line, _ in takewhile(lambda one: one[1] in often, edge)
    }
    dropped |= {id(line) for page in pages for line in _printed(page)}
    return tuple(line for line in lines if id(line) not in dropped)


def _printed(page: Sequence[Line]) -> tuple[Line, ...]:
    """The outermost lines of a page, where they hold together all that a browser prints there."""
    top, bottom = max(line.middle for line in page), min(line.middle for line in page)
    edges = tuple(line for line in page if min(top - line.middle, line.middle - bottom) < line.size / 2)
    told = " ".join(line.text for line in edges)
    return edges if all(shape.search(told) for shape in _PRINTED) else ()


def _edges(page: Sequence[Line]) -> Iterator[list[tuple[Line, tuple[str, str]]]]:
    """The lines at the head from the top, and those at the foot from below, each with what it is known by."""
    ordered = sorted(page, key=lambda line: -line.middle)
    for edge, lines in (("head", ordered[:_EDGE]), ("foot", ordered[: -_EDGE - 1 : -1])):
        yield [(line, (edge, _NUMBER.sub("0", line.text))) for line in lines]
