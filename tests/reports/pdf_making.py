"""PDF files made letter by letter, so that a test says where each stands and in which order it was drawn."""

import re
import unicodedata
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

WIDTH = 0.5  # of each letter, in heights
RIGHT = 560.0  # where lines begin, as they are read


@dataclass(frozen=True)
class Drawn:
    """Letters drawn from there to the right."""

    text: str
    x: float
    y: float
    size: float = 10


def seen(line: str, y: float, right: float = RIGHT, size: float = 10) -> list[Drawn]:
    """A line as browsers write it: from left to right, as it looks."""
    turned = line[::-1].translate(str.maketrans("()«»", ")(»«"))
    turned = re.sub(r"[A-Za-z]+(?: [A-Za-z]+)*|\d+(?:[.,/]\d+)*", lambda run: run[0][::-1], turned)
    return [Drawn(turned, right - WIDTH * size * len(line), y, size)]


def read(line: str, y: float, right: float = RIGHT, size: float = 10) -> list[Drawn]:
    """A line as it is read, each letter to the left of the one before, as some word processors write it."""
    drawn, x = [], right
    for run in re.findall(r"[A-Za-z]+(?: [A-Za-z]+)*|\d+(?:[.,/]\d+)*|.", line):
        x -= 0 if unicodedata.combining(run[0]) else WIDTH * size * len(run)
        drawn.append(Drawn(run, x, y, size))
    return drawn


def unturned(line: str, y: float, right: float = RIGHT, size: float = 10) -> list[Drawn]:
    """A line as programs write it that do not know Arabic: its letters as they are read, and from left to right."""
    return [Drawn(line, right - 400, y, size)]


def pdf(*pages: Iterable[Drawn], more: bytes = b"", trailer: bytes = b"") -> bytes:
    """A file of these pages; `more` is written into the content of each."""
    return of_contents([b"".join(map(written, page)) + more for page in pages], trailer=trailer)


def of_contents(contents: Sequence[bytes], *, packed: bytes = b"", trailer: bytes = b"") -> bytes:
    """A file whose pages have these contents; `packed`: how they are packed."""
    numbers = range(10, 10 + 2 * len(contents), 2)
    kids = b" ".join(b"%d 0 R" % n for n in numbers)
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: b"<</Type/Pages/Kids[%s]/Count %d>>" % (kids, len(contents)),
        3: b"<</Type/Font/Subtype/Type0/BaseFont/F/Encoding/Identity-H/DescendantFonts[4 0 R]/ToUnicode 6 0 R>>",
        4: b"<</Type/Font/Subtype/CIDFontType2/BaseFont/F/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)"
        b"/Supplement 0>>/FontDescriptor 5 0 R/DW %d>>" % (1000 * WIDTH),
        5: b"<</Type/FontDescriptor/FontName/F/Flags 4/FontBBox[0 -200 1000 800]/Ascent 800/Descent -200/ItalicAngle 0"
        b"/CapHeight 700/StemV 80>>",
        6: _stream(_LETTERS),
    }
    for number, content in zip(numbers, contents, strict=True):
        own = b"/MediaBox[0 0 612 792]/Resources<</Font<</F 3 0 R>>>>/Contents %d 0 R" % (number + 1)
        objects[number] = b"<</Type/Page/Parent 2 0 R%s>>" % own
        objects[number + 1] = _stream(content, packed)
    return _file(objects, trailer)


def swollen(size: int) -> bytes:
    """A page whose content has so many bytes of nothing and next to none when packed."""
    packer = zlib.compressobj(1)
    piece = b" " * (1 << 20)
    packed = b"".join(packer.compress(piece) for _ in range(size >> 20)) + packer.flush()
    return of_contents([packed], packed=b"/Filter/FlateDecode")


_LETTERS = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /L def "
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
    b"1 beginbfrange <0020> <FFFF> <0020> endbfrange endcmap end end"
)


def written(drawn: Drawn) -> bytes:
    letters = drawn.text.encode("utf-16-be").hex().encode()
    return b"BT /F %g Tf 1 0 0 1 %g %g Tm <%s> Tj ET\n" % (drawn.size, drawn.x, drawn.y, letters)


def _stream(data: bytes, packed: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(data), packed, data)


def _file(objects: dict[int, bytes], trailer: bytes) -> bytes:
    out, at = b"%PDF-1.7\n", {}
    for number, body in objects.items():
        at[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    entries = b"".join(b"%d 1\n%010d 00000 n \n" % (number, place) for number, place in sorted(at.items()))
    start = len(out)
    return out + b"xref\n0 1\n0000000000 65535 f \n%strailer\n<</Root 1 0 R/Size %d%s>>\nstartxref\n%d\n%%%%EOF" % (
        *(entries, max(objects) + 1, trailer),
        start,
    )
