"""The rows of a page, and its columns in the order of reading."""

from collections.abc import Iterable, Iterator, Sequence

from khabar.reports.pdf.glyphs import Glyph

Row = tuple[Glyph, ...]
Strip = tuple[float, float]  # from left to right, with nothing drawn in it

_GUTTER = 0.8  # times the height of letters: what stands between words is a third of it
_ROWS = 3  # that a strip must divide, to be a gutter and no chance
_STAGGER = 1.2  # heights of letters between lines that stand side by side
_NEAR = 2.5  # heights of letters between rows of one column
_SIDE = 0.15  # of the page's breadth: a column that is narrower holds marks and numbers of a list


def columns_in(page: Sequence[Glyph], *, rightmost_first: bool) -> Iterator[tuple[Row, ...]]:
    """The columns of a page, each with its rows from the top; what goes across columns is one by itself."""
    rows = _beside(rows_in(page))
    if not rows:
        return
    breadth = max(_right(row) for row in rows) - min(_left(row) for row in rows)
    plain: list[Row] = []
    for run, gutters in _runs(rows):
        strips = [strip for strip in gutters if _divides(strip, run, breadth)]
        if not strips:
            plain += run
            continue
        run[:0] = _taken_from(plain, run[0], strips)
        if plain:
            yield _anew(plain)
            plain = []
        for column in _split(run, strips, rightmost_first=rightmost_first):
            yield rows_in(column)
    if plain:
        yield _anew(plain)


def _anew(rows: Iterable[Row]) -> tuple[Row, ...]:
    return rows_in(glyph for row in rows for glyph in row)


def _taken_from(above: list[Row], first: Row, strips: Sequence[Strip]) -> list[Row]:
    """The last of the rows above that belong to one column only: it begins a little higher than the one beside it."""
    taken: list[Row] = []
    while above and _is_near(above[-1], first) and len(list(_through(strips, _ink(above[-1]), 0))) == len(strips):
        first = above.pop()
        taken.insert(0, first)
    return taken


def _is_near(upper: Row, lower: Row) -> bool:
    return upper[0].middle - lower[0].middle <= _NEAR * _size(upper)


def rows_in(glyphs: Iterable[Glyph]) -> tuple[Row, ...]:
    """Rows of what stands at one height, from the top, each in the order in which it was drawn."""
    drawn = [glyph for glyph in glyphs if not glyph.text.isspace()]
    place = {id(glyph): n for n, glyph in enumerate(drawn)}
    rows: list[list[Glyph]] = []
    at, reach = 0.0, -1.0
    for glyph in sorted(drawn, key=lambda g: -g.middle):
        if rows and at - glyph.middle <= reach:
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
            at, reach = glyph.middle, glyph.size / 2
    return tuple(tuple(sorted(row, key=lambda g: place[id(g)])) for row in rows)


def _beside(rows: Sequence[Row]) -> list[Row]:
    """Rows with nothing above one another in one: columns side by side need not have their lines at one height."""
    found: list[Row] = []
    joined = False
    for row in rows:
        if found and not joined and _is_beside(found[-1], row):
            found[-1] += row
            joined = True
        else:
            found.append(row)
            joined = False
    return found


def _is_beside(one: Row, other: Row) -> bool:
    is_low = one[0].middle - other[0].middle > _STAGGER * _size(one)
    return not is_low and (_left(one) > _right(other) or _right(one) < _left(other))


def _runs(rows: Sequence[Row]) -> Iterator[tuple[list[Row], list[Strip]]]:
    """Rows one below the other with the strips that go through all of them."""
    run: list[Row] = []
    gutters: list[Strip] = []
    for row in rows:
        ink = _ink(row)
        through = list(_through(gutters, ink, _GUTTER * _size(row)))
        inner = _between(ink)
        if run and not through and (gutters or inner):
            yield run, gutters
            run = []
        gutters = through if run else inner
        run.append(row)
    yield run, gutters


def _ink(row: Row) -> list[Strip]:
    """Where something is drawn, gaps as between words included."""
    least = _GUTTER * _size(row)
    ink: list[Strip] = []
    for glyph in sorted(row, key=lambda g: g.left):
        if ink and glyph.left - ink[-1][1] < least:
            ink[-1] = (ink[-1][0], max(ink[-1][1], glyph.right))
        else:
            ink.append((glyph.left, glyph.right))
    return ink


def _between(ink: Sequence[Strip]) -> list[Strip]:
    return [(one[1], other[0]) for one, other in zip(ink, ink[1:], strict=False)]


def _through(gutters: Iterable[Strip], ink: Sequence[Strip], least: float) -> Iterator[Strip]:
    """What a row leaves of the strips."""
    for left, right in gutters:
        edges = [left, *(edge for one in ink for edge in one if left < edge < right), right]
        for one, other in zip(edges, edges[1:], strict=False):
            is_free = not any(a < (one + other) / 2 < b for a, b in ink)
            if is_free and other - one >= least:
                yield (one, other)


def _divides(strip: Strip, run: Sequence[Row], breadth: float) -> bool:
    both = sum(_left(row) < strip[0] + 1e-6 and _right(row) > strip[1] - 1e-6 for row in run)
    sides = (strip[0] - min(map(_left, run)), max(map(_right, run)) - strip[1])
    return both >= _ROWS and min(sides) >= _SIDE * breadth


def _split(run: Sequence[Row], strips: Sequence[Strip], *, rightmost_first: bool) -> list[list[Glyph]]:
    edges = sorted((one + other) / 2 for one, other in strips)
    columns: list[list[Glyph]] = [[] for _ in range(len(edges) + 1)]
    for row in run:
        for glyph in row:
            columns[sum(glyph.centre > edge for edge in edges)].append(glyph)
    return columns[::-1] if rightmost_first else columns


def _left(row: Row) -> float:
    return min(glyph.left for glyph in row)


def _right(row: Row) -> float:
    return max(glyph.right for glyph in row)


def _size(row: Row) -> float:
    return sorted(glyph.size for glyph in row)[len(row) // 2]
