"""The lines of a document, each with its place, in the order of reading."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from statistics import median

from khabar.reports.pdf.columns import Row, columns_in
from khabar.reports.pdf.glyphs import Glyph, is_mark
from khabar.reports.pdf.letters import BREAK, as_read, as_set, is_leftwards, mirrored, pairs, usual_words


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text and where it stands."""

    text: str
    page: int
    column: int  # counted through the whole document
    left: float
    right: float
    middle: float
    size: float
    leftwards: bool  # it is read from the right
    first_word: float = 0.0  # how broad it is


def lines_in(pages: Iterable[Sequence[Glyph]]) -> tuple[Line, ...]:
    """Every line, page after page and column after column, turned where its letters stand as they are seen."""
    placed = list(_placed(pages))
    return tuple(_brackets_turned(_chosen(placed)))


def _placed(pages: Iterable[Sequence[Glyph]]) -> Iterable[tuple[Line, Row]]:
    column = 0
    for number, page in enumerate(pages):
        leftwards = is_leftwards(page)
        for rows in columns_in(page, rightmost_first=leftwards):
            yield from (
                (_line(row, number, column, leftwards=is_leftwards(row, otherwise=leftwards)), row)
                for row in rows
                if not all(is_mark(glyph.text) for glyph in row)  # cut off the first line of the next page
            )
            column += 1


def _line(row: Row, page: int, column: int, *, leftwards: bool) -> Line:
    left, right = min(glyph.left for glyph in row), max(glyph.right for glyph in row)
    middle, size = median(glyph.middle for glyph in row), median(glyph.size for glyph in row)
    first = _first_word(row, leftwards=leftwards)
    return Line(as_read(row, leftwards=leftwards), page, column, left, right, middle, size, leftwards, first)


def _first_word(row: Row, *, leftwards: bool) -> float:
    """How broad the word is that is read first."""
    signs = sorted(row, key=lambda glyph: glyph.centre, reverse=leftwards)
    start = end = signs[0].right if leftwards else signs[0].left
    for glyph in signs:
        near, far = (glyph.right, glyph.left) if leftwards else (glyph.left, glyph.right)
        if not glyph.text.strip() or abs(near - end) > BREAK * glyph.size and abs(end - start) > 0:
            break
        end = far
    return abs(end - start)


def _chosen(placed: Sequence[tuple[Line, Row]]) -> list[Line]:
    """Each line as it is read or as its letters are set: as it has more words that everybody uses.

    A line without such words goes with the others.
    """
    others = [as_set(row) if line.leftwards else line.text for line, row in placed]
    gains = [usual_words(line.text) - usual_words(other) for (line, _), other in zip(placed, others, strict=True)]
    usual = sum(gains)
    return [
        replace(line, text=other, leftwards=False) if (gain or usual) < 0 else line
        for (line, _), other, gain in zip(placed, others, gains, strict=True)
    ]


def _brackets_turned(lines: Sequence[Line]) -> list[Line]:
    """With brackets as they are read, where the file tells how they look."""
    if pairs(line.text for line in lines if line.leftwards) >= 0:
        return list(lines)
    return [replace(line, text=mirrored(line.text)) if line.leftwards else line for line in lines]
