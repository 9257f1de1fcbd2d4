"""Marks over a text: they may nest and cross, and come out as properly nested pieces."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from heapq import heappop, heappush

from khabar.values.span import Span
from khabar.views.dossier.places import Back


@dataclass(frozen=True, slots=True)
class Mark:
    """One stretch of a text that stands out."""

    span: Span
    layers: tuple[str, ...]  # what it is, as CSS classes
    id: str | None = None  # None: the rest of a mark that another one cut
    backs: tuple[Back, ...] = ()
    title: str = ""  # what it is, in words

    @property
    def is_link(self) -> bool:
        """Whether it is a name alone, which itself leads to its actor."""
        return self.layers == ("name",) and len(self.backs) == 1


@dataclass(frozen=True, slots=True)
class Piece:
    """Bare words, or the beginning or the end of a mark."""

    kind: str  # `text`, `open` or `close`
    text: str = ""
    mark: Mark | None = None  # None: bare words


def merged(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """One mark for each stretch, with the layers of all that lie on it."""
    found: dict[Span, Mark] = {}
    for mark in marks:
        known = found.get(mark.span)
        found[mark.span] = mark if known is None else _both(known, mark)
    return tuple(found[span] for span in sorted(found))


def _both(one: Mark, other: Mark) -> Mark:
    return Mark(
        one.span,
        tuple(dict.fromkeys((*one.layers, *other.layers))),
        one.id or other.id,
        tuple(sorted({*one.backs, *other.backs})),
        " · ".join(dict.fromkeys(title for title in (one.title, other.title) if title)),
    )


def without_links_around_marks(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The same marks; a name that holds or crosses another mark no longer is a link, as links may not nest."""
    ordered = sorted(marks, key=_outer_first)
    kept = []
    for at, mark in enumerate(ordered):
        after = ordered[at + 1] if at + 1 < len(ordered) else None
        crowded = mark.is_link and after is not None and after.span.start < mark.span.end
        kept.append(replace(mark, layers=("name", "crowded")) if crowded else mark)
    return tuple(kept)


def paragraphs(text: str, marks: Iterable[Mark], end: int) -> Iterator[tuple[Span, tuple[Piece, ...]]]:
    """The lines of the text up to `end`, each with its marks; a mark over several lines is cut at their ends."""
    waiting = _Waiting(mark for mark in marks if mark.span.start < end)
    for line in _lines(text, end):
        mine = []
        while waiting and waiting.start < line.end:
            mark = waiting.next()
            begins, ends = max(mark.span.start, line.start), min(mark.span.end, line.end)
            is_here = begins < ends
            if mark.span.end > line.end and text[line.end : min(mark.span.end, end)].strip():
                waiting.put(replace(mark, span=Span(line.end, mark.span.end), id=None if is_here else mark.id))
                mark = replace(mark, backs=())
            if is_here:
                mine.append(replace(mark, span=Span(begins, ends)))
        yield line, tuple(_pieces(text, mine, line))


class _Waiting:
    """Marks still to come, the next to begin first, and of several the longest."""

    def __init__(self, marks: Iterable[Mark]) -> None:
        self._heap: list[tuple[int, int, int, Mark]] = []
        self._count = 0
        for mark in marks:
            self.put(mark)

    def __bool__(self) -> bool:
        return bool(self._heap)

    @property
    def start(self) -> int:
        return self._heap[0][0]

    def put(self, mark: Mark) -> None:
        heappush(self._heap, (mark.span.start, -mark.span.end, self._count, mark))
        self._count += 1

    def next(self) -> Mark:
        return heappop(self._heap)[3]


def _lines(text: str, end: int) -> Iterator[Span]:
    at = 0
    for line in text[:end].splitlines(keepends=True):
        words = line.strip()
        if words:
            start = at + line.index(words)
            yield Span(start, start + len(words))
        at += len(line)


def _pieces(text: str, marks: Iterable[Mark], line: Span) -> Iterator[Piece]:
    waiting = _Waiting(marks)
    at = line.start
    around: list[Mark] = []
    while waiting or around:
        if around and (not waiting or around[-1].span.end <= waiting.start):
            mark = around.pop()
            yield Piece("text", text[at : mark.span.end])
            yield Piece("close", mark=mark)
            at = mark.span.end
            continue
        mark = waiting.next()
        yield Piece("text", text[at : mark.span.start])
        at = mark.span.start
        if around and around[-1].span.end < mark.span.end:
            waiting.put(replace(mark, span=Span(around[-1].span.end, mark.span.end), id=None))
            mark = replace(mark, span=Span(mark.span.start, around[-1].span.end), backs=())
        around.append(mark)
        yield Piece("open", mark=mark)
    yield Piece("text", text[at : line.end])


def _outer_first(mark: Mark) -> tuple[int, int]:
    return mark.span.start, -mark.span.end
