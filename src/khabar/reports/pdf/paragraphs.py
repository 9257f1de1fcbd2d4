"""Lines joined into paragraphs by how they stand, and the heading among these."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from statistics import median

from khabar.reports.pdf.lines import Line

_OTHER_SIZE = 1.15  # times: letters of another size are another paragraph
_APART = 1.35  # times the usual distance of lines
_INDENT = 0.8  # times the height of letters
_HEADING = 300  # characters; what is longer is no heading
_FIRST = 6  # paragraphs among which the heading stands
_BROKEN = re.compile(r"\w[/-]\Z")  # a line that ended within أيلول/سبتمبر
_ENDS = (".", "؟", "?", "!", ":", "۔", "…")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Its words on one line, and how high its letters are."""

    text: str
    size: float


@dataclass(frozen=True, slots=True)
class _Edges:
    """Between what the lines of a column stand, and how far one below the other, in heights of letters."""

    left: float
    right: float
    leading: float


def paragraphs_in(lines: Sequence[Line]) -> tuple[Paragraph, ...]:
    """The paragraphs, those that run on in the next column or on the next page in one."""
    columns = groupby(lines, key=lambda line: line.column)
    edges = {column: _edges(tuple(inside)) for column, inside in columns}
    found: list[list[Line]] = []
    for line in lines:
        if found and _goes_on(found[-1][-1], line, edges):
            found[-1].append(line)
        else:
            found.append([line])
    return tuple(map(_joined, found))


def _joined(lines: Sequence[Line]) -> Paragraph:
    text = lines[0].text
    for line in lines[1:]:
        text += line.text if _BROKEN.search(text) else f" {line.text}"
    return Paragraph(text, median(line.size for line in lines))


def heading_of(paragraphs: Sequence[Paragraph]) -> str | None:
    """The paragraph near the beginning in the largest letters; None where all have those of the text."""
    sizes = sorted((p.size, len(p.text)) for p in paragraphs)
    body = _middle(sizes)
    near = [p for p in paragraphs[:_FIRST] if len(p.text) <= _HEADING]
    largest = max((p.size for p in near), default=0.0)
    return next((p.text for p in near if p.size == largest), None) if largest >= _OTHER_SIZE * body else None


def _middle(sizes: Sequence[tuple[float, int]]) -> float:
    """The size that half of all letters do not reach."""
    half, so_far = sum(count for _, count in sizes) / 2, 0
    for size, count in sizes:
        so_far += count
        if so_far >= half:
            return size
    return 0.0


def _edges(lines: Sequence[Line]) -> _Edges:
    steps = [(one.middle - other.middle) / one.size for one, other in pairwise(lines) if _alike(one, other)]
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    # The lower quarter: where paragraphs are short, half of the steps are those between them.
    return _Edges(left, right, sorted(steps)[len(steps) // 4] if steps else 0.0)


def _alike(one: Line, other: Line) -> bool:
    return max(one.size, other.size) < _OTHER_SIZE * min(one.size, other.size)


def _goes_on(one: Line, other: Line, edges: dict[int, _Edges]) -> bool:
    """Whether a line goes on with the next: neither a gap, an indent nor room left for the next word parts them."""
    if not _alike(one, other) or _had_room(one, other, edges[one.column]) or _is_indented(other, edges[other.column]):
        return False
    if one.column == other.column:
        return one.middle - other.middle <= _APART * edges[one.column].leading * one.size
    return not one.text.endswith(_ENDS)


def _had_room(one: Line, other: Line, edges: _Edges) -> bool:
    word = other.text.split(" ", 1)[0]
    usual = (other.right - other.left) * (len(word) + 1) / max(len(other.text), 1)
    left_over = one.left - edges.left if one.leftwards else edges.right - one.right
    return left_over > max(usual, other.first_word) + one.size / 2


def _is_indented(line: Line, edges: _Edges) -> bool:
    indent = edges.right - line.right if line.leftwards else line.left - edges.left
    return indent > _INDENT * line.size
