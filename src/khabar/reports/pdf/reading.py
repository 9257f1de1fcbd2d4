"""A PDF read from its bytes to its text; it runs in a process apart."""

from collections.abc import Iterator
from typing import IO

from khabar.reports.pdf.furniture import without_furniture
from khabar.reports.pdf.glyphs import UNKNOWN, pages_in
from khabar.reports.pdf.lines import lines_in
from khabar.reports.pdf.paragraphs import heading_of, paragraphs_in

Told = dict[str, str | int | None]


def values_in(file: IO[bytes]) -> Iterator[Told]:
    """One value: whether it is locked, its pages, text and heading, how many lines were left out and signs unknown."""
    from pdfminer.pdfdocument import PDFPasswordIncorrect

    try:
        pages = list(pages_in(file))
    except PDFPasswordIncorrect:
        yield {"locked": True}
        return
    lines = lines_in(pages)
    kept = without_furniture(lines)
    paragraphs = paragraphs_in(kept)
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    left_out, unknown = len(lines) - len(kept), text.count(UNKNOWN)
    own: Told = {"pages": len(pages), "text": text, "title": heading_of(paragraphs)}
    yield {**own, "left_out": left_out, "unknown": unknown}
