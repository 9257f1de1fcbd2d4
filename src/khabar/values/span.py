"""A stretch of a report's original text."""

from dataclasses import dataclass

from khabar.errors import SpanOutOfReport


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open offsets, in Unicode code points, into the original text, never a normalised one."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words at these offsets."""
        if not 0 <= self.start <= self.end <= len(text):
            raise SpanOutOfReport(self.start, self.end, len(text))
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether the other lies inside this one."""
        return self.start <= other.start and other.end <= self.end

    def __len__(self) -> int:
        return self.end - self.start
