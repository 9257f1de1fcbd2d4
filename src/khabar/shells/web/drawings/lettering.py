"""How much room words take in a picture, guessed on the wide side, and what gets in whose way."""

from dataclasses import dataclass

_WIDTH = 0.62  # of a letter, in the height of the lettering: wider than most letters of the faces that the pages use
_HEIGHT = 1.5  # of a line


@dataclass(frozen=True, slots=True)
class Box:
    """A stretch of the picture, its axes running right and down."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: "Box") -> bool:
        """Whether some point lies inside both."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )

    def holds(self, other: "Box") -> bool:
        """Whether the other lies wholly within."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


def width_of(words: str, size: float) -> float:
    """No less than the words take in lettering of that size."""
    return len(words) * size * _WIDTH


def height_of(size: float) -> float:
    """The height of one line."""
    return size * _HEIGHT


def fitting(words: str, room: float, size: float) -> str:
    """As much of the words as the room takes."""
    most = max(1, int(room / (size * _WIDTH)))
    return words if len(words) <= most else f"{words[: most - 1].rstrip()}…"
