"""Paragraphs that a mail, a terminal or an editor broke into lines of one width."""

from collections.abc import Sequence
from itertools import pairwise

_WIDTHS = range(40, 111)  # characters: nobody breaks lines earlier or later
_STOPS = (".", "؟", "?", "!", ":", "…", "۔")
_CLOSERS = "\"'”’»›)] \u00a0"
_FEWEST = 2  # lines that were broken: one may be a headline as long as the paragraph below it


def flowing(text: str) -> str:
    """The text with a blank for each line break that only a want of room put there: as long, and all else as it was."""
    lines = text.split("\n")
    if len(lines) <= _FEWEST or max(map(len, lines)) >= _WIDTHS.stop:
        return text
    full = _full([line.strip() for line in lines])
    if not any(full):
        return text
    marks = [" " if broken else "\n" for broken in full]
    return "".join(piece for pair in zip(lines, [*marks, ""], strict=True) for piece in pair)


def _full(lines: Sequence[str]) -> list[bool]:
    """Of each line but the last, whether the first word of the next had no room in it; of none if few ended so."""
    width = max(map(len, lines))
    full = [
        bool(line and behind) and len(line) + 1 + len(behind.split(maxsplit=1)[0]) > width
        for line, behind in pairwise(lines)
    ]
    midway = [not line.rstrip(_CLOSERS).endswith(_STOPS) for line in lines]
    broken = sum(is_full and amid for is_full, amid in zip(full, midway, strict=False))
    # headlines and headings end early and without a full stop, and so does every line of a list of titles
    early = sum(amid and bool(line) and not is_full for is_full, amid, line in zip(full, midway, lines, strict=False))
    return full if width in _WIDTHS and broken >= _FEWEST and early <= broken + 1 else [False] * len(full)
