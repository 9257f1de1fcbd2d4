"""The picture of the ledger: bands from givers through goods to recipients, as wide as there are exchanges."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from khabar.shells.web.drawings.ways import Column, Key, Way, ways
from khabar.views.flows import Flow

_LABEL = 19.0  # room above each node for its name
_GAP = 9.0
_MARGIN = 2.0
_LETTER = 5.8  # a letter's usual width at the size of the names, rounded up
_LONGEST = 36  # letters of a name
_COUNT = 5  # letters of the figure beside a name
_ROOM = 190.0  # height that all exchanges together may take
_THICKEST = 14.0  # of one exchange: two or three alone would fill the picture

Pair = tuple[Key, Key]


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is drawn on: a wide one for screens, a narrow one for phones."""

    name: str
    width: float
    bar: float  # width of a node
    most: int  # nodes of a column

    @property
    def letters(self) -> int:
        """How many of a name there is room for."""
        return min(_LONGEST, int(self.width / len(Column) / _LETTER) - _COUNT)


WIDE = Sheet("wide", 1120, 18, 9)
NARROW = Sheet("narrow", 340, 10, 6)


@dataclass(frozen=True, slots=True)
class Node:
    """A giver, a kind of goods or a recipient."""

    key: Key
    exchanges: int
    x: float
    y: float
    width: float
    height: float
    label_x: float  # where the name begins, stands around, or ends, as its column asks
    label_y: float


@dataclass(frozen=True, slots=True)
class Band:
    """All exchanges between two nodes: above, what is told to have taken place, below it what is not."""

    start: Node
    end: Node
    exchanges: int
    delivered: int
    told: str  # the path of its outline; empty: there is nothing of it
    untold: str

    @property
    def is_rest(self) -> bool:
        """Whether it begins or ends with no one in particular."""
        return self.start.key.is_rest or self.end.key.is_rest


@dataclass(frozen=True, slots=True)
class Drawing:
    """Nodes and bands in their places."""

    sheet: Sheet
    height: float
    nodes: tuple[Node, ...]
    bands: tuple[Band, ...]


def drawn(flows: Sequence[Flow], sheet: Sheet, *, rtl: bool) -> Drawing:
    """The picture of the flows; from the right to the left where the reader's lines run so."""
    through = ways(flows, sheet.most)
    scale = min(_THICKEST, _ROOM / max(1, sum(way.exchanges for way in through)))
    columns = [_column(n, through) for n in range(len(Column))]
    height = max(_height(column, scale) for column in columns)
    place = _Places(sheet, rtl)
    nodes = {node.key: node for column in columns for node in _spread(column, height, scale, place)}
    return Drawing(sheet, round(height, 2), tuple(nodes.values()), tuple(_bands(through, nodes, scale)))


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the columns stand on a sheet."""

    sheet: Sheet
    rtl: bool

    def left(self, column: Column) -> float:
        free = self.sheet.width - 2 * _MARGIN - self.sheet.bar
        share = tuple(Column).index(column) / 2
        return _MARGIN + free * (1 - share if self.rtl else share)

    def label(self, column: Column) -> float:
        """Names begin at the outer edge of the givers and end at that of the recipients."""
        left, right = self.left(column), self.left(column) + self.sheet.bar
        if column is Column.GOODS:
            return (left + right) / 2
        return right if (column is Column.GIVER) is self.rtl else left


def _column(n: int, through: Sequence[Way]) -> dict[Key, int]:
    """The nodes of a column with their exchanges: the largest on top; below, those not told and the rarer ones."""
    counts: Counter[Key] = Counter()
    for way in through:
        counts[way.keys[n]] += way.exchanges
    ordered = sorted(counts, key=lambda key: (key.is_rest, key.value is None, -counts[key], key.value or ""))
    return {key: counts[key] for key in ordered}


def _height(column: Mapping[Key, int], scale: float) -> float:
    return 2 * _MARGIN + sum(_LABEL + count * scale for count in column.values()) + _GAP * (len(column) - 1)


def _spread(column: Mapping[Key, int], height: float, scale: float, place: _Places) -> Iterator[Node]:
    """The nodes of a column from the top to the bottom of the picture, what is left of it between them."""
    spare = (height - _height(column, scale)) / (len(column) + 1)
    y = _MARGIN + spare
    for key, count in column.items():
        top, thick = y + _LABEL, count * scale
        measures = place.left(key.column), top, place.sheet.bar, thick, place.label(key.column), top - 5
        yield Node(key, count, *(round(one, 2) for one in measures))
        y = top + thick + _GAP + spare


def _bands(through: Sequence[Way], nodes: Mapping[Key, Node], scale: float) -> Iterator[Band]:
    """The bands on both sides of the goods; at each node they stand in the order of the nodes that they lead to."""
    every: Counter[Pair] = Counter()
    told: Counter[Pair] = Counter()
    for way in through:
        for pair in zip(way.keys, way.keys[1:], strict=False):
            every[pair] += way.exchanges
            told[pair] += way.delivered
    leaving, reaching = (_offsets(every, nodes, scale, end) for end in (0, 1))
    for pair in leaving:
        start, end = nodes[pair[0]], nodes[pair[1]]
        xs, ys = _facing(start, end), (start.y + leaving[pair], end.y + reaching[pair])
        thick, rest = told[pair] * scale, (every[pair] - told[pair]) * scale
        below = ys[0] + thick, ys[1] + thick
        yield Band(start, end, every[pair], told[pair], _ribbon(xs, ys, thick), _ribbon(xs, below, rest))


def _offsets(every: Mapping[Pair, int], nodes: Mapping[Key, Node], scale: float, end: int) -> dict[Pair, float]:
    """How far below the top of the node at one end each band begins; in the order in which a reader meets them."""
    used: dict[Key, float] = defaultdict(float)
    found = {}
    for pair in sorted(every, key=lambda p: (p[end].column, nodes[p[end]].y, nodes[p[1 - end]].y)):
        found[pair] = used[pair[end]]
        used[pair[end]] += every[pair] * scale
    return found


def _facing(start: Node, end: Node) -> tuple[float, float]:
    """The edges of two nodes that face one another."""
    return (start.x + start.width, end.x) if start.x < end.x else (start.x, end.x + end.width)


def _ribbon(xs: tuple[float, float], ys: tuple[float, float], thick: float) -> str:
    if not thick:
        return ""
    (x1, x2), (y1, y2), middle = xs, ys, sum(xs) / 2
    there = f"M{x1:.1f} {y1:.1f}C{middle:.1f} {y1:.1f} {middle:.1f} {y2:.1f} {x2:.1f} {y2:.1f}"
    y1, y2 = y1 + thick, y2 + thick
    return f"{there}V{y2:.1f}C{middle:.1f} {y2:.1f} {middle:.1f} {y1:.1f} {x1:.1f} {y1:.1f}Z"
