"""A PDF is packed without a word of it changed, or left as it is."""

from io import BytesIO

import pytest

from khabar.reports.pdf.glyphs import pages_in
from khabar.shells.cli.packing import packed

LINES = b"".join(b"BT /F1 12 Tf 20 %d Td (line %d) Tj ET\n" % (800 - 12 * n, n) for n in range(60))
OBJECTS = [
    b"<</Type /Catalog /Pages 2 0 R>>",
    b"<</Type /Pages /Kids [3 0 R] /Count 1>>",
    b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>>",
    b"<</Length %d>>\nstream\n%b\nendstream" % (len(LINES), LINES),
    b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>",
    *(b"<</Type /StructElem /S /NonStruct /P %d 0 R /Lang (ar)>>" % (number + 5) for number in range(1200)),
]


def written(objects: list[bytes]) -> bytes:
    """A PDF as browsers lay it out: objects one after the other, then one table of where each is."""
    out, entries = b"%PDF-1.4\n", b"0000000000 65535 f \n"
    for number, body in enumerate(objects, start=1):
        entries += b"%010d 00000 n \n" % len(out)
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    size = len(objects) + 1
    table = b"xref\n0 %d\n%btrailer\n<</Size %d\n/Root 1 0 R>>\n" % (size, entries, size)
    return out + table + b"startxref\n%d\n%%%%EOF\n" % len(out)


def words(pdf: bytes) -> list[list[str]]:
    return [[str(glyph) for glyph in page] for page in pages_in(BytesIO(pdf))]


def test_a_packed_document_reads_as_before_in_a_fraction_of_the_bytes() -> None:
    pdf = written(OBJECTS)
    assert len(packed(pdf)) < len(pdf) / 5
    assert words(packed(pdf)) == words(pdf) != [[]]


def test_packing_twice_changes_nothing() -> None:
    once = packed(written(OBJECTS))
    assert packed(once) == once


@pytest.mark.parametrize(
    "otherwise",
    [
        b"",
        b"no PDF",
        written(OBJECTS).replace(b"startxref\n", b"startxref\n1"),
        written(OBJECTS).replace(b"7 0 obj", b"8 0 obj"),
        written(OBJECTS)[:-200],
    ],
    ids=["empty", "no PDF", "a table elsewhere", "another number", "cut off"],
)
def test_what_is_laid_out_otherwise_stays_as_it_is(otherwise: bytes) -> None:
    assert packed(otherwise) == otherwise
