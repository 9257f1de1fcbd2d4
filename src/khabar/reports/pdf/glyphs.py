"""The letters on a page of a PDF, each with its place; with `drawing.py` all that knows the library."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO, Any, BinaryIO, cast

UNKNOWN = "\ufffd"  # a sign whose font does not tell what letter it shows
_NO_BREADTH = 0.01


@dataclass(frozen=True, slots=True)
class Glyph:
    """A sign as it was drawn; it may show several letters. The page's lower left corner is 0, 0."""

    text: str
    left: float
    right: float
    low: float
    high: float

    @property
    def centre(self) -> float:
        """Half way from left to right."""
        return (self.left + self.right) / 2

    @property
    def middle(self) -> float:
        """Half way from low to high."""
        return (self.low + self.high) / 2

    @property
    def size(self) -> float:
        """How high it is, which is about the size of its font."""
        return self.high - self.low


def pages_in(file: IO[bytes]) -> Iterator[tuple[Glyph, ...]]:
    """The signs of each page in the order in which they are drawn; raises what the library does for a bad file."""
    from pdfminer.pdfdocument import PDFDocument
    from pdfminer.pdfinterp import PDFResourceManager
    from pdfminer.pdfpage import PDFPage
    from pdfminer.pdfparser import PDFParser

    from khabar.reports.pdf.drawing import Interpreter, Pages

    resources = PDFResourceManager()
    device = Pages(resources, laparams=None)
    interpreter = Interpreter(resources, device)
    for page in PDFPage.create_pages(PDFDocument(PDFParser(cast(BinaryIO, file)))):
        interpreter.process_page(page)
        yield tuple(_glyphs(device.get_result()))


def _glyphs(layout: Any) -> Iterator[Glyph]:
    from pdfminer.layout import LTChar, LTFigure

    for item in layout:
        if isinstance(item, LTFigure):
            yield from _glyphs(item)
        elif isinstance(item, LTChar) and item.upright and (text := _shown(item.get_text(), item.width)):
            # From the line that it stands on: how deep a font says that it goes is another in every font.
            foot = item.matrix[5]
            yield Glyph(text, item.x0, item.x1, foot, foot + item.size)


def is_mark(text: str) -> bool:
    """Whether it stands over or under a letter and takes no room."""
    return all(unicodedata.combining(letter) for letter in text)


def _shown(text: str, width: float) -> str:
    """The letters that a sign shows. One without breadth may be half of a لا, or only steer those around it."""
    told = "".join(letter for letter in text if unicodedata.category(letter) not in ("Cc", "Cf", "Cs"))
    return told or (UNKNOWN if abs(width) > _NO_BREADTH else "")
