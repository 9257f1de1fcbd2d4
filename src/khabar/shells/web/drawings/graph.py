"""The picture of who has to do with whom: one party in the middle, its partners in columns at either side.

Every party is a box with its name in it, and every column stands free of the next, so that no name is ever covered.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from khabar.shells.web.drawings.lettering import Box, fitting

LETTERS = 14.0  # height of the lettering of a name
_ROW = 58.0  # from one party to the next below it
_BOX_HEIGHT = 44.0
_BOX_WIDTH = (180.0, 170.0, 150.0)  # of the one in the middle, its partners, and theirs
_BETWEEN = (100.0, 55.0)  # one column and the next: room for the lines
_PADDING = 12.0  # beside the name in its box
_EDGE = 18.0  # around everything: room for what opens a party
_BEND = 60.0  # of a line between two in one column
_THINNEST, _THICKEST = 1.5, 9.0


@dataclass(frozen=True, slots=True)
class Tie:
    """What one party has to do with another, in figures."""

    other: str
    events: int
    score: int


@dataclass(frozen=True, slots=True)
class Node:
    """One party."""

    name: str
    words: str  # as much of the name as its box takes
    box: Box
    depth: int  # 0: the one in the middle; 1: its partners; 2: partners of theirs
    tie: Tie | None  # that brought it here; None: it stands in the middle
    opened: bool = False  # whether its own partners are drawn

    @property
    def middle(self) -> tuple[float, float]:
        """The middle of its box."""
        return (self.box.left + self.box.right) / 2, (self.box.top + self.box.bottom) / 2


@dataclass(frozen=True, slots=True)
class Edge:
    """What two parties have to do with one another."""

    one: str
    other: str
    events: int
    score: int
    path: str
    thickness: float


@dataclass(frozen=True, slots=True)
class Graph:
    """Parties and what is between them."""

    width: float
    height: float
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class _Branch:
    """A partner with those of its own that stand nowhere else."""

    tie: Tie
    further: tuple[Tie, ...]
    opened: bool

    @property
    def rows(self) -> int:
        return max(1, len(self.further))


def graph(middle: str, ties: Sequence[Tie], opened: Mapping[str, Sequence[Tie]]) -> Graph:
    """The middle, its partners, and the partners of those that are opened."""
    branches = _branches(middle, ties, opened)
    sides = _two_sides(branches)
    depth = 2 if any(branch.further for branch in branches) else 1
    rows = max(1, *(sum(branch.rows for branch in side) for side in sides))
    width, height = 2 * (_column(depth) + _BOX_WIDTH[depth] / 2 + _EDGE), rows * _ROW + 2 * _EDGE
    nodes = [Node(middle, _words(middle, 0), _box(width / 2, height / 2, 0), 0, None, opened=True)]
    for side, sign in zip(sides, (1, -1), strict=True):
        nodes += _nodes(side, sign, width / 2, height)
    return Graph(width, height, tuple(nodes), tuple(_edges(middle, ties, opened, {n.name: n for n in nodes})))


def _branches(middle: str, ties: Sequence[Tie], opened: Mapping[str, Sequence[Tie]]) -> list[_Branch]:
    placed = {middle, *(tie.other for tie in ties)}
    found = []
    for tie in ties:
        further = tuple(one for one in opened.get(tie.other, ()) if one.other not in placed)
        placed.update(one.other for one in further)
        found.append(_Branch(tie, further, tie.other in opened))
    return found


def _two_sides(branches: Sequence[_Branch]) -> tuple[list[_Branch], list[_Branch]]:
    """Each in turn where there is more room."""
    first: list[_Branch] = []
    second: list[_Branch] = []
    for branch in branches:
        fuller = sum(one.rows for one in first) > sum(one.rows for one in second)
        (second if fuller else first).append(branch)
    return first, second


def _nodes(side: Sequence[_Branch], sign: int, middle: float, height: float) -> Iterator[Node]:
    starts = accumulate((branch.rows for branch in side), initial=0)
    top = (height - _ROW * sum(branch.rows for branch in side)) / 2
    for branch, start in zip(side, starts, strict=False):
        first = top + (start + 0.5) * _ROW
        own = first + (branch.rows - 1) * _ROW / 2
        yield _node(branch.tie, 1, middle + sign * _column(1), own, opened=branch.opened)
        for n, tie in enumerate(branch.further):
            yield _node(tie, 2, middle + sign * _column(2), first + n * _ROW, opened=False)


def _node(tie: Tie, depth: int, x: float, y: float, *, opened: bool) -> Node:
    return Node(tie.other, _words(tie.other, depth), _box(x, y, depth), depth, tie, opened)


def _words(name: str, depth: int) -> str:
    return fitting(name, _BOX_WIDTH[depth] - 2 * _PADDING, LETTERS)


def _column(depth: int) -> float:
    """How far from the middle a column's own middle lies."""
    steps = (_BOX_WIDTH[n] / 2 + _BETWEEN[n] + _BOX_WIDTH[n + 1] / 2 for n in range(depth))
    return sum(steps)


def _box(x: float, y: float, depth: int) -> Box:
    wide = _BOX_WIDTH[depth] / 2
    return Box(x - wide, y - _BOX_HEIGHT / 2, x + wide, y + _BOX_HEIGHT / 2)


def _edges(
    middle: str, ties: Sequence[Tie], opened: Mapping[str, Sequence[Tie]], nodes: Mapping[str, Node]
) -> Iterator[Edge]:
    told = [(middle, tie) for tie in ties]
    told += [(one, tie) for one in (tie.other for tie in ties) for tie in opened.get(one, ())]
    most = max((tie.events for _, tie in told), default=1)
    seen: set[frozenset[str]] = set()
    for one, tie in told:
        pair = frozenset((one, tie.other))
        if pair not in seen and len(pair) == 2:
            seen.add(pair)
            thickness = round(_THINNEST + (_THICKEST - _THINNEST) * tie.events / most, 2)
            yield Edge(
                one,
                tie.other,
                tie.events,
                tie.score,
                _path(nodes[one], nodes[tie.other], nodes[middle].middle[0]),
                thickness,
            )


def _path(one: Node, other: Node, centre: float) -> str:
    """From the side of one box to the side of the other, level at both ends."""
    (x0, y0), (x1, y1) = one.middle, other.middle
    if x0 == x1:  # the same column: out towards the middle of the picture and back
        start, bend = (one.box.left, -_BEND) if x0 > centre else (one.box.right, _BEND)
        return _curve((start, y0), (start, y1), start + bend)
    start, end = (one.box.right, other.box.left) if x0 < x1 else (one.box.left, other.box.right)
    return _curve((start, y0), (end, y1), (start + end) / 2)


def _curve(start: tuple[float, float], end: tuple[float, float], x: float) -> str:
    return f"M{start[0]:g} {start[1]:g}C{x:g} {start[1]:g} {x:g} {end[1]:g} {end[0]:g} {end[1]:g}"
