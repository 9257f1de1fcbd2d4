"""How well names are found in text in which people marked them."""

from collections.abc import Callable, Iterable, Sequence

from khabar.measures.figures import Figure, Tally
from khabar.measures.marked_text import MarkedName, MarkedText

LABELS = ("PER", "LOC", "ORG")
ALL = "all"
Find = Callable[[str], Sequence[MarkedName]]


def measure_names(texts: Iterable[MarkedText], find: Find) -> dict[str, tuple[Figure, Figure]]:
    """For each label, and for all: the figure of names found word for word, and of those that share a word."""
    exact = {label: Tally() for label in (*LABELS, ALL)}
    overlap = {label: Tally() for label in (*LABELS, ALL)}
    for text in texts:
        found = sorted({_words(text.text, name) for name in find(text.text)})
        wanted = sorted({_words(text.text, name) for name in text.names})
        for label in LABELS:
            own = [name for name in found if name[2] == label]
            marked = [name for name in wanted if name[2] == label]
            for tallies, right in ((exact, len(set(own) & set(marked))), (overlap, _overlapping(own, marked))):
                tallies[label].add(right, len(own), len(marked))
                tallies[ALL].add(right, len(own), len(marked))
    return {label: (exact[label].figure(), overlap[label].figure()) for label in (*LABELS, ALL)}


def _words(text: str, name: MarkedName) -> tuple[int, int, str]:
    """A name by the words that it stands in, since sets differ in whether attached particles belong to it."""
    before = text.rfind(" ", 0, name.span.start) + 1
    start = max(before, text.rfind("\n", 0, name.span.start) + 1)
    return start, name.span.end, name.label


def _overlapping(found: Sequence[tuple[int, int, str]], marked: Sequence[tuple[int, int, str]]) -> int:
    """How many marked names share a letter with a found one, each found one counted once."""
    left = list(found)
    for start, end, _ in marked:
        shared = next((name for name in left if name[0] < end and start < name[1]), None)
        if shared:
            left.remove(shared)
    return len(found) - len(left)
