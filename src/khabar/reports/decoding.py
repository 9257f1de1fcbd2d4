"""Bytes made text: which encoding they are in, what was repaired, or why they are no text."""

import codecs
import re
from dataclasses import dataclass

from khabar.reports.told import joined

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark opens it
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"RIFF", "a sound, a film or a picture"),
    (b"ID3", "a sound file"),
    (b"\x1f\x8b", "a gzip file: unpack it first, or name it .gz"),
    (b"\x28\xb5\x2f\xfd", "a Zstandard file: unpack it first, or name it .zst"),
    (b"7z\xbc\xaf", "a 7z archive: unpack it, or pack it as zip"),
    (b"Rar!", "a RAR archive: unpack it, or pack it as zip"),
    (b"\xd0\xcf\x11\xe0", "an old Office document: save it as text"),
    (b"SQLite format 3", "a database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90", "a program"),
)
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_MOST_CONTROLS = 0.02  # a text with a few stray controls is still a text
_MOST_LOST = 0.05  # characters; above it nobody could read the report
_SOMETHING = re.compile(r"[^\s\0\ufeff]")
_LOOK = 65536  # bytes that are enough to tell what a file is
_GARBLED = re.compile(
    "[\u00d8\u00d9][\u0080-\u00bf\u0152-\u2122]|[\u0637\u0638][\u0080-\u00bf\u0192-\u2122\u067e-\u06af]"
)
_ARABIC = re.compile("[\u0620-\u064a\u066e-\u06d3]")
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, and what was done to get it."""

    text: str
    note: str | None = None  # None: nothing but plain decoding


@dataclass(frozen=True, slots=True)
class NoText:
    """Why bytes are no text."""

    reason: str


def decoded(data: bytes, declared: str | None = None) -> Decoded | NoText:
    """The text of these bytes; `declared` is the encoding that they name themselves, if any."""
    text = _decoded(data, declared)
    if isinstance(text, Decoded) and not _SOMETHING.search(text.text):
        return NoText("empty: there is no text in it")
    return text


def _decoded(data: bytes, declared: str | None) -> Decoded | NoText:
    kind = next((kind for magic, kind in _MAGIC if data.startswith(magic)), None)
    if kind:
        return NoText(f"no text but {kind}")
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), None) or _without_mark(data)
    if encoding:
        return _checked(data, encoding)
    try:
        return _mended(data.decode("utf-8"), data)
    except UnicodeDecodeError as error:
        return _older(data, declared, error)


def _checked(data: bytes, encoding: str) -> Decoded | NoText:
    text = data.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    if lost > _MOST_LOST * len(text):
        return NoText(f"its bytes are no {encoding.upper()}, though it says so. Save it as UTF-8")
    return Decoded(text, f"{lost} characters could not be decoded" if lost else None)


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without its mark shows by the upper bytes: zero, or the six of Arabic letters."""
    look = data[: _LOOK // 2 * 2]
    if len(look) < 4 or len(data) % 2:
        return None
    for encoding, upper in (("utf-16-le", look[1::2]), ("utf-16-be", look[0::2])):
        if upper.count(0) + upper.count(6) + upper.count(0x20) > 0.95 * len(upper) and upper.count(0):
            return encoding
    return None


def _is_binary(data: bytes) -> bool:
    return len(_CONTROLS.findall(data[:_LOOK])) > _MOST_CONTROLS * min(len(data), _LOOK)


def _mended(text: str, data: bytes) -> Decoded | NoText:
    if _is_binary(data):
        return NoText("no text but binary data")
    garbled = len(_GARBLED.findall(text[:_LOOK]))
    if garbled < 5 or garbled < 0.25 * len(_LETTER.findall(text[:_LOOK])):
        return Decoded(text)
    for encoding in ("windows-1252", "windows-1256"):
        mended = _undone(text, encoding)
        if mended is not None and arabic_share(mended) > 0.5:
            return Decoded(mended, f"its UTF-8 had been read as {encoding} and saved so; that was undone")
    return NoText("its letters are garbled: it was saved from a wrong encoding, and that cannot be undone")


def _undone(text: str, encoding: str) -> str | None:
    # Bytes that windows-1252 does not define come through as the controls of the same number.
    pieces = []
    for char in text:
        try:
            pieces.append(char.encode(encoding))
        except UnicodeEncodeError:
            if ord(char) > 0xFF:
                return None
            pieces.append(bytes([ord(char)]))
    try:
        return b"".join(pieces).decode("utf-8")
    except UnicodeDecodeError:
        return None


def _older(data: bytes, declared: str | None, error: UnicodeDecodeError) -> Decoded | NoText:
    if _is_binary(data):
        return NoText("no text but binary data")
    if error.start >= len(data) - 3:
        return Decoded(data.decode("utf-8", errors="replace"), "cut off in the middle of its last letter")
    mostly_utf8 = _mixed(data)
    if mostly_utf8 is not None:
        return mostly_utf8
    text = _as_declared(data, declared) if declared else None
    if text is not None and text.count("\ufffd") <= _MOST_LOST * len(text):
        return Decoded(text, f"decoded as {declared}, as it says itself")
    return _single_byte(data)


def _as_declared(data: bytes, encoding: str) -> str | None:
    """None where there is no such encoding, it is none of texts, or it is UTF-8, which this is not."""
    try:
        return None if codecs.lookup(encoding).name == "utf-8" else data.decode(encoding, errors="replace")
    except (LookupError, ValueError):
        return None


def _mixed(data: bytes) -> Decoded | None:
    """Some lines in UTF-8 and some not: each is decoded by itself."""
    lines, foreign, utf8 = [], 0, 0
    for line in data.splitlines(keepends=True):
        try:
            lines.append(line.decode("utf-8"))
            utf8 += not line.isascii()
        except UnicodeDecodeError:
            foreign += 1
            lines.append(_line(line))
    text = "".join(lines)
    lost = text.count("\ufffd")
    if not utf8 or lost > _MOST_LOST * len(text):
        return None
    return Decoded(text, joined(f"{foreign} lines were not in UTF-8", f"{lost} characters were lost" if lost else None))


def _line(line: bytes) -> str:
    older = _single_byte(line)
    whole = line.decode("utf-8", errors="replace")
    few_lost = whole.count("\ufffd") <= 0.2 * len(whole)
    return whole if few_lost or isinstance(older, NoText) else older.text


def _single_byte(data: bytes) -> Decoded | NoText:
    """Windows-1256 and ISO-8859-6 agree on the alef and not on the lam: the article tells them apart."""
    look = data[:_LOOK]
    high = sum(byte > 0x7F for byte in look)
    letters = high + sum(65 <= byte <= 90 or 97 <= byte <= 122 for byte in look)
    if high < 0.3 * letters:
        return Decoded(data.decode("windows-1252", errors="replace"), "decoded as windows-1252")
    articles = {"windows-1256": look.count(b"\xc7\xe1"), "iso-8859-6": look.count(b"\xc7\xe4")}
    encoding = max(articles, key=lambda name: articles[name])
    text = data.decode(encoding, errors="replace")
    if articles[encoding] * 40 < letters or arabic_share(text) < 0.6 or text.count("\ufffd") > _MOST_LOST * len(text):
        return NoText("its encoding cannot be told. Save it as UTF-8")
    return Decoded(text, f"decoded as {encoding}")


def arabic_share(text: str) -> float:
    """The share of letters that are Arabic, in the first part of a text."""
    look = text[:_LOOK]
    letters = len(_LETTER.findall(look))
    return len(_ARABIC.findall(look)) / letters if letters else 0.0
