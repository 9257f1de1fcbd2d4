"""A text as the rest of reading expects it, whatever its outlet's ways of typing."""

from khabar.language.broken_lines import flowing
from khabar.language.final_ta import with_final_ta
from khabar.language.final_ya import as_most_write


def evened(text: str) -> str:
    """The text, each letter at its place: the lines of a paragraph as one, final letters as most outlets write them.

    Ya and alef maqsura are told apart, and ta marbuta from ha.
    """
    return with_final_ta(as_most_write(flowing(text)))
