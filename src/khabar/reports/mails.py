"""E-mails and pages saved as one file (MHTML): the text, and what is attached."""

import email
import io
import re
from collections.abc import Iterator
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parseaddr
from functools import partial

from khabar.reports.dates import date_said
from khabar.reports.decoding import NoText, decoded
from khabar.reports.found import Found
from khabar.reports.limits import in_words
from khabar.reports.outlets import outlet_at
from khabar.reports.pages import text_of_html
from khabar.reports.told import Told
from khabar.reports.way import Way
from khabar.values.report import Unreadable

_ENDINGS = (".eml", ".mht", ".mhtml")
_HEAD = re.compile(rb"(?:[!-9;-~]+:[^\n]*\n(?:[ \t][^\n]*\n)*){3,}")
_SIGNS = (b"from:", b"date:", b"message-id:", b"received:", b"return-path:", b"mime-version:", b"delivered-to:")
_ENOUGH = 3  # of these: no prose opens with so many
_LONGEST = 20_000  # characters of a field that are decoded: the time that takes grows faster than they do
_NO_TEXT = ("image", "audio", "video", "multipart")


def is_mail(found: Found) -> bool:
    """Whether it is a mail or a page kept like one, by its name or its first lines."""
    if found.ending in _ENDINGS:
        return True
    head = _HEAD.match(found.read(4096))
    if head is None:
        return False
    lines = {
        line[: len(sign)] for line in head.group().lower().splitlines() for sign in _SIGNS if line.startswith(sign)
    }
    return len(lines) >= _ENOUGH


def parts_of(found: Found, way: Way) -> Iterator[Found | Unreadable]:
    """The page or the mail that a file holds, and what is attached to it."""
    data = found.read(way.limits.mail)
    if len(data) > way.limits.mail:
        yield Unreadable(found.source, f"a mail of more than {in_words(way.limits.mail)}", found.sha256())
        return
    yield from parts_in(data, found.source, way)


def parts_in(data: bytes, source: str, way: Way) -> Iterator[Found | Unreadable]:
    """The text of a mail as a file of its own, then each attached file; of a kept page only the page."""
    mail = email.message_from_bytes(data)
    if _is_page(mail):
        yield _page(mail, source)
        return
    text = _text(mail)
    if text is None:
        yield Unreadable(source, "a mail with no text in it")
    else:
        told = _told(mail)
        whole = f"{told.title}\n{text}" if told.title and not text.startswith(told.title) else text
        yield _found(source, "mail.txt", whole.encode(errors="replace"), told)
    yield from _attached(mail, source, way)


def _is_page(mail: Message) -> bool:
    return "Snapshot-Content-Location" in mail or (
        mail.get_content_type() == "multipart/related" and "To" not in mail and "Received" not in mail
    )


def _page(mail: Message, source: str) -> Found | Unreadable:
    part = next(
        (part for part in mail.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")), None
    )
    data = _bytes(part) if part else b""
    if part is None or not data.strip():
        return Unreadable(source, "a kept page with no page in it: save it anew")
    address = mail.get("Snapshot-Content-Location") or part.get("Content-Location")
    url = str(address).strip() if address and str(address).strip().startswith(("http://", "https://")) else None
    return _found(source, "page.html", data, Told(url=url), part.get_content_charset())


def _text(mail: Message) -> str | None:
    """What is written in a mail: plain where it is given so, else its HTML's words."""
    for kind in ("text/plain", "text/html"):
        pieces = [
            words
            for part in mail.walk()
            if part.get_content_type() == kind and not _name(part)
            if (words := _words(part))
        ]
        if pieces:
            return "\n".join(pieces)
    return None


def _words(part: Message) -> str:
    text = decoded(_bytes(part), part.get_content_charset())
    if isinstance(text, NoText):
        return ""
    plain = text_of_html(text.text) if part.get_content_type() == "text/html" else text.text
    return plain.replace("\r\n", "\n").strip()


def _told(mail: Message) -> Told:
    name, address = parseaddr(_header(mail, "From") or "")
    day = _header(mail, "Date")
    published = date_said(day)
    return Told(
        outlet=outlet_at(address.rpartition("@")[2]) or name or None,
        published=published,
        title=_header(mail, "Subject"),
        id=(_header(mail, "Message-ID") or "").strip("<>") or None,
        note=f"its date '{day[:40]}' could not be read" if day and published is None else None,
    )


def _header(mail: Message, name: str) -> str | None:
    raw = mail.get(name)
    if raw is None:
        return None
    if isinstance(raw, str):
        raw = raw[:_LONGEST]
    try:
        said = str(make_header(decode_header(raw)))
    except (HeaderParseError, LookupError, ValueError):  # an encoding that there is not, or bytes that are not in it
        said = str(raw)
    return " ".join(said.encode("utf-8", "replace").decode("utf-8").split()) or None


def _attached(mail: Message, source: str, way: Way) -> Iterator[Found | Unreadable]:
    for part in mail.walk():
        name = _name(part)
        if name is None or part.get_content_maintype() in _NO_TEXT:
            continue
        data = _bytes(part)
        if way.allowance.take(len(data)):
            yield _found(f"{source}!{name}", name.replace("\\", "/").rpartition("/")[2], data, Told())
        else:
            yield Unreadable(f"{source}!{name}", "the archive holds too much: give it in parts")


def _name(part: Message) -> str | None:
    try:
        return part.get_filename()
    except (LookupError, ValueError):
        return "attached"


def _bytes(part: Message) -> bytes:
    try:
        data = part.get_payload(decode=True)
    except (LookupError, ValueError):
        return b""
    return data if isinstance(data, bytes) else b""


def _found(source: str, name: str, data: bytes, told: Told, encoding: str | None = None) -> Found:
    return Found(source, name, len(data), partial(io.BytesIO, data), told, encoding)
