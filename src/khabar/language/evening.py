"""A text as the rest of reading expects it, whatever its outlet's ways of typing."""

from khabar.language.broken_lines import flowing
from khabar.language.final_ya import as_most_write


def evened(text: str) -> str:
    """The text, each letter at its place: the lines of a paragraph as one, final ya and alef maqsura told apart."""
    return as_most_write(flowing(text))
