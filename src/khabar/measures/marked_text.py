"""Text in which people marked the names: sets of sentences, one word and its labels to a line (CoNLL)."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from khabar.errors import BadGold
from khabar.values.span import Span

# What the sets call people, places and bodies.
_LABELS: Mapping[str, str] = {"PER": "PER", "PERS": "PER", "LOC": "LOC", "GPE": "LOC", "ORG": "ORG"}
_NO_WORDS = "$#$"  # ends a paragraph in one of the sets


@dataclass(frozen=True, slots=True)
class MarkedName:
    """A name and what it names: PER, LOC or ORG."""

    span: Span
    label: str


@dataclass(frozen=True, slots=True)
class MarkedText:
    """A sentence, its words parted by blanks, and the names in it, none inside another."""

    text: str
    names: tuple[MarkedName, ...]


def marked_texts_in(path: Path) -> Iterator[MarkedText]:
    """The sentences of a file, or of all files of a folder in the order of their names."""
    files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
    for file in files:
        try:
            lines = file.read_text(encoding="utf-8-sig").split("\n")
        except (OSError, UnicodeDecodeError) as wrong:
            raise BadGold(str(file), f"this cannot be read: {wrong}.") from wrong
        for sentence in sentences_of(lines):
            yield marked_text([(word, tuple(labels)) for word, *labels in (line.split() for line in sentence)])


def sentences_of(lines: Iterable[str]) -> Iterator[list[str]]:
    """The lines of each sentence; an empty line ends it."""
    sentence: list[str] = []
    for line in lines:
        if line.strip():
            sentence.append(line.strip())
        elif sentence:
            yield sentence
            sentence = []
    if sentence:
        yield sentence


def marked_text(words: Iterable[tuple[str, tuple[str, ...]]]) -> MarkedText:
    """A text of words with their labels; of names inside one another the outer one stays."""
    kept = [(word, labels) for word, labels in words if word != _NO_WORDS]
    starts, at = [], 0
    for word, _ in kept:
        starts.append(at)
        at += len(word) + 1
    names = [
        MarkedName(Span(starts[first], starts[last - 1] + len(kept[last - 1][0])), label)
        for first, last, label in _outermost(_ranges([labels for _, labels in kept]))
    ]
    return MarkedText(" ".join(word for word, _ in kept), tuple(names))


def _ranges(labels: list[tuple[str, ...]]) -> Iterator[tuple[int, int, str]]:
    for first, own in enumerate(labels):
        for begun in (label[2:] for label in own if label.startswith("B-")):
            last = first + 1
            while last < len(labels) and f"I-{begun}" in labels[last]:
                last += 1
            if begun in _LABELS:
                yield first, last, _LABELS[begun]


def _outermost(found: Iterable[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    kept: list[tuple[int, int, str]] = []
    for first, last, label in sorted(found, key=lambda name: (name[0] - name[1], name)):
        if all(last <= begin or end <= first for begin, end, _ in kept):
            kept.append((first, last, label))
    return sorted(kept)
