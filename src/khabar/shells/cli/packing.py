"""A PDF as a browser writes it, packed: the same objects, many of them in one compressed stream (PDF 1.5)."""

import re
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise

_TABLE = re.compile(
    rb"xref\s+0 (\d+)\s*\n((?:\d{10} \d{5} [nf][ \r]?\n)+)trailer\s*<<(.*?)>>\s*startxref\s+(\d+)\s+%%EOF\s*", re.S
)
_OBJECT = re.compile(rb"(\d+) 0 obj\s(.*?)\s*endobj\s*", re.S)
_KEPT = re.compile(rb"/(?:Root|Info) \d+ 0 R|/ID \[.*?\]", re.S)
_TOGETHER = 500  # objects in one stream: as small as all in one, and a page is found without opening all
_WIDTHS = (1, 4, 2)  # bytes of an entry: its kind, where it is, its place there


@dataclass(frozen=True, slots=True)
class _Parts:
    """What a PDF is made of."""

    head: bytes
    streams: Mapping[int, bytes]  # cannot be packed: they are compressed themselves
    others: Mapping[int, bytes]  # pages, links, fonts, and the tree by which a page is read aloud
    size: int
    trailer: bytes


def packed(pdf: bytes) -> bytes:
    """The same document in fewer bytes; the one given, where it is not laid out as browsers do it."""
    parts = _parts_of(pdf)
    return pdf if parts is None else min(pdf, _written(parts), key=len)


def _parts_of(pdf: bytes) -> _Parts | None:
    """None: not one table of objects, all of them where it says."""
    begins = pdf.rfind(b"\nxref") + 1
    table = _TABLE.fullmatch(pdf, begins)
    if table is None or int(table[4]) != begins or int(table[1]) != table[2].count(b"\n"):
        return None
    entries = [line.split() for line in table[2].splitlines()]
    starts = {int(entry[0]): number for number, entry in enumerate(entries) if entry[2] == b"n"}
    streams: dict[int, bytes] = {}
    others: dict[int, bytes] = {}
    for first, end in pairwise([*sorted(starts), begins]):
        found = _OBJECT.fullmatch(pdf, first, end)
        if found is None or int(found[1]) != starts[first]:
            return None
        (streams if found[2].endswith(b"endstream") else others)[starts[first]] = found[2]
    return _Parts(pdf[: min(starts)], streams, others, int(table[1]), b" ".join(_KEPT.findall(table[3])))


def _written(parts: _Parts) -> bytes:
    out = bytearray(re.sub(rb"^%PDF-1\.\d", b"%PDF-1.5", parts.head))
    entries = dict.fromkeys(range(parts.size), (0, 0, 0))
    for number, body in parts.streams.items():
        entries[number] = _put(out, number, body)
    others = list(parts.others.items())
    groups = [others[first : first + _TOGETHER] for first in range(0, len(others), _TOGETHER)]
    for number, group in enumerate(groups, start=parts.size):
        entries[number] = _put(out, number, _together(group))
        entries.update((one, (2, number, place)) for place, (one, _) in enumerate(group))
    last, begins = len(entries), len(out)
    entries[last] = (1, begins, 0)
    rows = b"".join(_row(entries[number]) for number in range(last + 1))
    widths = b"/W [%d %d %d]" % _WIDTHS
    _put(out, last, _stream(b"/Type /XRef /Size %d %b %b" % (last + 1, widths, parts.trailer), rows))
    return bytes(out) + b"startxref\n%d\n%%%%EOF\n" % begins


def _put(out: bytearray, number: int, body: bytes) -> tuple[int, int, int]:
    begins = len(out)
    out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    return 1, begins, 0


def _together(group: Iterable[tuple[int, bytes]]) -> bytes:
    places: list[bytes] = []
    bodies = bytearray()
    for number, body in group:
        places.append(b"%d %d" % (number, len(bodies)))
        bodies += body + b"\n"
    head = b" ".join(places) + b"\n"
    return _stream(b"/Type /ObjStm /N %d /First %d" % (len(places), len(head)), head + bodies)


def _stream(told: bytes, content: bytes) -> bytes:
    short = zlib.compress(content, 9)
    return b"<<%b /Filter /FlateDecode /Length %d>>\nstream\n%b\nendstream" % (told, len(short), short)


def _row(entry: tuple[int, int, int]) -> bytes:
    return b"".join(value.to_bytes(width, "big") for value, width in zip(entry, _WIDTHS, strict=True))
